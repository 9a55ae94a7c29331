import type { CourseVersion } from "~/domain/course/course-version";
import type { Viewer } from "~/domain/permissions/viewer";
import type { Instant } from "~/domain/time/civil-date";
import { isDuplicate, recordChange } from "~/models/database.server";
import { recordsOf } from "~/models/people/records-of.server";
import { enrol } from "./enrol.server";

/**
 * Records that the viewer has finished a lesson of a course version; with the last one, that the lessons are done. A replay
 * changes nothing. Completion is bound to the version: another version has lessons of its own.
 * @throws RangeError when the lesson is none of the version
 */
export async function completeLesson(
  viewer: Viewer,
  version: CourseVersion,
  lessonId: number,
  at: Instant,
): Promise<void> {
  if (!version.lessons.some(({ id }) => id === lessonId)) throw new RangeError("no lesson of this course version");
  const enrolmentId = await enrol(viewer, version, at);
  try {
    await recordChange({ kind: "lesson-completed", at, actorId: viewer.accountId }, async (rows, changeId) => {
      await rows.lesson_completion.create({
        data: { enrolment_id: enrolmentId, lesson_id: lessonId, at, recorded_change: changeId },
      });
      const [done] = await rows.$queryRaw<{ count: bigint }[]>`
        SELECT COUNT(DISTINCT d.lesson_id) AS count FROM lesson_completion d JOIN enrolment e ON e.id = d.enrolment_id
        WHERE e.person_id IN ${recordsOf(viewer.personId)} AND e.course_version_id = ${version.id}`;
      if (Number(done?.count ?? 0) < version.lessons.length) return;
      await rows.course_completion.create({
        data: { enrolment_id: enrolmentId, person_id: viewer.personId, at, recorded_change: changeId },
      });
    });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
}
