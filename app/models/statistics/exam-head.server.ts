import type { Viewer } from "~/domain/permissions/viewer";
import type { Language } from "~/domain/text/language";
import { type CivilDate, civilDateOf } from "~/domain/time/civil-date";
import { courseVersionsUpTo } from "../course/courses-up-to.server";
import { reader } from "../database.server";
import { inScope, scopeOf } from "../reporting/scope-units.server";

/** The exam that a report is about, and by what it can be narrowed. */
export interface ExamHead {
  slug: string;
  course: string;
  courseId: number;
  /** newest first */
  versions: { id: number; number: string }[];
  /** exam days of units in the viewer's reach, newest first */
  sittings: { sitting: string; title: string; on: CivilDate }[];
}

/** Null: there is no such course. */
export async function examHead(
  viewer: Viewer,
  slug: string,
  today: CivilDate,
  language: Language,
): Promise<ExamHead | null> {
  const versions = (await courseVersionsUpTo(today)).get(slug);
  const newest = versions?.[0];
  if (!versions || !newest) return null;
  const scope = await scopeOf(viewer, "see-statistics", today);
  const client = await reader();
  const sittings = await client.$queryRaw<{ public_id: string; title: string; opens_at: string }[]>`
    SELECT s.public_id, p.title, p.opens_at FROM sitting s
    JOIN sitting_plan p ON p.sitting_id = s.id AND p.retracted_change IS NULL
    WHERE s.course_id = ${newest.courseId} AND ${inScope(scope, "s.unit_id")}
    ORDER BY p.opens_at DESC LIMIT 100`;
  return {
    slug,
    course: newest.title[language],
    courseId: newest.courseId,
    versions: versions.map(({ id, number }) => ({ id, number })),
    sittings: sittings.map(({ public_id, title, opens_at }) => ({
      sitting: public_id,
      title,
      on: civilDateOf(opens_at),
    })),
  };
}
