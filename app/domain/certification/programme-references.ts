import type { CivilDate } from "~/domain/time/civil-date";
import type { Programme } from "./programme";
import { coursesAsked, examsAsked, type Requirement } from "./requirement";
import { endOfValidity } from "./validity";

type Asking = Pick<Programme, "requires" | "renewal">;

/** What a programme may ask for: the first path and the shorter one. */
export function pathsOf({ requires, renewal }: Asking): Requirement[] {
  return renewal.requires ? [requires, renewal.requires] : [requires];
}

/** The programmes that ask for the exam of a course. */
export function programmesAsking<T extends Asking>(programmes: readonly T[], course: string): T[] {
  return programmes.filter((programme) => pathsOf(programme).some((path) => examsAsked(path).includes(course)));
}

/** The courses that lead to a programme, each once, in the order of its rules. */
export function coursesOf(programme: Asking): string[] {
  return [...new Set(pathsOf(programme).flatMap(coursesAsked))];
}

/**
 * Until when a pass proves a level: the first day after, by the programmes that ask for its exam; the longest where there are
 * several, null (no end) where one has none or there is no programme.
 */
export function endOfProof(passedOn: CivilDate, asking: readonly Pick<Programme, "validity">[]): CivilDate | null {
  let latest: CivilDate | null = null;
  for (const { validity } of asking) {
    const end = endOfValidity(validity, passedOn);
    if (end === null) return null;
    if (latest === null || end > latest) latest = end;
  }
  return latest;
}
