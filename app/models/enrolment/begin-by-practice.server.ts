import type { Viewer } from "~/domain/permissions/viewer";
import type { Instant } from "~/domain/time/civil-date";
import { getCourseVersion } from "~/models/course/course-versions.server";
import { reader } from "~/models/database.server";
import { enrol } from "./enrol.server";
import { courseOf } from "./learning.server";

/**
 * Practising is a way to begin a course: enrols the viewer in the version that an activity belongs to, where that is the version
 * they would learn. False for an unknown activity and for one of another version.
 */
export async function beginByPractice(viewer: Viewer, activityId: number, at: Instant): Promise<boolean> {
  const client = await reader();
  const activity = await client.activity.findUnique({
    where: { id: activityId },
    select: { course_version_id: true },
  });
  if (!activity) return false;
  const { slug } = await getCourseVersion(activity.course_version_id);
  const found = await courseOf(viewer, slug, at);
  if (found?.course.version.id !== activity.course_version_id) return false;
  await enrol(viewer, found.course.version, at);
  return true;
}
