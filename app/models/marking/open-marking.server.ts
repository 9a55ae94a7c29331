import type { QuestionOf } from "~/domain/course/question";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import type { Rows } from "../database.server";
import { unitServedIn } from "../people/unit-served-in.server";
import { newPublicId } from "../public-id.server";

/** Share of the points by which two marks may differ, where the task says nothing. */
const THRESHOLD = 0.15;

interface Theirs {
  personId: number;
  courseId: number;
  round: number;
}

export interface ItemsToMark extends Theirs {
  attemptId: number;
  endedAt: Instant;
  items: readonly { item: number; questionVersionId: number }[];
}

export interface TaskToMark extends Theirs {
  workId: number;
  questionVersionId: number;
  task: Pick<QuestionOf<"task">, "markers" | "threshold_percent">;
  handedInAt: Instant;
}

export interface AppealToMark extends Theirs {
  requestId: number;
  /** a task's work, or an attempt whose whole paper is looked at again */
  of: { workId: number; questionVersionId: number } | { attemptId: number };
  at: Instant;
}

/** Items of an exam that wait for a marker, in the change that records the end; a second call changes nothing. */
export async function openItemMarking(rows: Rows, changeId: number, work: ItemsToMark): Promise<void> {
  const unitId = await unitServedIn(rows, work.personId, civilDateOf(work.endedAt));
  for (const { item, questionVersionId } of work.items) {
    await rows.$executeRaw`
      INSERT INTO marking_subject (public_id, kind, attempt_id, item, round, question_version_id, course_id, person_id,
        unit_id, markers, threshold, recorded_change)
      VALUES (${newPublicId()}, 'item', ${work.attemptId}, ${item}, ${work.round}, ${questionVersionId}, ${work.courseId},
        ${work.personId}, ${unitId}, 1, ${THRESHOLD}, ${changeId}) ON CONFLICT DO NOTHING`;
  }
}

/** A task that was handed in, in the change that records it. */
export async function openTaskMarking(rows: Rows, changeId: number, work: TaskToMark): Promise<void> {
  const unitId = await unitServedIn(rows, work.personId, civilDateOf(work.handedInAt));
  const { markers = 1, threshold_percent: percent } = work.task;
  await rows.$executeRaw`
    INSERT INTO marking_subject (public_id, kind, work_id, round, question_version_id, course_id, person_id, unit_id,
      markers, threshold, recorded_change)
    VALUES (${newPublicId()}, 'task', ${work.workId}, ${work.round}, ${work.questionVersionId}, ${work.courseId},
      ${work.personId}, ${unitId}, ${markers}, ${percent === undefined ? THRESHOLD : percent / 100}, ${changeId})
    ON CONFLICT DO NOTHING`;
}

/** What an approved appeal asks somebody else to mark, in the change that records the approval. */
export async function openAppeal(rows: Rows, changeId: number, appeal: AppealToMark): Promise<void> {
  const unitId = await unitServedIn(rows, appeal.personId, civilDateOf(appeal.at));
  const of = "workId" in appeal.of ? { ...appeal.of, attemptId: null } : { ...appeal.of, workId: null };
  const questionVersionId = "questionVersionId" in of ? of.questionVersionId : null;
  await rows.$executeRaw`
    INSERT INTO marking_subject (public_id, kind, work_id, attempt_id, item, round, request_id, question_version_id,
      course_id, person_id, unit_id, markers, threshold, recorded_change)
    VALUES (${newPublicId()}, 'appeal', ${of.workId}, ${of.attemptId}, 0, ${appeal.round}, ${appeal.requestId},
      ${questionVersionId}, ${appeal.courseId}, ${appeal.personId}, ${unitId}, 1, 0, ${changeId}) ON CONFLICT DO NOTHING`;
}
