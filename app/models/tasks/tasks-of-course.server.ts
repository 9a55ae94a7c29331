import { type TaskState, taskStanding } from "~/domain/assessment/task-state";
import { taskTitle } from "~/domain/assessment/task-title";
import type { Viewer } from "~/domain/permissions/viewer";
import type { Language } from "~/i18n/language";
import { bankOf } from "../bank/bank-of.server";
import { reader } from "../database.server";
import { recordsOf } from "../people/records-of.server";

/** A task in the list of its course. */
export interface TaskLine {
  key: string;
  title: string;
  state: TaskState;
  passed: boolean | null;
  /** public id of the viewer's work; null: not begun */
  work: string | null;
}

/** The tasks of a course version with the viewer's own work on them; none where the course has none. */
export async function tasksOf(viewer: Viewer, courseVersionId: number, language: Language): Promise<TaskLine[]> {
  const tasks = (await bankOf(courseVersionId)).filter(({ type }) => type === "task");
  if (tasks.length === 0) return [];
  const client = await reader();
  const rows = await client.$queryRaw<WorkRow[]>`
    SELECT w.public_id, w.question_key,
      (SELECT COUNT(*) FROM task_return b WHERE b.work_id = w.id) AS round,
      EXISTS (SELECT 1 FROM task_hand_in h WHERE h.work_id = w.id
        AND h.round = (SELECT COUNT(*) FROM task_return b WHERE b.work_id = w.id)) AS handed_in,
      EXISTS (SELECT 1 FROM marking_place p JOIN marking_subject s ON s.id = p.subject_id WHERE s.work_id = w.id
        AND s.kind = 'task' AND p.retracted_change IS NULL
        AND s.round = (SELECT COUNT(*) FROM task_return b WHERE b.work_id = w.id)) AS taken,
      (SELECT t.passed FROM mark_release t JOIN marking_subject s ON s.id = t.subject_id WHERE s.work_id = w.id
        AND s.round = (SELECT COUNT(*) FROM task_return b WHERE b.work_id = w.id) ORDER BY t.id DESC LIMIT 1) AS passed
    FROM task_work w
    WHERE w.person_id IN ${recordsOf(viewer.personId)} AND w.course_version_id = ${courseVersionId} ORDER BY w.id DESC`;
  return tasks.map(({ key, stem }) => {
    const work = rows.find((row) => row.question_key === key);
    const { state, passed } = standingOfRow(work);
    return { key, title: taskTitle(stem[language]), state, passed, work: work?.public_id ?? null };
  });
}

interface WorkRow {
  public_id: string;
  question_key: string;
  round: bigint;
  handed_in: bigint | boolean;
  taken: bigint | boolean;
  passed: bigint | boolean | null;
}

function standingOfRow(row: WorkRow | undefined) {
  const round = Number(row?.round ?? 0);
  const past = Array.from({ length: round }, (_, index) => ({ round: index, at: "" }));
  return taskStanding({
    begun: row !== undefined,
    returns: past,
    handIns: row?.handed_in ? [{ round, at: "" }] : [],
    taken: Boolean(row?.taken),
    releases: row === undefined || row.passed === null ? [] : [{ round, passed: Boolean(row.passed) }],
  });
}
