import type { RootScore } from "~/domain/interactive/root-score";
import type { Instant } from "~/domain/time/civil-date";
import { reader } from "~/models/database.server";
import { Prisma } from "~/models/generated/client";
import { recordsOf } from "~/models/people/records-of.server";

/** The best that a person has scored in an activity, when first, and how often it was scored. Practice, never an exam. */
export interface PracticeResult extends RootScore {
  bestAt: Instant;
  times: number;
}

/**
 * Practice results of one person by activity id; an activity that was never scored is left out. The caller has established
 * that the viewer may see this person.
 */
export async function practiceOf(
  personId: number,
  activityIds: readonly number[],
): Promise<Map<number, PracticeResult>> {
  if (activityIds.length === 0) return new Map();
  const client = await reader();
  const rows = await client.$queryRaw<
    { activity_id: bigint; score: number; max_score: number; at: string; times: bigint }[]
  >`
    SELECT activity_id, score, max_score, at, times FROM (
      SELECT activity_id, score, max_score, at, COUNT(*) OVER (PARTITION BY activity_id) AS times,
        ROW_NUMBER() OVER (PARTITION BY activity_id ORDER BY score / max_score DESC, id) AS place
      FROM practice_statement
      WHERE person_id IN ${recordsOf(personId)} AND activity_id IN (${Prisma.join([...activityIds])}) AND score IS NOT NULL
    ) AS ranked WHERE place = 1`;
  return new Map(
    rows.map(({ activity_id, score, max_score, at, times }) => [
      Number(activity_id),
      { score: Number(score), max: Number(max_score), bestAt: at, times: Number(times) },
    ]),
  );
}
