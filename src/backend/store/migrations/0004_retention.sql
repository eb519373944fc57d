CREATE TABLE "complaint_steps" (
	"complaint_id" text NOT NULL,
	"version" integer NOT NULL,
	"to_state" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "complaint_steps_complaint_id_version_pk" PRIMARY KEY("complaint_id","version")
);
--> statement-breakpoint
CREATE TABLE "position_history" (
	"unit_id" text NOT NULL,
	"observed_at" timestamp (3) with time zone NOT NULL,
	"lng" double precision NOT NULL,
	"lat" double precision NOT NULL,
	"heading_deg" double precision,
	"speed_mps" double precision,
	CONSTRAINT "position_history_unit_id_observed_at_pk" PRIMARY KEY("unit_id","observed_at")
) PARTITION BY RANGE ("observed_at");
--> statement-breakpoint
DROP INDEX "changes_reopenings";--> statement-breakpoint
ALTER TABLE "stream_head" ADD COLUMN "pruned_seq" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "complaint_steps" ADD CONSTRAINT "complaint_steps_complaint_id_complaints_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaints"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "complaint_steps_reopenings" ON "complaint_steps" USING btree ("at") WHERE "complaint_steps"."to_state" = 'dibuka_kembali';--> statement-breakpoint
CREATE INDEX "changes_recorded_at_index" ON "changes" USING btree ("recorded_at");
--> statement-breakpoint
INSERT INTO "complaint_steps" ("complaint_id", "version", "to_state", "at")
SELECT "complaint_id", ("data" ->> 'version')::integer, "data" ->> 'to', ("data" ->> 'at')::timestamptz
FROM "changes" WHERE "type" = 'complaint.transitioned';
