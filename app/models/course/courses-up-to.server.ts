import type { CourseVersion } from "~/domain/course/course-version";
import type { CivilDate } from "~/domain/time/civil-date";
import { latestChangeId, reader } from "../database.server";
import { getCourseVersion } from "./course-versions.server";

interface Listed {
  id: number;
  slug: string;
  validFrom: CivilDate;
}

let held: { changeId: number; list: Promise<Listed[]> } | null = null;

/** The versions of every course that hold by a date, newest first, by slug. The list is held until something changes. */
export async function courseVersionsUpTo(asOf: CivilDate): Promise<Map<string, CourseVersion[]>> {
  const changeId = await latestChangeId();
  if (held?.changeId !== changeId) {
    held = { changeId, list: loadList() };
    // a failure is not kept
    held.list.catch(() => {
      held = null;
    });
  }
  const bySlug = new Map<string, CourseVersion[]>();
  for (const { id, slug, validFrom } of await held.list) {
    if (validFrom > asOf) continue;
    bySlug.set(slug, [...(bySlug.get(slug) ?? []), await getCourseVersion(id)]);
  }
  return bySlug;
}

/** The current version of every course on a date: the one recorded last of those that hold by then. In order of slugs. */
export async function currentCourses(asOf: CivilDate): Promise<CourseVersion[]> {
  const bySlug = await courseVersionsUpTo(asOf);
  const newest = [...bySlug.values()].flatMap(([version]) => (version ? [version] : []));
  return newest.sort((a, b) => (a.slug < b.slug ? -1 : 1));
}

async function loadList(): Promise<Listed[]> {
  const client = await reader();
  const rows = await client.$queryRaw<{ id: bigint; slug: string; valid_from: string }[]>`
    SELECT v.id, c.slug, v.valid_from FROM course_version v JOIN course c ON c.id = v.course_id ORDER BY v.id DESC`;
  return rows.map((row) => ({ id: Number(row.id), slug: row.slug, validFrom: row.valid_from }));
}
