import { byteLength, LARGEST_STATE_BYTES } from "~/domain/interactive/practice-limits";
import type { Viewer } from "~/domain/permissions/viewer";
import type { Instant } from "~/domain/time/civil-date";
import { writeRows } from "~/models/database.server";
import { recordsOf } from "~/models/people/records-of.server";

/**
 * Keeps where the viewer stands in an activity: one state a person and package, the last one sent. A state belongs to the
 * package that made it, so each language has its own, and the state outlives a course version that plays the same package.
 * @param state JSON text of the package's own making
 * @returns false for an unknown activity or package, and where the viewer is not enrolled in the activity's course version
 * @throws RangeError when the state is larger than 64 KB
 */
export async function saveActivityState(
  viewer: Viewer,
  activityId: number,
  { packageHash, state }: { packageHash: string; state: string },
  at: Instant,
): Promise<boolean> {
  if (byteLength(state) > LARGEST_STATE_BYTES) throw new RangeError("the state is larger than 64 KB");
  return writeRows(async (rows) => {
    const written = await rows.$queryRaw<unknown[]>`
      INSERT INTO activity_state (person_id, package_hash, state, at)
      SELECT DISTINCT ${viewer.personId}, ${packageHash}, ${state}, ${at}
      FROM activity a JOIN enrolment e ON e.course_version_id = a.course_version_id
      WHERE a.id = ${activityId} AND e.person_id IN ${recordsOf(viewer.personId)}
        AND (a.package_vi = ${packageHash} OR a.package_en = ${packageHash})
      ON CONFLICT (person_id, package_hash) DO UPDATE SET state = excluded.state, at = excluded.at
      RETURNING person_id`;
    return written.length > 0;
  });
}
