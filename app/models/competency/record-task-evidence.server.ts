import { addMonths, type CivilDate, civilDateOf, type Instant } from "~/domain/time/civil-date";
import { frameworksAsOf } from "../course/frameworks.server";
import type { Rows } from "../database.server";
import { recordEvidence, takeBackEvidence } from "./record-evidence.server";

interface ToldTask {
  subject_id: bigint;
  work_id: bigint;
  person_id: bigint;
  task: string;
  course: string;
  passed: bigint | boolean;
  handed_in: Instant;
}

/**
 * Records, within the change that tells the mark of a task (or of an appeal against one), what it proves by the rules of the day on
 * which the work was handed in; a marker's delay costs nothing. An appeal that ends below the pass takes back what the first mark
 * proved. Of what is not told, or is no task, it records nothing.
 */
export async function recordTaskEvidence(rows: Rows, changeId: number, subjectId: number): Promise<void> {
  const [told] = await rows.$queryRaw<ToldTask[]>`
    SELECT s.id AS subject_id, s.work_id, s.person_id, w.question_key AS task, c.slug AS course, r.passed,
      h.confirmed_at AS handed_in
    FROM marking_subject s
    JOIN mark_release r ON r.subject_id = s.id
    JOIN task_work w ON w.id = s.work_id
    JOIN task_hand_in h ON h.work_id = w.id AND h.round = s.round
    JOIN course c ON c.id = s.course_id
    WHERE s.id = ${subjectId}`;
  if (!told) return;
  const before = await subjectsProving(rows, told);
  if (!told.passed) {
    for (const subject of before) await takeBackEvidence(rows, changeId, { subjectId: subject });
    return;
  }
  if (before.length > 0) return;
  const on = civilDateOf(told.handed_in);
  for (const { competency, level, until } of await provenBy(told.task, on)) {
    await recordEvidence(rows, changeId, {
      personId: Number(told.person_id),
      fact: { kind: "task", subjectId, course: told.course },
      levels: [{ competency, level }],
      validFrom: on,
      validTo: until,
    });
  }
}

/** The subjects of the same work and round whose evidence is in force. */
async function subjectsProving(rows: Rows, { work_id, subject_id }: ToldTask): Promise<number[]> {
  const found = await rows.$queryRaw<{ id: bigint }[]>`
    SELECT DISTINCT s.id FROM marking_subject s JOIN marking_subject m ON m.id = ${subject_id}
    JOIN evidence e ON e.subject_id = s.id AND e.retracted_change IS NULL
    WHERE s.work_id = ${work_id} AND s.round = m.round`;
  return found.map(({ id }) => Number(id));
}

async function provenBy(task: string, on: CivilDate) {
  const { competencies } = (await frameworksAsOf(on)).competencies.content;
  return competencies.flatMap(({ key, tasks = [] }) =>
    tasks
      .filter((rule) => rule.task === task)
      .map(({ level, holds_months }) => ({
        competency: key,
        level,
        until: holds_months === null ? null : addMonths(on, holds_months),
      })),
  );
}
