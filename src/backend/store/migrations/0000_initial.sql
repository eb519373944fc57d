CREATE TABLE "complaints" (
	"id" text PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"category_code" text NOT NULL,
	"class" text NOT NULL,
	"channel" text NOT NULL,
	"state" text NOT NULL,
	"state_since" timestamp (3) with time zone NOT NULL,
	"area_kind" text NOT NULL,
	"kecamatan_code" text,
	"kelurahan_code" text,
	"kecamatan_text" text,
	"kelurahan_text" text,
	"lng" double precision,
	"lat" double precision,
	"agency_code" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"first_response_at" timestamp (3) with time zone,
	"due_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"source" text,
	"external_id" text,
	"version" integer NOT NULL,
	CONSTRAINT "complaints_number_unique" UNIQUE("number"),
	CONSTRAINT "complaints_provenance" UNIQUE("source","external_id")
);
--> statement-breakpoint
CREATE TABLE "assignments" (
	"id" text PRIMARY KEY NOT NULL,
	"incident_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"dispatched_at" timestamp (3) with time zone NOT NULL,
	"en_route_at" timestamp (3) with time zone,
	"on_scene_at" timestamp (3) with time zone,
	"transporting_at" timestamp (3) with time zone,
	"at_hospital_at" timestamp (3) with time zone,
	"cleared_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "calls" (
	"id" text PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"incident_id" text,
	"source" text,
	"external_id" text,
	CONSTRAINT "calls_provenance" UNIQUE("source","external_id")
);
--> statement-breakpoint
CREATE TABLE "incidents" (
	"id" text PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"category_code" text NOT NULL,
	"subcategory_code" text,
	"priority" text NOT NULL,
	"state" text NOT NULL,
	"area_kind" text NOT NULL,
	"kecamatan_code" text,
	"kelurahan_code" text,
	"kecamatan_text" text,
	"kelurahan_text" text,
	"lng" double precision,
	"lat" double precision,
	"agency_codes" text[] NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"call_received_at" timestamp (3) with time zone,
	"call_answered_at" timestamp (3) with time zone,
	"verified_at" timestamp (3) with time zone,
	"forwarded_at" timestamp (3) with time zone,
	"acknowledged_at" timestamp (3) with time zone,
	"dispatched_at" timestamp (3) with time zone,
	"en_route_at" timestamp (3) with time zone,
	"on_scene_at" timestamp (3) with time zone,
	"under_control_at" timestamp (3) with time zone,
	"resolved_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"note_count" integer NOT NULL,
	"source" text,
	"external_id" text,
	"version" integer NOT NULL,
	CONSTRAINT "incidents_number_unique" UNIQUE("number"),
	CONSTRAINT "incidents_provenance" UNIQUE("source","external_id")
);
--> statement-breakpoint
CREATE TABLE "notes" (
	"id" text PRIMARY KEY NOT NULL,
	"incident_id" text NOT NULL,
	"text" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"actor" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "changes" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"type" text NOT NULL,
	"actor" jsonb NOT NULL,
	"data" jsonb NOT NULL,
	"incident_id" text,
	"unit_id" text,
	"complaint_id" text
);
--> statement-breakpoint
CREATE TABLE "day_counters" (
	"kind" text NOT NULL,
	"day" text NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "day_counters_kind_day_pk" PRIMARY KEY("kind","day")
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"actor_id" text NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"reply" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_actor_id_key_pk" PRIMARY KEY("actor_id","key")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" text PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"calls" integer NOT NULL,
	"incidents" integer NOT NULL,
	"complaints" integer NOT NULL,
	"imported_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meta" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"stream_id" text NOT NULL,
	"profile" text,
	"pack_hash" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stream_head" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"seq" bigint NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "unit_positions" (
	"unit_id" text PRIMARY KEY NOT NULL,
	"lng" double precision NOT NULL,
	"lat" double precision NOT NULL,
	"heading_deg" double precision,
	"speed_mps" double precision,
	"observed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "units" (
	"id" text PRIMARY KEY NOT NULL,
	"agency_code" text NOT NULL,
	"station_code" text NOT NULL,
	"kind" text NOT NULL,
	"status_code" text NOT NULL,
	"status_meaning" text NOT NULL,
	"status_since" timestamp (3) with time zone NOT NULL,
	"is_sos" boolean NOT NULL,
	"retired_at" timestamp (3) with time zone,
	"version" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_incident_id_incidents_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incidents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_incident_id_incidents_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incidents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "complaints_received_at_id_index" ON "complaints" USING btree ("received_at","id");--> statement-breakpoint
CREATE INDEX "complaints_ended_at_index" ON "complaints" USING btree ("ended_at");--> statement-breakpoint
CREATE INDEX "assignments_incident_id_index" ON "assignments" USING btree ("incident_id");--> statement-breakpoint
CREATE UNIQUE INDEX "assignments_active_unit" ON "assignments" USING btree ("unit_id") WHERE "assignments"."cleared_at" is null;--> statement-breakpoint
CREATE INDEX "calls_received_at_id_index" ON "calls" USING btree ("received_at","id");--> statement-breakpoint
CREATE INDEX "incidents_started_at_id_index" ON "incidents" USING btree ("started_at","id");--> statement-breakpoint
CREATE INDEX "incidents_ended_at_index" ON "incidents" USING btree ("ended_at");--> statement-breakpoint
CREATE INDEX "notes_incident_id_recorded_at_index" ON "notes" USING btree ("incident_id","recorded_at");--> statement-breakpoint
CREATE INDEX "changes_incident_id_seq_index" ON "changes" USING btree ("incident_id","seq");--> statement-breakpoint
CREATE INDEX "idempotency_keys_created_at_index" ON "idempotency_keys" USING btree ("created_at");