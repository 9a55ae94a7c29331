import type { PastAttempt } from "~/domain/assessment/attempt-policy";
import type { AttemptTimes, EndedBy } from "~/domain/assessment/timing";
import type { Instant } from "~/domain/time/civil-date";
import { reader } from "~/models/database.server";
import { recordsOf } from "~/models/people/records-of.server";
import { endOverdueAttempt, isOverdue } from "./end-overdue.server";
import { findAttempt } from "./find-attempt.server";

/** An attempt in a person's history; `result` null: still open. */
export interface AttemptInHistory extends AttemptTimes {
  id: number;
  publicId: string;
  number: number;
  startedAt: Instant;
  result: { score: number; maxScore: number; passed: boolean } | null;
}

/**
 * A person's attempts at the exam of a course version, first to last. One that the clock has ended is recorded on the way, so
 * those without a result are running or closing.
 */
export async function pastAttempts(
  personId: number,
  courseVersionId: number,
  now: Instant,
): Promise<AttemptInHistory[]> {
  const attempts = await read(personId, courseVersionId);
  const overdue = attempts.filter((attempt) => isOverdue(attempt, now));
  if (overdue.length === 0) return attempts;
  for (const { id } of overdue) {
    const attempt = await findAttempt(id);
    if (attempt) await endOverdueAttempt(attempt, now);
  }
  return read(personId, courseVersionId);
}

export function asPast({ number, end, result }: AttemptInHistory): PastAttempt {
  return { number, end: end && { at: end.at, passed: result?.passed ?? false } };
}

async function read(personId: number, courseVersionId: number): Promise<AttemptInHistory[]> {
  const client = await reader();
  const rows = await client.$queryRaw<
    {
      id: bigint;
      public_id: string;
      number: bigint;
      started_at: string;
      deadline_at: string;
      ended_at: string | null;
      ended_by: string | null;
      score: number | null;
      max_score: number | null;
      passed: boolean | bigint | null;
    }[]
  >`
    SELECT a.id, a.public_id, a.number, a.started_at, a.deadline_at, r.ended_at, r.ended_by, r.score, r.max_score, r.passed
    FROM attempt a LEFT JOIN attempt_result r ON r.attempt_id = a.id
    WHERE a.person_id IN ${recordsOf(personId)} AND a.course_version_id = ${courseVersionId} ORDER BY a.started_at, a.id`;
  return rows.map((row) => ({
    id: Number(row.id),
    publicId: row.public_id,
    number: Number(row.number),
    startedAt: row.started_at,
    deadlineAt: row.deadline_at,
    end: row.ended_at === null ? null : { at: row.ended_at, by: row.ended_by as EndedBy },
    result:
      row.ended_at === null
        ? null
        : { score: Number(row.score), maxScore: Number(row.max_score), passed: Boolean(row.passed) },
  }));
}
