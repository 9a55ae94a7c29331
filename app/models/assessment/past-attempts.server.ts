import type { PastAttempt } from "~/domain/assessment/attempt-policy";
import type { AttemptTimes, EndedBy } from "~/domain/assessment/timing";
import type { Instant } from "~/domain/time/civil-date";
import { readRows } from "~/models/database.server";
import { Prisma } from "~/models/generated/client";
import { recordsOf } from "~/models/people/records-of.server";
import { endIfOverdue, isOverdue } from "./end-overdue.server";

/** An attempt in a person's history; `result` null: still open. */
export interface AttemptInHistory extends AttemptTimes {
  id: number;
  publicId: string;
  number: number;
  startedAt: Instant;
  /** it counts for nothing */
  void: boolean;
  /** when the exam day closes in which it was begun; left out: in none */
  closesAt?: Instant;
  result: { score: number; maxScore: number; passed: boolean; pending: boolean } | null;
}

/**
 * A person's attempts at the exam of a course version, first to last. One that the clock has ended is recorded on the way, so
 * those without a result are running or closing, or void.
 */
export async function pastAttempts(
  personId: number,
  courseVersionId: number,
  now: Instant,
): Promise<AttemptInHistory[]> {
  const attempts = await read(personId, courseVersionId);
  const overdue = attempts.filter((attempt) => isOverdue(attempt, now));
  if (overdue.length === 0) return attempts;
  for (const { id } of overdue) await endIfOverdue(id, now);
  return read(personId, courseVersionId);
}

export function asPast({ number, end, result, void: isVoid }: AttemptInHistory): PastAttempt {
  if (!end || !result) return { number, end: null, void: isVoid };
  const { score, maxScore, passed, pending } = result;
  return { number, end: { at: end.at, passed, pending, share: maxScore > 0 ? score / maxScore : 0 }, void: isVoid };
}

interface HistoryRow {
  id: number;
  public_id: string;
  number: number;
  started_at: string;
  deadline_at: string;
  void: number;
  closes_at: string | null;
  ended_at: string | null;
  ended_by: string | null;
  score: number | null;
  max_score: number | null;
  passed: number | null;
  pending: number | null;
}

async function read(personId: number, courseVersionId: number): Promise<AttemptInHistory[]> {
  const rows = await readRows<HistoryRow>(Prisma.sql`
    SELECT a.id, a.public_id, a.number, a.started_at, r.deadline_at, r.void, r.ended_at, r.ended_by, r.score, r.max_score,
      r.passed, r.pending,
      (SELECT p.closes_at FROM sitting_plan p WHERE p.sitting_id = a.sitting_id AND p.retracted_change IS NULL) AS closes_at
    FROM attempt a JOIN attempt_standing r ON r.attempt_id = a.id
    WHERE a.person_id IN ${recordsOf(personId)} AND a.course_version_id = ${courseVersionId} ORDER BY a.started_at, a.id`);
  return rows.map((row) => ({
    id: row.id,
    publicId: row.public_id,
    number: row.number,
    startedAt: row.started_at,
    deadlineAt: row.deadline_at,
    void: row.void === 1,
    ...(row.closes_at !== null && { closesAt: row.closes_at }),
    end: row.ended_at === null ? null : { at: row.ended_at, by: row.ended_by as EndedBy },
    result:
      row.ended_at === null
        ? null
        : {
            score: row.score ?? 0,
            maxScore: row.max_score ?? 0,
            passed: row.passed === 1,
            pending: row.pending === 1,
          },
  }));
}
