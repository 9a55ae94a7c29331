import { attemptState, overdueBefore } from "~/domain/assessment/timing";
import type { Instant } from "~/domain/time/civil-date";
import { readRows } from "~/models/database.server";
import { Prisma } from "~/models/generated/client";
import { type FoundAttempt, findAttempt } from "./find-attempt.server";
import { recordEnd } from "./record-end.server";

/** True when the clock has ended the attempt and nobody has recorded it yet; the first who sees that records it. */
export function isOverdue(attempt: Parameters<typeof attemptState>[0] & { void: unknown }, now: Instant): boolean {
  if (attempt.void) return false;
  const state = attemptState(attempt, now);
  return state.phase === "ended" && !state.recorded;
}

/** Records the end of an attempt that the clock has ended, at its deadline; leaves any other alone. */
export function endOverdueAttempt(attempt: FoundAttempt, now: Instant): Promise<void> {
  return recordEnd(attempt, "deadline", now, null);
}

export async function endIfOverdue(attemptId: number, now: Instant): Promise<void> {
  const attempt = await findAttempt(attemptId);
  if (attempt) await endOverdueAttempt(attempt, now);
}

/**
 * Records the end of attempts that were left open past deadline and grace, oldest first, at most `limit`. For a job: nothing
 * depends on it, because whoever looks first does the same.
 * @returns how many were recorded
 * @throws AggregateError of those that failed, after all others were tried
 */
export async function endOverdueAttempts(now: Instant, limit = 200): Promise<number> {
  return endAll(await overdue("", overdueBefore(now), limit), now);
}

/**
 * Attempts without an end whose deadline in force lies from one instant to another. Those without any result are few; one that was
 * reopened has a deadline of its own.
 */
function overdue(from: Instant, before: Instant, limit: number): Promise<{ id: number }[]> {
  return readRows<{ id: number }>(Prisma.sql`
    SELECT x.id FROM (
      SELECT a.id FROM attempt a WHERE a.deadline_at >= ${from} AND a.deadline_at < ${before}
        AND NOT EXISTS (SELECT 1 FROM attempt_result r WHERE r.attempt_id = a.id)
      UNION SELECT t.attempt_id FROM attempt_time t
      WHERE t.deadline_at >= ${from} AND t.deadline_at < ${before} AND t.retracted_change IS NULL) x
    JOIN attempt_standing s ON s.attempt_id = x.id
    WHERE s.result_id IS NULL AND s.void = 0 AND s.deadline_at < ${before}
    ORDER BY s.deadline_at LIMIT ${limit}`);
}

async function endAll(attempts: readonly { id: number }[], now: Instant): Promise<number> {
  const failures: unknown[] = [];
  for (const { id } of attempts) await endIfOverdue(id, now).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, "some overdue attempts could not be ended");
  return attempts.length;
}

/** How far the readers of this process have looked, and when by the house's clock. */
let lookedTo: { before: Instant; at: Instant } | null = null;
const LOOK_EVERY_MS = 250;
const MOST_AT_ONCE = 50;

/**
 * Before something is read of many people: records what the clock has ended since the last look, so that no status depends on a job.
 * One statement over the deadlines since then, at most four times a second.
 */
export async function endOverdueSinceLastLook(now: Instant): Promise<void> {
  const since = lookedTo && now >= lookedTo.at ? lookedTo : null;
  if (since && Date.parse(now) - Date.parse(since.at) < LOOK_EVERY_MS) return;
  const before = overdueBefore(now);
  lookedTo = { before, at: now };
  try {
    const open = await overdue(since?.before ?? "", before, MOST_AT_ONCE);
    if (open.length === 0) return;
    await endAll(open, now);
    if (open.length === MOST_AT_ONCE) lookedTo = since && { before: since.before, at: now };
  } catch (error) {
    // told here, tried again by the next who looks; the page itself says what is recorded
    console.error("overdue attempts:", error);
    lookedTo = since;
  }
}
