-- AlterTable
ALTER TABLE "change" ADD COLUMN "on_behalf_of" INTEGER;
ALTER TABLE "change" ADD COLUMN "undoes" INTEGER;

-- AlterTable
ALTER TABLE "post" ADD COLUMN "lineage" TEXT;

-- AlterTable
ALTER TABLE "posting" ADD COLUMN "held_since" TEXT;

-- CreateTable
CREATE TABLE "unit_type" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "unit_id" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT,
    "recorded_change" INTEGER NOT NULL,
    "retracted_change" INTEGER
);

-- CreateTable
CREATE TABLE "reorganisation" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "public_id" TEXT NOT NULL,
    "account_id" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "saved_at" TEXT NOT NULL,
    "change_id" INTEGER,
    "recorded_change" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "person_detail" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "person_id" INTEGER NOT NULL,
    "employment" TEXT NOT NULL,
    "work_email" TEXT,
    "work_phone" TEXT,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT,
    "recorded_change" INTEGER NOT NULL,
    "retracted_change" INTEGER
);

-- CreateTable
CREATE TABLE "person_merge" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "kept_person_id" INTEGER NOT NULL,
    "merged_person_id" INTEGER NOT NULL,
    "recorded_change" INTEGER NOT NULL,
    "retracted_change" INTEGER
);

-- CreateTable
CREATE TABLE "absence" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "public_id" TEXT NOT NULL,
    "person_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT,
    "recorded_change" INTEGER NOT NULL,
    "retracted_change" INTEGER
);

-- CreateTable
CREATE TABLE "handover" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "public_id" TEXT NOT NULL,
    "post_id" INTEGER NOT NULL,
    "outgoing_person_id" INTEGER,
    "incoming_person_id" INTEGER NOT NULL,
    "on_date" TEXT NOT NULL,
    "checklist" TEXT NOT NULL,
    "recorded_change" INTEGER NOT NULL,
    "retracted_change" INTEGER
);

-- CreateTable
CREATE TABLE "handover_confirmation" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "handover_id" INTEGER NOT NULL,
    "item" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "account_id" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    "recorded_change" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "delegation" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "public_id" TEXT NOT NULL,
    "from_account_id" INTEGER NOT NULL,
    "to_account_id" INTEGER NOT NULL,
    "power" TEXT NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "document" TEXT NOT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT NOT NULL,
    "recorded_change" INTEGER NOT NULL,
    "retracted_change" INTEGER
);

-- CreateTable
CREATE TABLE "due_extension" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "person_id" INTEGER NOT NULL,
    "programme" TEXT NOT NULL,
    "due" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "valid_from" TEXT NOT NULL,
    "recorded_change" INTEGER NOT NULL,
    "retracted_change" INTEGER
);

-- CreateTable
CREATE TABLE "assignment_rule" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "public_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "recorded_change" INTEGER NOT NULL,
    "retracted_change" INTEGER
);

-- CreateTable
CREATE TABLE "working_day_exception" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "day" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name_vi" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "recorded_change" INTEGER NOT NULL,
    "retracted_change" INTEGER
);

-- CreateTable
CREATE TABLE "setting" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT,
    "recorded_change" INTEGER NOT NULL,
    "retracted_change" INTEGER
);

-- CreateTable
CREATE TABLE "request" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "public_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "person_id" INTEGER NOT NULL,
    "raised_by" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "due" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "recorded_change" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "request_event" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "request_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "account_id" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "recorded_change" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "request_file" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "public_id" TEXT NOT NULL,
    "request_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "recorded_change" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "import_run" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "public_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "account_id" INTEGER NOT NULL,
    "effective" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "reading" TEXT,
    "summary" TEXT,
    "change_id" INTEGER,
    "recorded_change" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "import_row" (
    "import_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "detail" TEXT NOT NULL,

    PRIMARY KEY ("import_id", "number")
);

-- CreateTable
CREATE TABLE "import_progress" (
    "import_id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "step" TEXT NOT NULL,
    "done" INTEGER NOT NULL,
    "total" INTEGER NOT NULL,
    "message" TEXT,
    "at" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "import_profile" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "account_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "headings_hash" TEXT NOT NULL,
    "mapping" TEXT NOT NULL,
    "recorded_change" INTEGER NOT NULL,
    "retracted_change" INTEGER
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_permission_grant" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "public_id" TEXT NOT NULL,
    "account_id" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT,
    "document" TEXT,
    "recorded_change" INTEGER NOT NULL,
    "retracted_change" INTEGER
);
INSERT INTO "new_permission_grant" ("public_id", "account_id", "document", "id", "recorded_change", "retracted_change", "role", "unit_id", "valid_from", "valid_to") SELECT lower(hex(randomblob(8))), "account_id", "document", "id", "recorded_change", "retracted_change", "role", "unit_id", "valid_from", "valid_to" FROM "permission_grant";
DROP TABLE "permission_grant";
ALTER TABLE "new_permission_grant" RENAME TO "permission_grant";
CREATE INDEX "permission_grant_account_id_idx" ON "permission_grant"("account_id");
CREATE UNIQUE INDEX "permission_grant_public_id_recorded_change_key" ON "permission_grant"("public_id", "recorded_change");
-- What was said of people without a date holds since their first name does.
INSERT INTO "person_detail" ("person_id", "employment", "work_email", "work_phone", "valid_from", "recorded_change")
SELECT p."id", p."employment", p."work_email", p."work_phone",
  COALESCE((SELECT MIN(n."valid_from") FROM "person_name" n WHERE n."person_id" = p."id" AND n."retracted_change" IS NULL), '1995-01-01'),
  p."recorded_change" FROM "person" p;
CREATE TABLE "new_person" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "public_id" TEXT NOT NULL,
    "staff_code" TEXT NOT NULL,
    "recorded_change" INTEGER NOT NULL
);
INSERT INTO "new_person" ("id", "public_id", "recorded_change", "staff_code") SELECT "id", "public_id", "recorded_change", "staff_code" FROM "person";
DROP TABLE "person";
ALTER TABLE "new_person" RENAME TO "person";
CREATE UNIQUE INDEX "person_public_id_key" ON "person"("public_id");
CREATE UNIQUE INDEX "person_staff_code_key" ON "person"("staff_code");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "unit_type_unit_id_idx" ON "unit_type"("unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "reorganisation_public_id_key" ON "reorganisation"("public_id");

-- CreateIndex
CREATE UNIQUE INDEX "reorganisation_change_id_key" ON "reorganisation"("change_id");

-- CreateIndex
CREATE INDEX "person_detail_person_id_idx" ON "person_detail"("person_id");

-- CreateIndex
CREATE INDEX "person_detail_work_email_idx" ON "person_detail"("work_email");

-- CreateIndex
CREATE INDEX "person_merge_kept_person_id_idx" ON "person_merge"("kept_person_id");

-- CreateIndex
CREATE INDEX "person_merge_merged_person_id_idx" ON "person_merge"("merged_person_id");

-- CreateIndex
CREATE INDEX "absence_person_id_idx" ON "absence"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "absence_public_id_recorded_change_key" ON "absence"("public_id", "recorded_change");

-- CreateIndex
CREATE UNIQUE INDEX "handover_public_id_key" ON "handover"("public_id");

-- CreateIndex
CREATE INDEX "handover_post_id_idx" ON "handover"("post_id");

-- CreateIndex
CREATE INDEX "handover_outgoing_person_id_idx" ON "handover"("outgoing_person_id");

-- CreateIndex
CREATE INDEX "handover_incoming_person_id_idx" ON "handover"("incoming_person_id");

-- CreateIndex
CREATE UNIQUE INDEX "handover_confirmation_handover_id_item_side_key" ON "handover_confirmation"("handover_id", "item", "side");

-- CreateIndex
CREATE INDEX "delegation_from_account_id_idx" ON "delegation"("from_account_id");

-- CreateIndex
CREATE INDEX "delegation_to_account_id_idx" ON "delegation"("to_account_id");

-- CreateIndex
CREATE UNIQUE INDEX "delegation_public_id_recorded_change_key" ON "delegation"("public_id", "recorded_change");

-- CreateIndex
CREATE INDEX "due_extension_person_id_idx" ON "due_extension"("person_id");

-- CreateIndex
CREATE INDEX "assignment_rule_key_idx" ON "assignment_rule"("key");

-- CreateIndex
CREATE UNIQUE INDEX "assignment_rule_public_id_recorded_change_key" ON "assignment_rule"("public_id", "recorded_change");

-- CreateIndex
CREATE INDEX "working_day_exception_day_idx" ON "working_day_exception"("day");

-- CreateIndex
CREATE INDEX "setting_key_idx" ON "setting"("key");

-- CreateIndex
CREATE UNIQUE INDEX "request_public_id_key" ON "request"("public_id");

-- CreateIndex
CREATE INDEX "request_person_id_idx" ON "request"("person_id");

-- CreateIndex
CREATE INDEX "request_event_request_id_idx" ON "request_event"("request_id");

-- CreateIndex
CREATE UNIQUE INDEX "request_file_public_id_key" ON "request_file"("public_id");

-- CreateIndex
CREATE INDEX "request_file_request_id_idx" ON "request_file"("request_id");

-- CreateIndex
CREATE UNIQUE INDEX "import_run_public_id_key" ON "import_run"("public_id");

-- CreateIndex
CREATE UNIQUE INDEX "import_run_change_id_key" ON "import_run"("change_id");

-- CreateIndex
CREATE INDEX "import_run_account_id_idx" ON "import_run"("account_id");

-- CreateIndex
CREATE INDEX "import_profile_account_id_idx" ON "import_profile"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "change_undoes_key" ON "change"("undoes");

-- One address, one person: among the rows that count and have no end.
CREATE UNIQUE INDEX "person_detail_address" ON "person_detail"("work_email") WHERE "work_email" IS NOT NULL AND "retracted_change" IS NULL AND "valid_to" IS NULL;
