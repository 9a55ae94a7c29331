-- CreateTable
CREATE TABLE "change" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" TEXT NOT NULL,
    "actor_id" INTEGER,
    "kind" TEXT NOT NULL,
    "document" TEXT,
    "effective" TEXT,
    "note" TEXT,
    "once_key" TEXT
);

-- CreateTable
CREATE TABLE "unit" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "public_id" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "vss_code" TEXT,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "source" TEXT,
    "recorded_change" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "unit_existence" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "unit_id" INTEGER NOT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT,
    "recorded_change" INTEGER NOT NULL,
    "retracted_change" INTEGER
);

-- CreateTable
CREATE TABLE "unit_name" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "unit_id" INTEGER NOT NULL,
    "name_vi" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "short_vi" TEXT NOT NULL,
    "short_en" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT,
    "recorded_change" INTEGER NOT NULL,
    "retracted_change" INTEGER
);

-- CreateTable
CREATE TABLE "unit_placement" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "unit_id" INTEGER NOT NULL,
    "parent_id" INTEGER NOT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT,
    "recorded_change" INTEGER NOT NULL,
    "retracted_change" INTEGER
);

-- CreateTable
CREATE TABLE "unit_succession" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "old_unit_id" INTEGER NOT NULL,
    "new_unit_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "recorded_change" INTEGER NOT NULL,
    "retracted_change" INTEGER
);

-- CreateTable
CREATE TABLE "level_label" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "level" TEXT NOT NULL,
    "label_vi" TEXT NOT NULL,
    "label_en" TEXT NOT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT,
    "recorded_change" INTEGER NOT NULL,
    "retracted_change" INTEGER
);

-- CreateTable
CREATE TABLE "area" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "key" TEXT NOT NULL,
    "recorded_change" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "area_version" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "area_id" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "name_vi" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT,
    "recorded_change" INTEGER NOT NULL,
    "retracted_change" INTEGER
);

-- CreateTable
CREATE TABLE "unit_area" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "unit_id" INTEGER NOT NULL,
    "area_id" INTEGER NOT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT,
    "recorded_change" INTEGER NOT NULL,
    "retracted_change" INTEGER
);

-- CreateTable
CREATE TABLE "person" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "public_id" TEXT NOT NULL,
    "staff_code" TEXT NOT NULL,
    "employment" TEXT NOT NULL,
    "work_email" TEXT,
    "work_phone" TEXT,
    "recorded_change" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "person_name" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "person_id" INTEGER NOT NULL,
    "full_name" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "sort_key" TEXT NOT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT,
    "recorded_change" INTEGER NOT NULL,
    "retracted_change" INTEGER
);

-- CreateTable
CREATE TABLE "post" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "public_id" TEXT NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "position" TEXT NOT NULL,
    "one_stop" BOOLEAN NOT NULL DEFAULT false,
    "deputy" BOOLEAN NOT NULL DEFAULT false,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT,
    "recorded_change" INTEGER NOT NULL,
    "retracted_change" INTEGER
);

-- CreateTable
CREATE TABLE "posting" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "public_id" TEXT NOT NULL,
    "person_id" INTEGER NOT NULL,
    "post_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT,
    "decision" TEXT,
    "end_reason" TEXT,
    "recorded_change" INTEGER NOT NULL,
    "retracted_change" INTEGER
);

-- CreateTable
CREATE TABLE "account" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "public_id" TEXT NOT NULL,
    "person_id" INTEGER NOT NULL,
    "password_hash" TEXT,
    "language" TEXT NOT NULL DEFAULT 'vi',
    "theme" TEXT NOT NULL DEFAULT 'system',
    "disabled" BOOLEAN NOT NULL DEFAULT false,
    "recorded_change" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "permission_grant" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "account_id" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT,
    "document" TEXT,
    "recorded_change" INTEGER NOT NULL,
    "retracted_change" INTEGER
);

-- CreateTable
CREATE TABLE "session" (
    "id_hash" TEXT NOT NULL PRIMARY KEY,
    "account_id" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "expires_at" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false
);

-- CreateTable
CREATE TABLE "password_slip" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "account_id" INTEGER NOT NULL,
    "token_hash" TEXT NOT NULL,
    "expires_at" TEXT NOT NULL,
    "used_at" TEXT,
    "recorded_change" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "acknowledgement" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "account_id" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "recorded_change" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "framework_version" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "valid_from" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "recorded_change" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "course" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "slug" TEXT NOT NULL,
    "track" TEXT NOT NULL,
    "recorded_change" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "course_version" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "course_id" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "change_kind" TEXT NOT NULL,
    "valid_from" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "exam" TEXT NOT NULL,
    "recorded_change" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "lesson" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "course_version_id" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "minutes" INTEGER NOT NULL,
    "title_vi" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "goal_vi" TEXT NOT NULL,
    "goal_en" TEXT NOT NULL,
    "body_vi" TEXT NOT NULL,
    "body_en" TEXT NOT NULL,
    "citations" TEXT NOT NULL,
    "activity_key" TEXT
);

-- CreateTable
CREATE TABLE "activity" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "course_version_id" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "library" TEXT NOT NULL,
    "title_vi" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "package_vi" TEXT NOT NULL,
    "package_en" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "question_version" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "key" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "recorded_change" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "course_question" (
    "course_version_id" INTEGER NOT NULL,
    "question_version_id" INTEGER NOT NULL,

    PRIMARY KEY ("course_version_id", "question_version_id")
);

-- CreateTable
CREATE TABLE "enrolment" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "public_id" TEXT NOT NULL,
    "person_id" INTEGER NOT NULL,
    "course_id" INTEGER NOT NULL,
    "course_version_id" INTEGER NOT NULL,
    "started_at" TEXT NOT NULL,
    "recorded_change" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "lesson_completion" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "enrolment_id" INTEGER NOT NULL,
    "lesson_id" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    "recorded_change" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "course_completion" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "enrolment_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    "recorded_change" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "manual_assignment" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "person_id" INTEGER NOT NULL,
    "programme" TEXT NOT NULL,
    "course" TEXT NOT NULL,
    "due" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "valid_from" TEXT NOT NULL,
    "recorded_change" INTEGER NOT NULL,
    "retracted_change" INTEGER
);

-- CreateTable
CREATE TABLE "waiver" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "person_id" INTEGER NOT NULL,
    "programme" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT,
    "recorded_change" INTEGER NOT NULL,
    "retracted_change" INTEGER
);

-- CreateTable
CREATE TABLE "activity_state" (
    "person_id" INTEGER NOT NULL,
    "package_hash" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "at" TEXT NOT NULL,

    PRIMARY KEY ("person_id", "package_hash")
);

-- CreateTable
CREATE TABLE "practice_statement" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "person_id" INTEGER NOT NULL,
    "activity_id" INTEGER NOT NULL,
    "client_key" TEXT NOT NULL,
    "verb" TEXT NOT NULL,
    "score" REAL,
    "max_score" REAL,
    "statement" TEXT NOT NULL,
    "at" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "attempt" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "public_id" TEXT NOT NULL,
    "person_id" INTEGER NOT NULL,
    "enrolment_id" INTEGER NOT NULL,
    "course_version_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "started_at" TEXT NOT NULL,
    "deadline_at" TEXT NOT NULL,
    "paper" TEXT NOT NULL,
    "recorded_change" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "response" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "attempt_id" INTEGER NOT NULL,
    "item" INTEGER NOT NULL,
    "value" TEXT NOT NULL,
    "flagged" BOOLEAN NOT NULL DEFAULT false,
    "client_key" TEXT NOT NULL,
    "at" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "attempt_result" (
    "attempt_id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "ended_at" TEXT NOT NULL,
    "ended_by" TEXT NOT NULL,
    "score" REAL NOT NULL,
    "max_score" REAL NOT NULL,
    "passed" BOOLEAN NOT NULL,
    "marks" TEXT NOT NULL,
    "recorded_change" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "standing_decision" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "programme" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "signed_on" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT,
    "recorded_change" INTEGER NOT NULL,
    "retracted_change" INTEGER
);

-- CreateTable
CREATE TABLE "eligibility" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "person_id" INTEGER NOT NULL,
    "programme" TEXT NOT NULL,
    "attempt_id" INTEGER NOT NULL,
    "on_date" TEXT NOT NULL,
    "recorded_change" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "certificate" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "public_id" TEXT NOT NULL,
    "person_id" INTEGER NOT NULL,
    "programme" TEXT NOT NULL,
    "framework_version_id" INTEGER NOT NULL,
    "attempt_id" INTEGER,
    "serial" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "issued_on" TEXT NOT NULL,
    "valid_until" TEXT,
    "unit_id" INTEGER NOT NULL,
    "face" TEXT NOT NULL,
    "recorded_change" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "certificate_event" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "certificate_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "on_date" TEXT NOT NULL,
    "reason" TEXT,
    "recorded_change" INTEGER NOT NULL,
    "retracted_change" INTEGER
);

-- CreateTable
CREATE TABLE "certificate_document" (
    "certificate_id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "sha256" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "rendered_at" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "serial_counter" (
    "series" TEXT NOT NULL PRIMARY KEY,
    "last" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "person_id" INTEGER NOT NULL,
    "competency" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "attempt_id" INTEGER,
    "course" TEXT,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT,
    "recorded_change" INTEGER NOT NULL,
    "retracted_change" INTEGER
);

-- CreateIndex
CREATE UNIQUE INDEX "change_once_key_key" ON "change"("once_key");

-- CreateIndex
CREATE UNIQUE INDEX "unit_public_id_key" ON "unit"("public_id");

-- CreateIndex
CREATE UNIQUE INDEX "unit_key_key" ON "unit"("key");

-- CreateIndex
CREATE INDEX "unit_existence_unit_id_idx" ON "unit_existence"("unit_id");

-- CreateIndex
CREATE INDEX "unit_name_unit_id_idx" ON "unit_name"("unit_id");

-- CreateIndex
CREATE INDEX "unit_placement_unit_id_idx" ON "unit_placement"("unit_id");

-- CreateIndex
CREATE INDEX "unit_placement_parent_id_idx" ON "unit_placement"("parent_id");

-- CreateIndex
CREATE INDEX "unit_succession_old_unit_id_idx" ON "unit_succession"("old_unit_id");

-- CreateIndex
CREATE INDEX "unit_succession_new_unit_id_idx" ON "unit_succession"("new_unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "area_key_key" ON "area"("key");

-- CreateIndex
CREATE INDEX "area_version_area_id_idx" ON "area_version"("area_id");

-- CreateIndex
CREATE INDEX "area_version_code_idx" ON "area_version"("code");

-- CreateIndex
CREATE INDEX "unit_area_unit_id_idx" ON "unit_area"("unit_id");

-- CreateIndex
CREATE INDEX "unit_area_area_id_idx" ON "unit_area"("area_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_public_id_key" ON "person"("public_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_staff_code_key" ON "person"("staff_code");

-- CreateIndex
CREATE UNIQUE INDEX "person_work_email_key" ON "person"("work_email");

-- CreateIndex
CREATE INDEX "person_name_person_id_idx" ON "person_name"("person_id");

-- CreateIndex
CREATE INDEX "post_unit_id_idx" ON "post"("unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "post_public_id_recorded_change_key" ON "post"("public_id", "recorded_change");

-- CreateIndex
CREATE INDEX "posting_person_id_idx" ON "posting"("person_id");

-- CreateIndex
CREATE INDEX "posting_post_id_idx" ON "posting"("post_id");

-- CreateIndex
CREATE UNIQUE INDEX "posting_public_id_recorded_change_key" ON "posting"("public_id", "recorded_change");

-- CreateIndex
CREATE UNIQUE INDEX "account_public_id_key" ON "account"("public_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_person_id_key" ON "account"("person_id");

-- CreateIndex
CREATE INDEX "permission_grant_account_id_idx" ON "permission_grant"("account_id");

-- CreateIndex
CREATE INDEX "session_account_id_idx" ON "session"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "password_slip_token_hash_key" ON "password_slip"("token_hash");

-- CreateIndex
CREATE INDEX "password_slip_account_id_idx" ON "password_slip"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "acknowledgement_account_id_subject_key" ON "acknowledgement"("account_id", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "framework_version_kind_hash_key" ON "framework_version"("kind", "hash");

-- CreateIndex
CREATE UNIQUE INDEX "course_slug_key" ON "course"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "course_version_course_id_hash_key" ON "course_version"("course_id", "hash");

-- CreateIndex
CREATE UNIQUE INDEX "lesson_course_version_id_key_key" ON "lesson"("course_version_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "activity_course_version_id_key_key" ON "activity"("course_version_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "question_version_key_hash_key" ON "question_version"("key", "hash");

-- CreateIndex
CREATE UNIQUE INDEX "enrolment_public_id_key" ON "enrolment"("public_id");

-- CreateIndex
CREATE INDEX "enrolment_course_id_idx" ON "enrolment"("course_id");

-- CreateIndex
CREATE UNIQUE INDEX "enrolment_person_id_course_version_id_key" ON "enrolment"("person_id", "course_version_id");

-- CreateIndex
CREATE UNIQUE INDEX "lesson_completion_enrolment_id_lesson_id_key" ON "lesson_completion"("enrolment_id", "lesson_id");

-- CreateIndex
CREATE UNIQUE INDEX "course_completion_enrolment_id_key" ON "course_completion"("enrolment_id");

-- CreateIndex
CREATE INDEX "course_completion_person_id_idx" ON "course_completion"("person_id");

-- CreateIndex
CREATE INDEX "manual_assignment_person_id_idx" ON "manual_assignment"("person_id");

-- CreateIndex
CREATE INDEX "waiver_person_id_idx" ON "waiver"("person_id");

-- CreateIndex
CREATE INDEX "practice_statement_activity_id_idx" ON "practice_statement"("activity_id");

-- CreateIndex
CREATE UNIQUE INDEX "practice_statement_person_id_client_key_key" ON "practice_statement"("person_id", "client_key");

-- CreateIndex
CREATE UNIQUE INDEX "attempt_public_id_key" ON "attempt"("public_id");

-- CreateIndex
CREATE INDEX "attempt_enrolment_id_idx" ON "attempt"("enrolment_id");

-- CreateIndex
CREATE INDEX "attempt_deadline_at_idx" ON "attempt"("deadline_at");

-- CreateIndex
CREATE UNIQUE INDEX "attempt_person_id_course_version_id_number_key" ON "attempt"("person_id", "course_version_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "response_attempt_id_client_key_key" ON "response"("attempt_id", "client_key");

-- CreateIndex
CREATE INDEX "standing_decision_programme_idx" ON "standing_decision"("programme");

-- CreateIndex
CREATE INDEX "eligibility_person_id_idx" ON "eligibility"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "eligibility_programme_attempt_id_key" ON "eligibility"("programme", "attempt_id");

-- CreateIndex
CREATE UNIQUE INDEX "certificate_public_id_key" ON "certificate"("public_id");

-- CreateIndex
CREATE UNIQUE INDEX "certificate_serial_key" ON "certificate"("serial");

-- CreateIndex
CREATE INDEX "certificate_person_id_idx" ON "certificate"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "certificate_programme_attempt_id_key" ON "certificate"("programme", "attempt_id");

-- CreateIndex
CREATE INDEX "certificate_event_certificate_id_idx" ON "certificate_event"("certificate_id");

-- CreateIndex
CREATE INDEX "evidence_person_id_idx" ON "evidence"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "evidence_attempt_id_competency_key" ON "evidence"("attempt_id", "competency");

