-- AlterTable
ALTER TABLE "attempt" ADD COLUMN "sitting_id" INTEGER;

-- AlterTable
ALTER TABLE "response" ADD COLUMN "source_id" INTEGER;

-- CreateTable
CREATE TABLE "attempt_time" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "attempt_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "deadline_at" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "recorded_change" INTEGER NOT NULL,
    "retracted_change" INTEGER
);

-- CreateTable
CREATE TABLE "attempt_void" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "attempt_id" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "recorded_change" INTEGER NOT NULL,
    "retracted_change" INTEGER
);

-- CreateTable
CREATE TABLE "attempt_grant" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "person_id" INTEGER NOT NULL,
    "course_id" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "recorded_change" INTEGER NOT NULL,
    "retracted_change" INTEGER
);

-- CreateTable
CREATE TABLE "extra_time" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "person_id" INTEGER NOT NULL,
    "percent" INTEGER NOT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT,
    "recorded_change" INTEGER NOT NULL,
    "retracted_change" INTEGER
);

-- CreateTable
CREATE TABLE "attempt_source" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "attempt_id" INTEGER NOT NULL,
    "session" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "at" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "attempt_log" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "attempt_id" INTEGER NOT NULL,
    "source_id" INTEGER,
    "kind" TEXT NOT NULL,
    "page" INTEGER,
    "at" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "late_response" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "attempt_id" INTEGER NOT NULL,
    "item" INTEGER NOT NULL,
    "value" TEXT NOT NULL,
    "flagged" BOOLEAN NOT NULL DEFAULT false,
    "client_key" TEXT NOT NULL,
    "at" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "mark_effect" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "result_id" INTEGER NOT NULL,
    "attempt_id" INTEGER NOT NULL,
    "decision" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "recorded_change" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "bank_item" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "bank" TEXT NOT NULL,
    "question_key" TEXT NOT NULL,
    "question_version_id" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "recorded_change" INTEGER NOT NULL,
    "retracted_change" INTEGER
);

-- CreateTable
CREATE TABLE "question_proposal" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "public_id" TEXT NOT NULL,
    "bank" TEXT NOT NULL,
    "question_key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "based_on" INTEGER,
    "batch" TEXT,
    "account_id" INTEGER NOT NULL,
    "recorded_change" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "proposal_event" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "proposal_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "account_id" INTEGER NOT NULL,
    "content" TEXT,
    "text" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "recorded_change" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "regrade" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "public_id" TEXT NOT NULL,
    "course_id" INTEGER NOT NULL,
    "question_key" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "account_id" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    "recorded_change" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "practice_run" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "public_id" TEXT NOT NULL,
    "person_id" INTEGER NOT NULL,
    "course_version_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "paper" TEXT NOT NULL,
    "started_at" TEXT NOT NULL,
    "ended_at" TEXT
);

-- CreateTable
CREATE TABLE "practice_answer" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "run_id" INTEGER NOT NULL,
    "item" INTEGER NOT NULL,
    "question_key" TEXT NOT NULL,
    "question_version_id" INTEGER NOT NULL,
    "value" TEXT NOT NULL,
    "share" REAL NOT NULL,
    "at" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "sitting" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "public_id" TEXT NOT NULL,
    "course_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "recorded_change" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "sitting_plan" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "sitting_id" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "opens_at" TEXT NOT NULL,
    "closes_at" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "room_code" TEXT,
    "one_device" BOOLEAN NOT NULL DEFAULT false,
    "invigilator_id" INTEGER,
    "status" TEXT NOT NULL,
    "recorded_change" INTEGER NOT NULL,
    "retracted_change" INTEGER
);

-- CreateTable
CREATE TABLE "sitting_candidate" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "sitting_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "recorded_change" INTEGER NOT NULL,
    "retracted_change" INTEGER
);

-- CreateTable
CREATE TABLE "sitting_minutes" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "sitting_id" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "recorded_change" INTEGER NOT NULL,
    "retracted_change" INTEGER
);

-- CreateTable
CREATE TABLE "sitting_paper" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "sitting_id" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "paper" TEXT NOT NULL,
    "seal" TEXT NOT NULL,
    "recorded_change" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "paper_entry" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "sitting_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "answers" TEXT NOT NULL,
    "account_id" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    "recorded_change" INTEGER NOT NULL,
    "retracted_change" INTEGER
);

-- CreateTable
CREATE TABLE "task_work" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "public_id" TEXT NOT NULL,
    "person_id" INTEGER NOT NULL,
    "enrolment_id" INTEGER NOT NULL,
    "course_version_id" INTEGER NOT NULL,
    "question_key" TEXT NOT NULL,
    "question_version_id" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    "recorded_change" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "task_draft" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "work_id" INTEGER NOT NULL,
    "round" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "client_key" TEXT NOT NULL,
    "at" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "task_file" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "public_id" TEXT NOT NULL,
    "work_id" INTEGER NOT NULL,
    "round" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "removed_at" TEXT
);

-- CreateTable
CREATE TABLE "task_hand_in" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "work_id" INTEGER NOT NULL,
    "round" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "files" TEXT NOT NULL,
    "confirmed_at" TEXT NOT NULL,
    "recorded_change" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "task_return" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "work_id" INTEGER NOT NULL,
    "round" INTEGER NOT NULL,
    "note" TEXT NOT NULL,
    "account_id" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    "recorded_change" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "marking_subject" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "public_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "work_id" INTEGER,
    "attempt_id" INTEGER,
    "item" INTEGER,
    "round" INTEGER NOT NULL,
    "request_id" INTEGER,
    "question_version_id" INTEGER,
    "course_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "unit_id" INTEGER,
    "markers" INTEGER NOT NULL,
    "threshold" REAL NOT NULL,
    "recorded_change" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "marking_place" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "public_id" TEXT NOT NULL,
    "subject_id" INTEGER NOT NULL,
    "place" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "account_id" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    "recorded_change" INTEGER NOT NULL,
    "retracted_change" INTEGER
);

-- CreateTable
CREATE TABLE "mark_draft" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "place_id" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "client_key" TEXT NOT NULL,
    "at" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "mark" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "place_id" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "points" REAL NOT NULL,
    "max_points" REAL NOT NULL,
    "at" TEXT NOT NULL,
    "recorded_change" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "mark_release" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "subject_id" INTEGER NOT NULL,
    "points" REAL NOT NULL,
    "max_points" REAL NOT NULL,
    "how" TEXT NOT NULL,
    "passed" BOOLEAN NOT NULL,
    "account_id" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    "recorded_change" INTEGER NOT NULL
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_attempt_result" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "attempt_id" INTEGER NOT NULL,
    "round" INTEGER NOT NULL DEFAULT 0,
    "ordinal" INTEGER NOT NULL DEFAULT 0,
    "kind" TEXT NOT NULL DEFAULT 'ended',
    "ended_at" TEXT NOT NULL,
    "ended_by" TEXT NOT NULL,
    "score" REAL NOT NULL,
    "max_score" REAL NOT NULL,
    "passed" BOOLEAN NOT NULL,
    "pending" BOOLEAN NOT NULL DEFAULT false,
    "marks" TEXT NOT NULL,
    "recorded_change" INTEGER NOT NULL
);
INSERT INTO "new_attempt_result" ("attempt_id", "ended_at", "ended_by", "marks", "max_score", "passed", "recorded_change", "score") SELECT "attempt_id", "ended_at", "ended_by", "marks", "max_score", "passed", "recorded_change", "score" FROM "attempt_result";
DROP TABLE "attempt_result";
ALTER TABLE "new_attempt_result" RENAME TO "attempt_result";
CREATE UNIQUE INDEX "attempt_result_attempt_id_round_ordinal_key" ON "attempt_result"("attempt_id", "round", "ordinal");
CREATE TABLE "new_lesson_completion" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "enrolment_id" INTEGER NOT NULL,
    "lesson_id" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    "how" TEXT NOT NULL DEFAULT 'read',
    "recorded_change" INTEGER NOT NULL
);
INSERT INTO "new_lesson_completion" ("at", "enrolment_id", "id", "lesson_id", "recorded_change") SELECT "at", "enrolment_id", "id", "lesson_id", "recorded_change" FROM "lesson_completion";
DROP TABLE "lesson_completion";
ALTER TABLE "new_lesson_completion" RENAME TO "lesson_completion";
CREATE UNIQUE INDEX "lesson_completion_enrolment_id_lesson_id_key" ON "lesson_completion"("enrolment_id", "lesson_id");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "attempt_time_attempt_id_idx" ON "attempt_time"("attempt_id");

-- CreateIndex
CREATE INDEX "attempt_void_attempt_id_idx" ON "attempt_void"("attempt_id");

-- CreateIndex
CREATE INDEX "attempt_grant_person_id_idx" ON "attempt_grant"("person_id");

-- CreateIndex
CREATE INDEX "extra_time_person_id_idx" ON "extra_time"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "attempt_source_attempt_id_session_device_address_key" ON "attempt_source"("attempt_id", "session", "device", "address");

-- CreateIndex
CREATE INDEX "attempt_log_attempt_id_idx" ON "attempt_log"("attempt_id");

-- CreateIndex
CREATE UNIQUE INDEX "late_response_attempt_id_client_key_key" ON "late_response"("attempt_id", "client_key");

-- CreateIndex
CREATE UNIQUE INDEX "mark_effect_result_id_key" ON "mark_effect"("result_id");

-- CreateIndex
CREATE INDEX "mark_effect_attempt_id_idx" ON "mark_effect"("attempt_id");

-- CreateIndex
CREATE INDEX "bank_item_question_key_idx" ON "bank_item"("question_key");

-- CreateIndex
CREATE UNIQUE INDEX "question_proposal_public_id_key" ON "question_proposal"("public_id");

-- CreateIndex
CREATE INDEX "question_proposal_bank_idx" ON "question_proposal"("bank");

-- CreateIndex
CREATE INDEX "question_proposal_question_key_idx" ON "question_proposal"("question_key");

-- CreateIndex
CREATE INDEX "proposal_event_proposal_id_idx" ON "proposal_event"("proposal_id");

-- CreateIndex
CREATE UNIQUE INDEX "regrade_public_id_key" ON "regrade"("public_id");

-- CreateIndex
CREATE INDEX "regrade_course_id_idx" ON "regrade"("course_id");

-- CreateIndex
CREATE UNIQUE INDEX "practice_run_public_id_key" ON "practice_run"("public_id");

-- CreateIndex
CREATE INDEX "practice_run_person_id_course_version_id_idx" ON "practice_run"("person_id", "course_version_id");

-- CreateIndex
CREATE UNIQUE INDEX "practice_answer_run_id_item_key" ON "practice_answer"("run_id", "item");

-- CreateIndex
CREATE UNIQUE INDEX "sitting_public_id_key" ON "sitting"("public_id");

-- CreateIndex
CREATE INDEX "sitting_unit_id_idx" ON "sitting"("unit_id");

-- CreateIndex
CREATE INDEX "sitting_course_id_idx" ON "sitting"("course_id");

-- CreateIndex
CREATE INDEX "sitting_plan_sitting_id_idx" ON "sitting_plan"("sitting_id");

-- CreateIndex
CREATE INDEX "sitting_plan_invigilator_id_idx" ON "sitting_plan"("invigilator_id");

-- CreateIndex
CREATE INDEX "sitting_candidate_sitting_id_idx" ON "sitting_candidate"("sitting_id");

-- CreateIndex
CREATE INDEX "sitting_candidate_person_id_idx" ON "sitting_candidate"("person_id");

-- CreateIndex
CREATE INDEX "sitting_minutes_sitting_id_idx" ON "sitting_minutes"("sitting_id");

-- CreateIndex
CREATE UNIQUE INDEX "sitting_paper_sitting_id_code_key" ON "sitting_paper"("sitting_id", "code");

-- CreateIndex
CREATE INDEX "paper_entry_sitting_id_idx" ON "paper_entry"("sitting_id");

-- CreateIndex
CREATE UNIQUE INDEX "task_work_public_id_key" ON "task_work"("public_id");

-- CreateIndex
CREATE UNIQUE INDEX "task_work_person_id_course_version_id_question_key_key" ON "task_work"("person_id", "course_version_id", "question_key");

-- CreateIndex
CREATE UNIQUE INDEX "task_draft_work_id_client_key_key" ON "task_draft"("work_id", "client_key");

-- CreateIndex
CREATE UNIQUE INDEX "task_file_public_id_key" ON "task_file"("public_id");

-- CreateIndex
CREATE INDEX "task_file_work_id_idx" ON "task_file"("work_id");

-- CreateIndex
CREATE UNIQUE INDEX "task_hand_in_work_id_round_key" ON "task_hand_in"("work_id", "round");

-- CreateIndex
CREATE UNIQUE INDEX "task_return_work_id_round_key" ON "task_return"("work_id", "round");

-- CreateIndex
CREATE UNIQUE INDEX "marking_subject_public_id_key" ON "marking_subject"("public_id");

-- CreateIndex
CREATE INDEX "marking_subject_course_id_idx" ON "marking_subject"("course_id");

-- CreateIndex
CREATE INDEX "marking_subject_work_id_idx" ON "marking_subject"("work_id");

-- CreateIndex
CREATE INDEX "marking_subject_attempt_id_idx" ON "marking_subject"("attempt_id");

-- CreateIndex
CREATE UNIQUE INDEX "marking_place_public_id_key" ON "marking_place"("public_id");

-- CreateIndex
CREATE INDEX "marking_place_subject_id_idx" ON "marking_place"("subject_id");

-- CreateIndex
CREATE INDEX "marking_place_person_id_idx" ON "marking_place"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "mark_draft_place_id_client_key_key" ON "mark_draft"("place_id", "client_key");

-- CreateIndex
CREATE UNIQUE INDEX "mark_place_id_key" ON "mark"("place_id");

-- CreateIndex
CREATE UNIQUE INDEX "mark_release_subject_id_key" ON "mark_release"("subject_id");

-- CreateIndex
CREATE INDEX "attempt_sitting_id_idx" ON "attempt"("sitting_id");

-- CreateIndex
CREATE INDEX "attempt_course_version_id_idx" ON "attempt"("course_version_id");

-- What Prisma's schema cannot say. Rows in force of the same thing exclude one another:
CREATE UNIQUE INDEX "attempt_void_in_force" ON "attempt_void"("attempt_id") WHERE "retracted_change" IS NULL;
CREATE UNIQUE INDEX "bank_item_in_force" ON "bank_item"("question_key") WHERE "retracted_change" IS NULL;
CREATE UNIQUE INDEX "sitting_plan_in_force" ON "sitting_plan"("sitting_id") WHERE "retracted_change" IS NULL;
CREATE UNIQUE INDEX "sitting_candidate_in_force" ON "sitting_candidate"("sitting_id", "person_id") WHERE "retracted_change" IS NULL;
CREATE UNIQUE INDEX "sitting_number_in_force" ON "sitting_candidate"("sitting_id", "number") WHERE "retracted_change" IS NULL;
CREATE UNIQUE INDEX "sitting_minutes_in_force" ON "sitting_minutes"("sitting_id") WHERE "retracted_change" IS NULL;
CREATE UNIQUE INDEX "paper_entry_in_force" ON "paper_entry"("sitting_id", "person_id", "ordinal") WHERE "retracted_change" IS NULL;
CREATE UNIQUE INDEX "marking_place_in_force" ON "marking_place"("subject_id", "place") WHERE "retracted_change" IS NULL;
CREATE UNIQUE INDEX "marking_person_in_force" ON "marking_place"("subject_id", "person_id") WHERE "retracted_change" IS NULL;
CREATE UNIQUE INDEX "marking_subject_task" ON "marking_subject"("work_id", "round") WHERE "kind" = 'task';
CREATE UNIQUE INDEX "marking_subject_item" ON "marking_subject"("attempt_id", "item", "round") WHERE "kind" = 'item';
CREATE UNIQUE INDEX "marking_subject_appeal" ON "marking_subject"("request_id", "item") WHERE "kind" = 'appeal';

-- How each attempt stands by what is recorded: its deadline, the result that holds, whether it is void. A later migration that
-- redefines one of its tables drops it first and creates it again.
CREATE VIEW "attempt_standing" AS
SELECT a."id" AS "attempt_id",
  COALESCE((SELECT t."deadline_at" FROM "attempt_time" t WHERE t."attempt_id" = a."id" AND t."retracted_change" IS NULL ORDER BY t."id" DESC LIMIT 1), a."deadline_at") AS "deadline_at",
  (SELECT COUNT(*) FROM "attempt_time" t WHERE t."attempt_id" = a."id" AND t."kind" = 'reopened' AND t."retracted_change" IS NULL) AS "round",
  EXISTS (SELECT 1 FROM "attempt_void" v WHERE v."attempt_id" = a."id" AND v."retracted_change" IS NULL) AS "void",
  r."id" AS "result_id", r."kind" AS "result_kind", r."ended_at", r."ended_by", r."score", r."max_score",
  CASE WHEN r."passed" AND NOT EXISTS (SELECT 1 FROM "attempt_void" v WHERE v."attempt_id" = a."id" AND v."retracted_change" IS NULL) THEN 1 WHEN r."id" IS NULL THEN NULL ELSE 0 END AS "passed",
  r."pending", r."marks", r."recorded_change" AS "result_change"
FROM "attempt" a
LEFT JOIN "attempt_result" r ON r."id" = (
  SELECT x."id" FROM "attempt_result" x
  WHERE x."attempt_id" = a."id" AND x."round" = (SELECT COUNT(*) FROM "attempt_time" t WHERE t."attempt_id" = a."id" AND t."kind" = 'reopened' AND t."retracted_change" IS NULL)
  ORDER BY x."ordinal" DESC LIMIT 1);
