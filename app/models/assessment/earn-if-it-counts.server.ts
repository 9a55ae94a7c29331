import { countingAttempt } from "~/domain/assessment/attempt-policy";
import type { Exam } from "~/domain/course/exam";
import type { Instant } from "~/domain/time/civil-date";
import { earnFromPass } from "~/models/certification/earn-from-pass.server";
import { getCourseVersion } from "~/models/course/course-versions.server";
import type { Rows } from "~/models/database.server";
import { keptRecord, recordsOf } from "~/models/people/records-of.server";
import { attemptRule } from "./exam-enrolment.server";

/**
 * Records what a passed attempt earns, within the change that records the result, where it is the one that counts by the exam's
 * rule: every pass by "best" and "last", of "first" only the first that the person ended. Nothing is earned from a void
 * one, or from one that is not passed. A second call changes nothing.
 */
export async function earnIfItCounts(rows: Rows, changeId: number, attemptId: number): Promise<void> {
  const [attempt] = await rows.$queryRaw<
    {
      person_id: bigint;
      version: bigint;
      slug: string;
      exam: string;
      ended_at: Instant | null;
      passed: bigint | null;
    }[]
  >`
    SELECT ${keptRecord("a.person_id")} AS person_id, v.id AS version, c.slug, v.exam, s.ended_at, s.passed
    FROM attempt a JOIN attempt_standing s ON s.attempt_id = a.id
    JOIN course_version v ON v.id = a.course_version_id JOIN course c ON c.id = v.course_id
    WHERE a.id = ${attemptId}`;
  if (!attempt?.ended_at || Number(attempt.passed) !== 1) return;
  const personId = Number(attempt.person_id);
  const courseVersionId = Number(attempt.version);
  const { counts } = JSON.parse(attempt.exam) as Exam;
  if (counts === "first" && (await firstEnded(rows, personId, courseVersionId, attempt.ended_at)) !== attemptId) return;
  const pass = { personId, attemptId, courseSlug: attempt.slug, courseVersionId, passedAt: attempt.ended_at };
  await earnFromPass(rows, changeId, pass);
}

async function firstEnded(rows: Rows, personId: number, courseVersionId: number, endedAt: Instant) {
  const { cycleBegan } = await attemptRule(personId, await getCourseVersion(courseVersionId), endedAt);
  const past = await rows.$queryRaw<{ id: bigint; number: bigint; ended_at: Instant; void: bigint }[]>`
    SELECT a.id, a.number, s.ended_at, s.void FROM attempt a JOIN attempt_standing s ON s.attempt_id = a.id
    WHERE a.person_id IN ${recordsOf(personId)} AND a.course_version_id = ${courseVersionId}
      AND s.ended_at >= ${cycleBegan ?? ""}`;
  const attempts = past.map((row) => ({
    id: Number(row.id),
    number: Number(row.number),
    void: Number(row.void) === 1,
    end: { at: row.ended_at, passed: false },
  }));
  return countingAttempt(attempts, "first")?.id;
}
