import type { Viewer } from "~/domain/permissions/viewer";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { currentCourses } from "../course/courses-up-to.server";
import { reader } from "../database.server";
import { recordsOf } from "../people/records-of.server";
import { managedPerson } from "./managed-person.server";

/** The courses that somebody in the viewer's reach learns, for a choice; none of somebody else. */
export async function coursesOfPerson(
  viewer: Viewer,
  publicId: string,
  now: Instant,
  language: Language,
): Promise<{ value: string; label: string }[]> {
  const client = await reader();
  const today = civilDateOf(now);
  const person = await managedPerson(client, viewer, publicId, today);
  if (!person) return [];
  const rows = await client.$queryRaw<{ course_id: bigint }[]>`
    SELECT DISTINCT course_id FROM enrolment WHERE person_id IN ${recordsOf(person.id)}`;
  const learned = new Set(rows.map(({ course_id }) => Number(course_id)));
  const courses = await currentCourses(today);
  return courses
    .filter(({ courseId }) => learned.has(courseId))
    .map(({ slug, title }) => ({ value: slug, label: title[language] }));
}
