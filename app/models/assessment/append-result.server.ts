import type { Grade } from "~/domain/assessment/grading";
import type { Rows } from "~/models/database.server";

export type LaterResult = Grade & { attemptId: number; kind: "marked" | "late-answers" | "regraded" | "appealed" };

/**
 * Adds a later mark to the present round of an ended attempt: it holds from now on, those before it stay. The end stays that of the
 * round. Certificates are not touched: what a mark means for them is an act of its own.
 * @returns id of the result
 * @throws Error where the round has not ended
 */
export async function appendResult(
  rows: Rows,
  changeId: number,
  { attemptId, kind, marks, score, max, passed, pending }: LaterResult,
): Promise<number> {
  const [added] = await rows.$queryRaw<{ id: bigint | number }[]>`
    INSERT INTO attempt_result (attempt_id, round, ordinal, kind, ended_at, ended_by, score, max_score, passed, pending, marks,
      recorded_change)
    SELECT r.attempt_id, r.round, r.ordinal + 1, ${kind}, r.ended_at, r.ended_by, ${score}, ${max}, ${passed}, ${pending},
      ${JSON.stringify(marks)}, ${changeId}
    FROM attempt_standing s JOIN attempt_result r ON r.id = s.result_id WHERE s.attempt_id = ${attemptId}
    RETURNING id`;
  if (!added) throw new Error(`attempt ${attemptId} has not ended: it has no mark to change`);
  return Number(added.id);
}
