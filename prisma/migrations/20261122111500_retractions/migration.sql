-- What was taken back since a change is found at once: reports held in memory are brought up to date by it. Of what counts still, which
-- is nearly all, there is nothing to keep, and Prisma cannot say so.
CREATE INDEX "absence_taken_back" ON "absence"("retracted_change") WHERE "retracted_change" IS NOT NULL;
CREATE INDEX "certificate_event_taken_back" ON "certificate_event"("retracted_change") WHERE "retracted_change" IS NOT NULL;
CREATE INDEX "due_extension_taken_back" ON "due_extension"("retracted_change") WHERE "retracted_change" IS NOT NULL;
CREATE INDEX "eligibility_taken_back" ON "eligibility"("retracted_change") WHERE "retracted_change" IS NOT NULL;
CREATE INDEX "evidence_taken_back" ON "evidence"("retracted_change") WHERE "retracted_change" IS NOT NULL;
CREATE INDEX "manual_assignment_taken_back" ON "manual_assignment"("retracted_change") WHERE "retracted_change" IS NOT NULL;
CREATE INDEX "person_detail_taken_back" ON "person_detail"("retracted_change") WHERE "retracted_change" IS NOT NULL;
CREATE INDEX "person_merge_taken_back" ON "person_merge"("retracted_change") WHERE "retracted_change" IS NOT NULL;
CREATE INDEX "person_name_taken_back" ON "person_name"("retracted_change") WHERE "retracted_change" IS NOT NULL;
CREATE INDEX "post_taken_back" ON "post"("retracted_change") WHERE "retracted_change" IS NOT NULL;
CREATE INDEX "posting_taken_back" ON "posting"("retracted_change") WHERE "retracted_change" IS NOT NULL;
CREATE INDEX "waiver_taken_back" ON "waiver"("retracted_change") WHERE "retracted_change" IS NOT NULL;
