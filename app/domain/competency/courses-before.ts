import type { Programme } from "~/domain/certification/programme";
import { coursesOf, pathsOf, programmesAsking } from "~/domain/certification/programme-references";
import { programmesAsked } from "~/domain/certification/requirement";

/** The courses that come before a course: those of the programmes whose certificate a programme of it asks for. */
export function coursesBefore(slug: string, programmes: readonly Programme[]): string[] {
  const asked = programmesAsking(programmes, slug).flatMap((programme) => pathsOf(programme).flatMap(programmesAsked));
  const before = programmes.filter(({ key }) => asked.includes(key)).flatMap(coursesOf);
  return [...new Set(before)].filter((course) => course !== slug);
}
