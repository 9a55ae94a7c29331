import type { RequestContent } from "~/domain/requests/request-kind";
import type { Instant } from "~/domain/time/civil-date";
import { type Rows, reader } from "../database.server";
import { recordsOf } from "../people/records-of.server";
import { openAppeal } from "./open-marking.server";

type Appeal = Extract<RequestContent, { kind: "appeal-mark" }>;

/**
 * Within the change that approves an appeal: what it is against waits for somebody who has not marked it. False where there is
 * nothing to mark any more (void, still being marked, or marked again in another round).
 */
export async function openAppealOfRequest(
  rows: Rows,
  changeId: number,
  request: { id: number; personId: number; content: Appeal; at: Instant },
): Promise<boolean> {
  const { attempt: publicId, what } = request.content;
  const theirs = recordsOf(request.personId);
  const found =
    what === "task"
      ? await rows.$queryRaw<Found[]>`
          SELECT w.id, s.round, s.course_id, w.question_version_id AS question FROM task_work w
          JOIN marking_subject s ON s.work_id = w.id AND s.kind = 'task' JOIN mark_release t ON t.subject_id = s.id
          WHERE w.public_id = ${publicId} AND w.person_id IN ${theirs}
            AND s.round = (SELECT COUNT(*) FROM task_return b WHERE b.work_id = w.id)
            AND NOT EXISTS (SELECT 1 FROM marking_subject o WHERE o.kind = 'appeal' AND o.work_id = w.id AND o.round = s.round)`
      : await rows.$queryRaw<Found[]>`
          SELECT a.id, r.round, v.course_id, NULL AS question FROM attempt a JOIN attempt_standing r ON r.attempt_id = a.id
          JOIN course_version v ON v.id = a.course_version_id
          WHERE a.public_id = ${publicId} AND a.person_id IN ${theirs} AND r.result_id IS NOT NULL AND NOT r.void
            AND NOT r.pending AND NOT EXISTS (SELECT 1 FROM marking_subject o
              WHERE o.kind = 'appeal' AND o.attempt_id = a.id AND o.round = r.round)`;
  const [row] = found;
  if (!row) return false;
  const id = Number(row.id);
  await openAppeal(rows, changeId, {
    requestId: request.id,
    personId: request.personId,
    courseId: Number(row.course_id),
    round: Number(row.round),
    of: row.question === null ? { attemptId: id } : { workId: id, questionVersionId: Number(row.question) },
    at: request.at,
  });
  return true;
}

interface Found {
  id: bigint;
  round: bigint;
  course_id: bigint;
  question: bigint | null;
}

/** What became of an approved appeal: still being looked at, or the points before and after. */
export type AppealOutcome =
  | { state: "waiting" }
  | { state: "told"; at: Instant; before: Points; after: Points; passed: boolean };

interface Points {
  got: number;
  max: number;
}

/** Null where the request led to no appeal. The caller has established that the viewer may see the request. */
export async function appealOutcome(requestId: number): Promise<AppealOutcome | null> {
  const client = await reader();
  const [row] = await client.$queryRaw<
    {
      id: bigint;
      attempt_id: bigint | null;
      work_id: bigint | null;
      round: bigint;
      at: string | null;
      points: number | null;
      max_points: number | null;
      passed: bigint | boolean | null;
      change: bigint | null;
    }[]
  >`
    SELECT s.id, s.attempt_id, s.work_id, s.round, t.at, t.points, t.max_points, t.passed, t.recorded_change AS change
    FROM marking_subject s LEFT JOIN mark_release t ON t.subject_id = s.id
    WHERE s.kind = 'appeal' AND s.request_id = ${requestId} ORDER BY s.id LIMIT 1`;
  if (!row) return null;
  if (row.at === null) return { state: "waiting" };
  const told = { state: "told" as const, at: row.at, passed: Boolean(row.passed) };
  if (row.attempt_id !== null) {
    const results = await client.attempt_result.findMany({
      where: {
        attempt_id: Number(row.attempt_id),
        round: Number(row.round),
        recorded_change: { lte: Number(row.change) },
      },
      orderBy: { ordinal: "desc" },
      take: 2,
      select: { score: true, max_score: true },
    });
    const [after, before] = results.map(({ score, max_score }) => ({ got: score, max: max_score }));
    if (!after || !before) throw new Error(`appeal ${row.id} was told without a result`);
    return { ...told, before, after };
  }
  const [marked] = await client.$queryRaw<{ points: number; max_points: number }[]>`
    SELECT t.points, t.max_points FROM marking_subject s JOIN mark_release t ON t.subject_id = s.id
    WHERE s.kind = 'task' AND s.work_id = ${row.work_id} AND s.round = ${row.round}`;
  return {
    ...told,
    before: { got: Number(marked?.points ?? 0), max: Number(marked?.max_points ?? 0) },
    after: { got: Number(row.points), max: Number(row.max_points) },
  };
}
