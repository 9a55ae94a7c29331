import { missingOn, type PersonFacts } from "~/domain/certification/completion";
import type { Programme } from "~/domain/certification/programme";
import { coursesOf, pathsOf } from "~/domain/certification/programme-references";
import { courseAsked, leavesOf, programmesAsked, type RequirementLeaf } from "~/domain/certification/requirement";
import type { CivilDate } from "~/domain/time/civil-date";

/** A course that is still needed for a programme, and what of it. */
export interface CourseLeft {
  course: string;
  /** key of the task that is asked for; null: the exam */
  task: string | null;
}

/**
 * The courses that a person still needs for a programme, in the order of its rules; those of a certificate that it asks for stand
 * where the rules ask for it. What no course gives (training outside, a language) is not among them.
 */
export function coursesLeft(
  programme: Programme,
  programmes: readonly Programme[],
  facts: PersonFacts,
  asOf: CivilDate,
): CourseLeft[] {
  const left = new Map<string, CourseLeft>();
  const visit = (each: Programme, above: readonly string[]) => {
    for (const { requirement } of missingOn(each, facts, asOf)) {
      const course = courseAsked(requirement);
      if (course) {
        const task = "task_of" in requirement ? requirement.key : null;
        const known = left.get(course);
        // exam and task of one course: the task comes with it
        if (!known || task !== null) left.set(course, { course, task });
      }
      const below = askedProgramme(requirement, programmes);
      if (below && !above.includes(below.key)) visit(below, [...above, below.key]);
    }
  };
  visit(programme, [programme.key]);
  return [...left.values()];
}

/** Every course that may be needed for a programme, by whatever path, those of certificates that it asks for included. */
export function coursesTowards(programme: Programme, programmes: readonly Programme[]): string[] {
  const visit = (each: Programme, above: readonly string[]): string[] => {
    const below = programmes.filter(
      ({ key }) => !above.includes(key) && pathsOf(each).some((path) => programmesAsked(path).includes(key)),
    );
    return [...coursesOf(each), ...below.flatMap((next) => visit(next, [...above, next.key]))];
  };
  return [...new Set(visit(programme, [programme.key]))];
}

/** True for a programme of one exam: its duty names all there is to do. */
export function isOneExam({ requires, renewal }: Programme): boolean {
  const leaves = leavesOf(requires);
  const [only] = leaves;
  return leaves.length === 1 && only !== undefined && "exam_of" in only && renewal.requires === undefined;
}

function askedProgramme(leaf: RequirementLeaf, programmes: readonly Programme[]): Programme | undefined {
  return "certificate_of" in leaf ? programmes.find(({ key }) => key === leaf.certificate_of) : undefined;
}
