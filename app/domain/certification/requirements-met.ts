import type { CivilDate } from "~/domain/time/civil-date";
import { endOfValidity } from "./certificate-status";
import type { Programme } from "./programme";

/** An exam that a person passed. */
export interface PassedExam {
  course: string;
  passedOn: CivilDate;
}

/**
 * True when every exam that the programme asks for was passed by the date, none so long ago that a certificate of that day
 * would have ended: a programme of several exams is renewed by all of them.
 */
export function requirementsMet(
  { requires, validity_months }: Pick<Programme, "requires" | "validity_months">,
  passes: readonly PassedExam[],
  asOf: CivilDate,
): boolean {
  const counts = ({ passedOn }: PassedExam) => {
    const end = endOfValidity(passedOn, validity_months);
    return passedOn <= asOf && (end === null || asOf < end);
  };
  return requires.all_of.every(({ exam_of }) => passes.some((pass) => pass.course === exam_of && counts(pass)));
}

/** The programmes that ask for the exam of a course. */
export function programmesAsking<T extends Pick<Programme, "requires">>(programmes: readonly T[], course: string): T[] {
  return programmes.filter(({ requires }) => requires.all_of.some(({ exam_of }) => exam_of === course));
}

/**
 * Until when a pass proves a level: the first day after, by the programmes that ask for its exam; the longest where there are
 * several, null (no end) where one has none or there is no programme.
 */
export function endOfProof(
  passedOn: CivilDate,
  asking: readonly Pick<Programme, "validity_months">[],
): CivilDate | null {
  let latest: CivilDate | null = null;
  for (const { validity_months } of asking) {
    const end = endOfValidity(passedOn, validity_months);
    if (end === null) return null;
    if (latest === null || end > latest) latest = end;
  }
  return latest;
}
