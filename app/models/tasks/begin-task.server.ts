import { mayLearn } from "~/domain/permissions/may-learn";
import type { Viewer } from "~/domain/permissions/viewer";
import type { Instant } from "~/domain/time/civil-date";
import { examEnrolment } from "../assessment/exam-enrolment.server";
import { bankOf } from "../bank/bank-of.server";
import { isDuplicate, reader, recordChange } from "../database.server";
import { recordsOf } from "../people/records-of.server";
import { newPublicId } from "../public-id.server";

/**
 * Begins the viewer's work on a task of a course they are enrolled in, on the question as it is now; begun twice, at once or again,
 * it is one work. Returns its public id; null: not enrolled, no such task, or no longer serving.
 */
export async function beginTask(
  viewer: Viewer,
  courseSlug: string,
  questionKey: string,
  at: Instant,
): Promise<string | null> {
  const enrolment = await examEnrolment(viewer.personId, courseSlug);
  if (!enrolment) return null;
  const { course, enrolmentId } = enrolment;
  const begun = await workOn(viewer.personId, course.id, questionKey);
  if (begun) return begun;
  const task = (await bankOf(course.id)).find(({ key, type }) => type === "task" && key === questionKey);
  if (!task || !mayLearn(viewer, { assigned: false, begun: true })) return null;
  try {
    const publicId = newPublicId();
    await recordChange({ kind: "task-begun", at, actorId: viewer.accountId }, (rows, changeId) =>
      rows.task_work.create({
        data: {
          public_id: publicId,
          person_id: viewer.personId,
          enrolment_id: enrolmentId,
          course_version_id: course.id,
          question_key: questionKey,
          question_version_id: task.id,
          at,
          recorded_change: changeId,
        },
        select: { id: true },
      }),
    );
    return publicId;
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return workOn(viewer.personId, course.id, questionKey);
  }
}

async function workOn(personId: number, courseVersionId: number, questionKey: string): Promise<string | null> {
  const client = await reader();
  const [row] = await client.$queryRaw<{ public_id: string }[]>`
    SELECT public_id FROM task_work WHERE person_id IN ${recordsOf(personId)}
      AND course_version_id = ${courseVersionId} AND question_key = ${questionKey} ORDER BY id LIMIT 1`;
  return row?.public_id ?? null;
}
