-- AlterTable
ALTER TABLE "certificate" ADD COLUMN "basis" TEXT;
ALTER TABLE "certificate" ADD COLUMN "completed_on" TEXT;
ALTER TABLE "certificate" ADD COLUMN "completion" TEXT;
ALTER TABLE "certificate" ADD COLUMN "issue_list_id" INTEGER;
ALTER TABLE "certificate" ADD COLUMN "programme_version_id" INTEGER;
ALTER TABLE "certificate" ADD COLUMN "renews_id" INTEGER;
ALTER TABLE "certificate" ADD COLUMN "replaces_id" INTEGER;

-- AlterTable
ALTER TABLE "certificate_event" ADD COLUMN "cause" TEXT;

-- AlterTable
ALTER TABLE "evidence" ADD COLUMN "certificate_id" INTEGER;
ALTER TABLE "evidence" ADD COLUMN "log_entry_id" INTEGER;
ALTER TABLE "evidence" ADD COLUMN "proof_id" INTEGER;
ALTER TABLE "evidence" ADD COLUMN "strength" INTEGER;
ALTER TABLE "evidence" ADD COLUMN "subject_id" INTEGER;

-- CreateTable
CREATE TABLE "certificate_signature" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "certificate_id" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "signed_at" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "certificate_credential" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "certificate_id" INTEGER NOT NULL,
    "key_id" TEXT NOT NULL,
    "jwt" TEXT NOT NULL,
    "signed_at" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "signing_key" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "key_id" TEXT NOT NULL,
    "algorithm" TEXT NOT NULL,
    "public_jwk" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "retired_at" TEXT,
    "recorded_change" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "certificate_signed_copy" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "certificate_id" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "signer" TEXT NOT NULL,
    "signed_on" TEXT NOT NULL,
    "account_id" INTEGER NOT NULL,
    "recorded_change" INTEGER NOT NULL,
    "retracted_change" INTEGER
);

-- CreateTable
CREATE TABLE "certificate_share" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "public_id" TEXT NOT NULL,
    "person_id" INTEGER NOT NULL,
    "certificates" TEXT,
    "token_hash" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "expires_at" TEXT NOT NULL,
    "ended_at" TEXT
);

-- CreateTable
CREATE TABLE "programme_version" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "public_id" TEXT NOT NULL,
    "programme" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT,
    "recorded_change" INTEGER NOT NULL,
    "retracted_change" INTEGER
);

-- CreateTable
CREATE TABLE "signatory" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "public_id" TEXT NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "person_id" INTEGER,
    "content" TEXT NOT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT,
    "recorded_change" INTEGER NOT NULL,
    "retracted_change" INTEGER
);

-- CreateTable
CREATE TABLE "paper_wording" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "public_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "programme" TEXT,
    "content" TEXT NOT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT,
    "recorded_change" INTEGER NOT NULL,
    "retracted_change" INTEGER
);

-- CreateTable
CREATE TABLE "issue_list" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "public_id" TEXT NOT NULL,
    "programme" TEXT NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "account_id" INTEGER NOT NULL,
    "recorded_change" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "issue_list_entry" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "list_id" INTEGER NOT NULL,
    "eligibility_id" INTEGER NOT NULL,
    "recorded_change" INTEGER NOT NULL,
    "retracted_change" INTEGER
);

-- CreateTable
CREATE TABLE "issue_list_event" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "list_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "account_id" INTEGER NOT NULL,
    "signatory_id" INTEGER,
    "number" TEXT,
    "decided_on" TEXT,
    "text" TEXT,
    "at" TEXT NOT NULL,
    "recorded_change" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "log_entry" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "public_id" TEXT NOT NULL,
    "person_id" INTEGER NOT NULL,
    "competency" TEXT NOT NULL,
    "on_date" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "people" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "link" TEXT,
    "note" TEXT,
    "instead_of" INTEGER,
    "recorded_change" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "log_entry_event" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "entry_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "account_id" INTEGER NOT NULL,
    "text" TEXT,
    "at" TEXT NOT NULL,
    "recorded_change" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "outside_proof" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "public_id" TEXT NOT NULL,
    "person_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "recorded_change" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "outside_proof_event" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "proof_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "account_id" INTEGER NOT NULL,
    "content" TEXT,
    "text" TEXT,
    "at" TEXT NOT NULL,
    "recorded_change" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "outside_proof_file" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "public_id" TEXT NOT NULL,
    "proof_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "recorded_change" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "saved_report" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "public_id" TEXT NOT NULL,
    "account_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "as_of" TEXT NOT NULL,
    "known_at" INTEGER NOT NULL,
    "query" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "recorded_change" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "saved_view" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "public_id" TEXT NOT NULL,
    "account_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "removed_at" TEXT
);

-- CreateTable
CREATE TABLE "report_schedule" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "public_id" TEXT NOT NULL,
    "account_id" INTEGER NOT NULL,
    "recipient_account_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "valid_from" TEXT NOT NULL,
    "recorded_change" INTEGER NOT NULL,
    "retracted_change" INTEGER
);

-- CreateTable
CREATE TABLE "report_sending" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "schedule_id" INTEGER NOT NULL,
    "due_on" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "people" INTEGER NOT NULL,
    "at" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "reminder" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "certificate_id" INTEGER NOT NULL,
    "account_id" INTEGER NOT NULL,
    "audience" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "due_on" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "seen_at" TEXT
);

-- CreateTable
CREATE TABLE "outgoing_mail" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "key" TEXT NOT NULL,
    "account_id" INTEGER,
    "recipient" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT,
    "files" TEXT,
    "not_before" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "taken_at" TEXT,
    "sent_at" TEXT,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT
);

-- CreateTable
CREATE TABLE "mail_choice" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "account_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "wanted" BOOLEAN NOT NULL,
    "at" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "job_turn" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "holder" TEXT NOT NULL,
    "until" TEXT NOT NULL
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_eligibility" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "person_id" INTEGER NOT NULL,
    "programme" TEXT NOT NULL,
    "attempt_id" INTEGER,
    "basis" TEXT NOT NULL,
    "on_date" TEXT NOT NULL,
    "completion" TEXT,
    "recorded_change" INTEGER NOT NULL,
    "retracted_change" INTEGER
);
INSERT INTO "new_eligibility" ("attempt_id", "basis", "id", "on_date", "person_id", "programme", "recorded_change") SELECT "attempt_id", 'attempt:' || "attempt_id", "id", "on_date", "person_id", "programme", "recorded_change" FROM "eligibility";
DROP TABLE "eligibility";
ALTER TABLE "new_eligibility" RENAME TO "eligibility";
CREATE INDEX "eligibility_person_id_idx" ON "eligibility"("person_id");
CREATE INDEX "eligibility_programme_idx" ON "eligibility"("programme");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE UNIQUE INDEX "certificate_signature_certificate_id_key_id_key" ON "certificate_signature"("certificate_id", "key_id");

-- CreateIndex
CREATE UNIQUE INDEX "certificate_credential_certificate_id_key_id_key" ON "certificate_credential"("certificate_id", "key_id");

-- CreateIndex
CREATE UNIQUE INDEX "signing_key_key_id_key" ON "signing_key"("key_id");

-- CreateIndex
CREATE INDEX "certificate_signed_copy_certificate_id_idx" ON "certificate_signed_copy"("certificate_id");

-- CreateIndex
CREATE UNIQUE INDEX "certificate_share_public_id_key" ON "certificate_share"("public_id");

-- CreateIndex
CREATE UNIQUE INDEX "certificate_share_token_hash_key" ON "certificate_share"("token_hash");

-- CreateIndex
CREATE INDEX "certificate_share_person_id_idx" ON "certificate_share"("person_id");

-- CreateIndex
CREATE INDEX "programme_version_programme_idx" ON "programme_version"("programme");

-- CreateIndex
CREATE UNIQUE INDEX "programme_version_public_id_recorded_change_key" ON "programme_version"("public_id", "recorded_change");

-- CreateIndex
CREATE INDEX "signatory_unit_id_idx" ON "signatory"("unit_id");

-- CreateIndex
CREATE INDEX "signatory_person_id_idx" ON "signatory"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "signatory_public_id_recorded_change_key" ON "signatory"("public_id", "recorded_change");

-- CreateIndex
CREATE INDEX "paper_wording_kind_idx" ON "paper_wording"("kind");

-- CreateIndex
CREATE UNIQUE INDEX "paper_wording_public_id_recorded_change_key" ON "paper_wording"("public_id", "recorded_change");

-- CreateIndex
CREATE UNIQUE INDEX "issue_list_public_id_key" ON "issue_list"("public_id");

-- CreateIndex
CREATE INDEX "issue_list_programme_idx" ON "issue_list"("programme");

-- CreateIndex
CREATE INDEX "issue_list_unit_id_idx" ON "issue_list"("unit_id");

-- CreateIndex
CREATE INDEX "issue_list_entry_list_id_idx" ON "issue_list_entry"("list_id");

-- CreateIndex
CREATE INDEX "issue_list_entry_eligibility_id_idx" ON "issue_list_entry"("eligibility_id");

-- CreateIndex
CREATE INDEX "issue_list_event_list_id_idx" ON "issue_list_event"("list_id");

-- CreateIndex
CREATE UNIQUE INDEX "log_entry_public_id_key" ON "log_entry"("public_id");

-- CreateIndex
CREATE INDEX "log_entry_person_id_idx" ON "log_entry"("person_id");

-- CreateIndex
CREATE INDEX "log_entry_event_entry_id_idx" ON "log_entry_event"("entry_id");

-- CreateIndex
CREATE UNIQUE INDEX "outside_proof_public_id_key" ON "outside_proof"("public_id");

-- CreateIndex
CREATE INDEX "outside_proof_person_id_idx" ON "outside_proof"("person_id");

-- CreateIndex
CREATE INDEX "outside_proof_event_proof_id_idx" ON "outside_proof_event"("proof_id");

-- CreateIndex
CREATE UNIQUE INDEX "outside_proof_file_public_id_key" ON "outside_proof_file"("public_id");

-- CreateIndex
CREATE INDEX "outside_proof_file_proof_id_idx" ON "outside_proof_file"("proof_id");

-- CreateIndex
CREATE UNIQUE INDEX "saved_report_public_id_key" ON "saved_report"("public_id");

-- CreateIndex
CREATE INDEX "saved_report_account_id_idx" ON "saved_report"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "saved_view_public_id_key" ON "saved_view"("public_id");

-- CreateIndex
CREATE INDEX "saved_view_account_id_idx" ON "saved_view"("account_id");

-- CreateIndex
CREATE INDEX "report_schedule_account_id_idx" ON "report_schedule"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "report_schedule_public_id_recorded_change_key" ON "report_schedule"("public_id", "recorded_change");

-- CreateIndex
CREATE UNIQUE INDEX "report_sending_schedule_id_due_on_key" ON "report_sending"("schedule_id", "due_on");

-- CreateIndex
CREATE INDEX "reminder_account_id_idx" ON "reminder"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "reminder_certificate_id_account_id_stage_channel_key" ON "reminder"("certificate_id", "account_id", "stage", "channel");

-- CreateIndex
CREATE UNIQUE INDEX "outgoing_mail_key_key" ON "outgoing_mail"("key");

-- CreateIndex
CREATE INDEX "outgoing_mail_sent_at_idx" ON "outgoing_mail"("sent_at");

-- CreateIndex
CREATE INDEX "mail_choice_account_id_idx" ON "mail_choice"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "certificate_replaces_id_key" ON "certificate"("replaces_id");

-- CreateIndex
CREATE INDEX "certificate_issue_list_id_idx" ON "certificate"("issue_list_id");

-- CreateIndex
CREATE UNIQUE INDEX "certificate_programme_basis_key" ON "certificate"("programme", "basis");

-- CreateIndex
CREATE INDEX "evidence_log_entry_id_idx" ON "evidence"("log_entry_id");

-- CreateIndex
CREATE INDEX "evidence_proof_id_idx" ON "evidence"("proof_id");

-- CreateIndex
CREATE UNIQUE INDEX "evidence_subject_id_competency_key" ON "evidence"("subject_id", "competency");

-- What prisma cannot say: of rows in force, one at a time
CREATE UNIQUE INDEX "eligibility_in_force" ON "eligibility"("programme", "basis") WHERE "retracted_change" IS NULL;
CREATE UNIQUE INDEX "issue_list_entry_in_force" ON "issue_list_entry"("eligibility_id") WHERE "retracted_change" IS NULL;
CREATE UNIQUE INDEX "issue_list_approval" ON "issue_list_event"("list_id") WHERE "kind" = 'approved';
CREATE UNIQUE INDEX "signed_copy_in_force" ON "certificate_signed_copy"("certificate_id") WHERE "retracted_change" IS NULL;

-- Certificates rest on the attempt that completed them
UPDATE "certificate" SET "basis" = 'attempt:' || "attempt_id" WHERE "attempt_id" IS NOT NULL;
