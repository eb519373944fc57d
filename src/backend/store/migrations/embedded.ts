// Made by `npx tsx scripts/embed-migrations.ts` from the .sql files beside it. Do not edit.
export const EMBEDDED_MIGRATIONS: readonly { name: string; statements: readonly string[] }[] = 
[
  {
    "name": "0000_initial",
    "statements": [
      "CREATE TABLE \"complaints\" (\n\t\"id\" text PRIMARY KEY NOT NULL,\n\t\"number\" text NOT NULL,\n\t\"category_code\" text NOT NULL,\n\t\"class\" text NOT NULL,\n\t\"channel\" text NOT NULL,\n\t\"state\" text NOT NULL,\n\t\"state_since\" timestamp (3) with time zone NOT NULL,\n\t\"area_kind\" text NOT NULL,\n\t\"kecamatan_code\" text,\n\t\"kelurahan_code\" text,\n\t\"kecamatan_text\" text,\n\t\"kelurahan_text\" text,\n\t\"lng\" double precision,\n\t\"lat\" double precision,\n\t\"agency_code\" text NOT NULL,\n\t\"received_at\" timestamp (3) with time zone NOT NULL,\n\t\"first_response_at\" timestamp (3) with time zone,\n\t\"due_at\" timestamp (3) with time zone NOT NULL,\n\t\"ended_at\" timestamp (3) with time zone,\n\t\"source\" text,\n\t\"external_id\" text,\n\t\"version\" integer NOT NULL,\n\tCONSTRAINT \"complaints_number_unique\" UNIQUE(\"number\"),\n\tCONSTRAINT \"complaints_provenance\" UNIQUE(\"source\",\"external_id\")\n);",
      "CREATE TABLE \"assignments\" (\n\t\"id\" text PRIMARY KEY NOT NULL,\n\t\"incident_id\" text NOT NULL,\n\t\"unit_id\" text NOT NULL,\n\t\"dispatched_at\" timestamp (3) with time zone NOT NULL,\n\t\"en_route_at\" timestamp (3) with time zone,\n\t\"on_scene_at\" timestamp (3) with time zone,\n\t\"transporting_at\" timestamp (3) with time zone,\n\t\"at_hospital_at\" timestamp (3) with time zone,\n\t\"cleared_at\" timestamp (3) with time zone\n);",
      "CREATE TABLE \"calls\" (\n\t\"id\" text PRIMARY KEY NOT NULL,\n\t\"type\" text NOT NULL,\n\t\"received_at\" timestamp (3) with time zone NOT NULL,\n\t\"answered_at\" timestamp (3) with time zone,\n\t\"ended_at\" timestamp (3) with time zone,\n\t\"incident_id\" text,\n\t\"source\" text,\n\t\"external_id\" text,\n\tCONSTRAINT \"calls_provenance\" UNIQUE(\"source\",\"external_id\")\n);",
      "CREATE TABLE \"incidents\" (\n\t\"id\" text PRIMARY KEY NOT NULL,\n\t\"number\" text NOT NULL,\n\t\"category_code\" text NOT NULL,\n\t\"subcategory_code\" text,\n\t\"priority\" text NOT NULL,\n\t\"state\" text NOT NULL,\n\t\"area_kind\" text NOT NULL,\n\t\"kecamatan_code\" text,\n\t\"kelurahan_code\" text,\n\t\"kecamatan_text\" text,\n\t\"kelurahan_text\" text,\n\t\"lng\" double precision,\n\t\"lat\" double precision,\n\t\"agency_codes\" text[] NOT NULL,\n\t\"started_at\" timestamp (3) with time zone NOT NULL,\n\t\"call_received_at\" timestamp (3) with time zone,\n\t\"call_answered_at\" timestamp (3) with time zone,\n\t\"verified_at\" timestamp (3) with time zone,\n\t\"forwarded_at\" timestamp (3) with time zone,\n\t\"acknowledged_at\" timestamp (3) with time zone,\n\t\"dispatched_at\" timestamp (3) with time zone,\n\t\"en_route_at\" timestamp (3) with time zone,\n\t\"on_scene_at\" timestamp (3) with time zone,\n\t\"under_control_at\" timestamp (3) with time zone,\n\t\"resolved_at\" timestamp (3) with time zone,\n\t\"closed_at\" timestamp (3) with time zone,\n\t\"ended_at\" timestamp (3) with time zone,\n\t\"note_count\" integer NOT NULL,\n\t\"source\" text,\n\t\"external_id\" text,\n\t\"version\" integer NOT NULL,\n\tCONSTRAINT \"incidents_number_unique\" UNIQUE(\"number\"),\n\tCONSTRAINT \"incidents_provenance\" UNIQUE(\"source\",\"external_id\")\n);",
      "CREATE TABLE \"notes\" (\n\t\"id\" text PRIMARY KEY NOT NULL,\n\t\"incident_id\" text NOT NULL,\n\t\"text\" text NOT NULL,\n\t\"recorded_at\" timestamp (3) with time zone NOT NULL,\n\t\"actor\" jsonb NOT NULL\n);",
      "CREATE TABLE \"changes\" (\n\t\"seq\" bigint PRIMARY KEY NOT NULL,\n\t\"recorded_at\" timestamp (3) with time zone NOT NULL,\n\t\"type\" text NOT NULL,\n\t\"actor\" jsonb NOT NULL,\n\t\"data\" jsonb NOT NULL,\n\t\"incident_id\" text,\n\t\"unit_id\" text,\n\t\"complaint_id\" text\n);",
      "CREATE TABLE \"day_counters\" (\n\t\"kind\" text NOT NULL,\n\t\"day\" text NOT NULL,\n\t\"last\" integer NOT NULL,\n\tCONSTRAINT \"day_counters_kind_day_pk\" PRIMARY KEY(\"kind\",\"day\")\n);",
      "CREATE TABLE \"idempotency_keys\" (\n\t\"actor_id\" text NOT NULL,\n\t\"key\" text NOT NULL,\n\t\"request_hash\" text NOT NULL,\n\t\"reply\" jsonb,\n\t\"created_at\" timestamp (3) with time zone NOT NULL,\n\tCONSTRAINT \"idempotency_keys_actor_id_key_pk\" PRIMARY KEY(\"actor_id\",\"key\")\n);",
      "CREATE TABLE \"imports\" (\n\t\"id\" text PRIMARY KEY NOT NULL,\n\t\"source\" text NOT NULL,\n\t\"calls\" integer NOT NULL,\n\t\"incidents\" integer NOT NULL,\n\t\"complaints\" integer NOT NULL,\n\t\"imported_at\" timestamp (3) with time zone NOT NULL\n);",
      "CREATE TABLE \"meta\" (\n\t\"id\" integer PRIMARY KEY DEFAULT 1 NOT NULL,\n\t\"stream_id\" text NOT NULL,\n\t\"profile\" text,\n\t\"pack_hash\" text,\n\t\"created_at\" timestamp (3) with time zone NOT NULL\n);",
      "CREATE TABLE \"stream_head\" (\n\t\"id\" integer PRIMARY KEY DEFAULT 1 NOT NULL,\n\t\"seq\" bigint NOT NULL,\n\t\"recorded_at\" timestamp (3) with time zone NOT NULL\n);",
      "CREATE TABLE \"unit_positions\" (\n\t\"unit_id\" text PRIMARY KEY NOT NULL,\n\t\"lng\" double precision NOT NULL,\n\t\"lat\" double precision NOT NULL,\n\t\"heading_deg\" double precision,\n\t\"speed_mps\" double precision,\n\t\"observed_at\" timestamp (3) with time zone NOT NULL\n);",
      "CREATE TABLE \"units\" (\n\t\"id\" text PRIMARY KEY NOT NULL,\n\t\"agency_code\" text NOT NULL,\n\t\"station_code\" text NOT NULL,\n\t\"kind\" text NOT NULL,\n\t\"status_code\" text NOT NULL,\n\t\"status_meaning\" text NOT NULL,\n\t\"status_since\" timestamp (3) with time zone NOT NULL,\n\t\"is_sos\" boolean NOT NULL,\n\t\"retired_at\" timestamp (3) with time zone,\n\t\"version\" integer NOT NULL\n);",
      "ALTER TABLE \"assignments\" ADD CONSTRAINT \"assignments_incident_id_incidents_id_fk\" FOREIGN KEY (\"incident_id\") REFERENCES \"public\".\"incidents\"(\"id\") ON DELETE no action ON UPDATE no action;",
      "ALTER TABLE \"notes\" ADD CONSTRAINT \"notes_incident_id_incidents_id_fk\" FOREIGN KEY (\"incident_id\") REFERENCES \"public\".\"incidents\"(\"id\") ON DELETE no action ON UPDATE no action;",
      "CREATE INDEX \"complaints_received_at_id_index\" ON \"complaints\" USING btree (\"received_at\",\"id\");",
      "CREATE INDEX \"complaints_ended_at_index\" ON \"complaints\" USING btree (\"ended_at\");",
      "CREATE INDEX \"assignments_incident_id_index\" ON \"assignments\" USING btree (\"incident_id\");",
      "CREATE UNIQUE INDEX \"assignments_active_unit\" ON \"assignments\" USING btree (\"unit_id\") WHERE \"assignments\".\"cleared_at\" is null;",
      "CREATE INDEX \"calls_received_at_id_index\" ON \"calls\" USING btree (\"received_at\",\"id\");",
      "CREATE INDEX \"incidents_started_at_id_index\" ON \"incidents\" USING btree (\"started_at\",\"id\");",
      "CREATE INDEX \"incidents_ended_at_index\" ON \"incidents\" USING btree (\"ended_at\");",
      "CREATE INDEX \"notes_incident_id_recorded_at_index\" ON \"notes\" USING btree (\"incident_id\",\"recorded_at\");",
      "CREATE INDEX \"changes_incident_id_seq_index\" ON \"changes\" USING btree (\"incident_id\",\"seq\");",
      "CREATE INDEX \"idempotency_keys_created_at_index\" ON \"idempotency_keys\" USING btree (\"created_at\");"
    ]
  },
  {
    "name": "0001_kpi_indexes",
    "statements": [
      "CREATE INDEX \"changes_complaint_id_seq_index\" ON \"changes\" USING btree (\"complaint_id\",\"seq\") WHERE \"changes\".\"complaint_id\" is not null;",
      "CREATE INDEX \"changes_reopenings\" ON \"changes\" USING btree (\"complaint_id\") WHERE \"changes\".\"data\" ->> 'to' = 'dibuka_kembali';"
    ]
  },
  {
    "name": "0002_boundaries",
    "statements": [
      "CREATE TABLE \"boundaries\" (\n\t\"id\" integer PRIMARY KEY DEFAULT 1 NOT NULL,\n\t\"data\" json NOT NULL,\n\t\"imported_at\" timestamp (3) with time zone NOT NULL\n);"
    ]
  },
  {
    "name": "0003_access_privacy_audit",
    "statements": [
      "CREATE TABLE \"api_keys\" (\n\t\"id\" text PRIMARY KEY NOT NULL,\n\t\"name\" text NOT NULL,\n\t\"source\" text NOT NULL,\n\t\"scopes\" jsonb NOT NULL,\n\t\"key_hash\" text NOT NULL,\n\t\"created_at\" timestamp (3) with time zone NOT NULL,\n\t\"created_by\" text NOT NULL,\n\t\"last_used_at\" timestamp (3) with time zone,\n\t\"revoked_at\" timestamp (3) with time zone,\n\tCONSTRAINT \"api_keys_keyHash_unique\" UNIQUE(\"key_hash\")\n);",
      "CREATE TABLE \"display_enrolments\" (\n\t\"code_hash\" text PRIMARY KEY NOT NULL,\n\t\"claim_hash\" text NOT NULL,\n\t\"created_at\" timestamp (3) with time zone NOT NULL,\n\t\"expires_at\" timestamp (3) with time zone NOT NULL,\n\t\"display_id\" text\n);",
      "CREATE TABLE \"displays\" (\n\t\"id\" text PRIMARY KEY NOT NULL,\n\t\"name\" text NOT NULL,\n\t\"display_class\" text NOT NULL,\n\t\"enrolled_at\" timestamp (3) with time zone NOT NULL,\n\t\"enrolled_by\" text NOT NULL,\n\t\"revoked_at\" timestamp (3) with time zone\n);",
      "CREATE TABLE \"sessions\" (\n\t\"id\" text PRIMARY KEY NOT NULL,\n\t\"user_id\" text,\n\t\"display_id\" text,\n\t\"refresh_hash\" text,\n\t\"previous_refresh_hash\" text,\n\t\"created_at\" timestamp (3) with time zone NOT NULL,\n\t\"refreshed_at\" timestamp (3) with time zone NOT NULL,\n\t\"expires_at\" timestamp (3) with time zone NOT NULL,\n\t\"revoked_at\" timestamp (3) with time zone,\n\t\"revoked_reason\" text\n);",
      "CREATE TABLE \"sign_in_failures\" (\n\t\"subject\" text PRIMARY KEY NOT NULL,\n\t\"failures\" integer NOT NULL,\n\t\"last_failed_at\" timestamp (3) with time zone NOT NULL,\n\t\"blocked_until\" timestamp (3) with time zone NOT NULL\n);",
      "CREATE TABLE \"users\" (\n\t\"id\" text PRIMARY KEY NOT NULL,\n\t\"username\" text NOT NULL,\n\t\"display_name\" text NOT NULL,\n\t\"role\" text NOT NULL,\n\t\"agency_code\" text,\n\t\"password_hash\" text NOT NULL,\n\t\"created_at\" timestamp (3) with time zone NOT NULL,\n\t\"password_changed_at\" timestamp (3) with time zone NOT NULL,\n\t\"last_seen_at\" timestamp (3) with time zone,\n\t\"disabled_at\" timestamp (3) with time zone,\n\tCONSTRAINT \"users_username_unique\" UNIQUE(\"username\")\n);",
      "CREATE TABLE \"audit\" (\n\t\"number\" bigint PRIMARY KEY NOT NULL,\n\t\"recorded_at\" timestamp (3) with time zone NOT NULL,\n\t\"actor_id\" text NOT NULL,\n\t\"role\" text,\n\t\"action\" text NOT NULL,\n\t\"subject\" text,\n\t\"outcome\" text NOT NULL,\n\t\"details\" jsonb NOT NULL,\n\t\"seq\" bigint,\n\t\"previous_hash\" text NOT NULL,\n\t\"hash\" text NOT NULL\n);",
      "CREATE TABLE \"audit_head\" (\n\t\"id\" integer PRIMARY KEY DEFAULT 1 NOT NULL,\n\t\"number\" bigint NOT NULL,\n\t\"hash\" text NOT NULL\n);",
      "CREATE TABLE \"personal_data\" (\n\t\"subject\" text PRIMARY KEY NOT NULL,\n\t\"sealed\" text NOT NULL,\n\t\"key_id\" text NOT NULL,\n\t\"recorded_at\" timestamp (3) with time zone NOT NULL\n);",
      "ALTER TABLE \"changes\" ADD COLUMN \"record\" jsonb;",
      "ALTER TABLE \"meta\" ADD COLUMN \"keys_fingerprint\" text;",
      "ALTER TABLE \"sessions\" ADD CONSTRAINT \"sessions_user_id_users_id_fk\" FOREIGN KEY (\"user_id\") REFERENCES \"public\".\"users\"(\"id\") ON DELETE no action ON UPDATE no action;",
      "CREATE INDEX \"sessions_user_id_index\" ON \"sessions\" USING btree (\"user_id\");",
      "CREATE INDEX \"sessions_display_id_index\" ON \"sessions\" USING btree (\"display_id\");",
      "CREATE INDEX \"sessions_revoked\" ON \"sessions\" USING btree (\"revoked_at\") WHERE \"sessions\".\"revoked_at\" is not null;",
      "CREATE UNIQUE INDEX \"sessions_refresh\" ON \"sessions\" USING btree (\"refresh_hash\");",
      "CREATE INDEX \"sessions_previous_refresh\" ON \"sessions\" USING btree (\"previous_refresh_hash\");",
      "CREATE INDEX \"audit_recorded_at_index\" ON \"audit\" USING btree (\"recorded_at\");",
      "CREATE INDEX \"audit_actor_id_number_index\" ON \"audit\" USING btree (\"actor_id\",\"number\");",
      "CREATE INDEX \"audit_subject_number_index\" ON \"audit\" USING btree (\"subject\",\"number\");",
      "CREATE INDEX \"personal_data_key_id_index\" ON \"personal_data\" USING btree (\"key_id\");",
      "CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$\nBEGIN\n  RAISE EXCEPTION 'the audit trail is only ever appended to';\nEND\n$$;",
      "CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON \"audit\" FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();"
    ]
  },
  {
    "name": "0004_retention",
    "statements": [
      "CREATE TABLE \"complaint_steps\" (\n\t\"complaint_id\" text NOT NULL,\n\t\"version\" integer NOT NULL,\n\t\"to_state\" text NOT NULL,\n\t\"at\" timestamp (3) with time zone NOT NULL,\n\tCONSTRAINT \"complaint_steps_complaint_id_version_pk\" PRIMARY KEY(\"complaint_id\",\"version\")\n);",
      "CREATE TABLE \"position_history\" (\n\t\"unit_id\" text NOT NULL,\n\t\"observed_at\" timestamp (3) with time zone NOT NULL,\n\t\"lng\" double precision NOT NULL,\n\t\"lat\" double precision NOT NULL,\n\t\"heading_deg\" double precision,\n\t\"speed_mps\" double precision,\n\tCONSTRAINT \"position_history_unit_id_observed_at_pk\" PRIMARY KEY(\"unit_id\",\"observed_at\")\n) PARTITION BY RANGE (\"observed_at\");",
      "DROP INDEX \"changes_reopenings\";",
      "ALTER TABLE \"stream_head\" ADD COLUMN \"pruned_seq\" bigint DEFAULT 0 NOT NULL;",
      "ALTER TABLE \"complaint_steps\" ADD CONSTRAINT \"complaint_steps_complaint_id_complaints_id_fk\" FOREIGN KEY (\"complaint_id\") REFERENCES \"public\".\"complaints\"(\"id\") ON DELETE no action ON UPDATE no action;",
      "CREATE INDEX \"complaint_steps_reopenings\" ON \"complaint_steps\" USING btree (\"at\") WHERE \"complaint_steps\".\"to_state\" = 'dibuka_kembali';",
      "CREATE INDEX \"changes_recorded_at_index\" ON \"changes\" USING btree (\"recorded_at\");",
      "INSERT INTO \"complaint_steps\" (\"complaint_id\", \"version\", \"to_state\", \"at\")\nSELECT \"complaint_id\", (\"data\" ->> 'version')::integer, \"data\" ->> 'to', (\"data\" ->> 'at')::timestamptz\nFROM \"changes\" WHERE \"type\" = 'complaint.transitioned';"
    ]
  }
];
