import { attemptState, overdueBefore } from "~/domain/assessment/timing";
import type { Instant } from "~/domain/time/civil-date";
import { reader } from "~/models/database.server";
import { type FoundAttempt, findAttempt } from "./find-attempt.server";
import { recordEnd } from "./record-end.server";

/** True when the clock has ended the attempt and nobody has recorded it yet; the first who sees that records it. */
export function isOverdue(attempt: Parameters<typeof attemptState>[0], now: Instant): boolean {
  const state = attemptState(attempt, now);
  return state.phase === "ended" && !state.recorded;
}

/** Records the end of an attempt that the clock has ended, at its deadline. */
export function endOverdueAttempt(attempt: FoundAttempt, now: Instant): Promise<void> {
  return recordEnd(attempt, { at: attempt.deadlineAt, by: "deadline" }, now, null);
}

/**
 * Records the end of attempts that were left open past deadline and grace, oldest first, at most `limit`. For a job: nothing
 * depends on it, because whoever looks first does the same.
 * @returns how many were recorded
 * @throws AggregateError of those that failed, after all others were tried
 */
export async function endOverdueAttempts(now: Instant, limit = 200): Promise<number> {
  const client = await reader();
  const open = await client.$queryRaw<{ id: bigint }[]>`
    SELECT a.id FROM attempt a LEFT JOIN attempt_result r ON r.attempt_id = a.id
    WHERE r.attempt_id IS NULL AND a.deadline_at < ${overdueBefore(now)}
    ORDER BY a.deadline_at LIMIT ${limit}`;
  const failures: unknown[] = [];
  for (const { id } of open) {
    try {
      const attempt = await findAttempt(Number(id));
      if (attempt && isOverdue(attempt, now)) await endOverdueAttempt(attempt, now);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, "some overdue attempts could not be ended");
  return open.length;
}
