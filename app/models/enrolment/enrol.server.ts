import type { Viewer } from "~/domain/permissions/viewer";
import type { Instant } from "~/domain/time/civil-date";
import { isDuplicate, reader, recordChange } from "~/models/database.server";
import { recordsOf } from "~/models/people/records-of.server";
import { newPublicId } from "~/models/public-id.server";

/**
 * Enrols the viewer in a course version; once is enough: a second or a parallel call gives the same enrolment.
 * @returns the enrolment's id
 */
export async function enrol(viewer: Viewer, course: { id: number; courseId: number }, at: Instant): Promise<number> {
  const existing = await findEnrolment(viewer.personId, course.id);
  if (existing !== null) return existing;
  try {
    return await recordChange({ kind: "enrolled", at, actorId: viewer.accountId }, async (rows, changeId) => {
      const row = await rows.enrolment.create({
        data: {
          public_id: newPublicId(),
          person_id: viewer.personId,
          course_id: course.courseId,
          course_version_id: course.id,
          started_at: at,
          recorded_change: changeId,
        },
        select: { id: true },
      });
      return row.id;
    });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    const winner = await findEnrolment(viewer.personId, course.id);
    if (winner === null) throw error;
    return winner;
  }
}

async function findEnrolment(personId: number, courseVersionId: number): Promise<number | null> {
  const client = await reader();
  const [row] = await client.$queryRaw<{ id: bigint }[]>`
    SELECT id FROM enrolment WHERE person_id IN ${recordsOf(personId)} AND course_version_id = ${courseVersionId}
    ORDER BY id DESC LIMIT 1`;
  return row ? Number(row.id) : null;
}
