import type { Bilingual } from "~/domain/text/bilingual";
import { reader } from "../database.server";

/** The titles of all courses, of their newest versions, by row id. */
export async function getCourseTitles(): Promise<Map<number, Bilingual>> {
  const client = await reader();
  const versions = await client.course_version.findMany({
    select: { course_id: true, content: true },
    orderBy: { id: "asc" },
  });
  return new Map(
    versions.map(({ course_id, content }) => [course_id, (JSON.parse(content) as { title: Bilingual }).title]),
  );
}
