CREATE TABLE "boundaries" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"data" json NOT NULL,
	"imported_at" timestamp (3) with time zone NOT NULL
);
