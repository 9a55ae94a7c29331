import { gradePaper } from "~/domain/assessment/grading";
import type { EndedBy } from "~/domain/assessment/timing";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import { earnFromPass } from "~/models/certification/earn-from-pass.server";
import { isDuplicate, reader, recordChange } from "~/models/database.server";
import type { FoundAttempt } from "./find-attempt.server";
import { savedAnswers } from "./saved-answers.server";

/**
 * Ends an attempt: grades what is saved, records the one result and what a pass earns, all in one change, effective on the
 * day of the end. Of parallel calls one writes; the others find that it is done. `actorId` null: the clock ended it.
 */
export async function recordEnd(
  attempt: Pick<FoundAttempt, "id" | "personId" | "course" | "paper">,
  end: { at: Instant; by: EndedBy },
  now: Instant,
  actorId: number | null,
): Promise<void> {
  const act = { kind: "attempt-ended", at: now, actorId, effective: civilDateOf(end.at) };
  try {
    await recordChange(act, async (rows, changeId) => {
      // The write lock is held from here on: no save can slip in between what is graded and the result.
      const grade = gradePaper(attempt.paper, await savedAnswers(rows, attempt.id));
      await rows.attempt_result.create({
        data: {
          attempt_id: attempt.id,
          ended_at: end.at,
          ended_by: end.by,
          score: grade.score,
          max_score: grade.max,
          passed: grade.passed,
          marks: JSON.stringify(grade.marks),
          recorded_change: changeId,
        },
      });
      if (!grade.passed) return;
      await earnFromPass(rows, changeId, {
        personId: attempt.personId,
        attemptId: attempt.id,
        courseSlug: attempt.course.slug,
        courseVersionId: attempt.course.id,
        passedAt: end.at,
      });
    });
  } catch (error) {
    if (!isDuplicate(error) || !(await isEnded(attempt.id))) throw error;
  }
}

async function isEnded(attemptId: number): Promise<boolean> {
  const client = await reader();
  return (await client.attempt_result.count({ where: { attempt_id: attemptId } })) > 0;
}
