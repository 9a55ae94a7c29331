import { firstCircle, type ReferenceProblem, referenceProblems } from "~/domain/certification/check-programmes";
import { programmesOfDay } from "~/domain/certification/programme";
import type { CourseFiles } from "./course-files.server";
import type { FrameworkFiles } from "./framework-files.server";
import type { ProblemList } from "./problem-list.server";

/**
 * Checks certifications.yaml: what its programmes ask for is there, versions of one programme begin on different days, and on no day
 * do programmes ask for each other's certificates in a circle.
 */
export function checkProgrammes(
  { certifications: file }: FrameworkFiles,
  slugs: ReadonlySet<string>,
  courses: ReadonlyMap<string, Pick<CourseFiles, "bank">>,
  problems: ProblemList,
): void {
  if (!file) return;
  const wrong = (where: (string | number)[], message: string) => problems.add(file.file, file.lineOf(where), message);
  const { programmes, valid_from } = file.value;
  const known = {
    courses: slugs,
    programmes: new Set(programmes.map(({ key }) => key)),
    tasksOf: (course: string) => tasksOf(courses.get(course)),
  };
  programmes.forEach(({ key, valid_from: from = valid_from, requires, renewal }, index) => {
    const twin = programmes.findIndex((each) => each.key === key && (each.valid_from ?? valid_from) === from);
    if (twin < index) {
      const message = `the programme ${key} has two versions that begin on ${from}: they would overlap`;
      wrong(["programmes", index, "key"], message);
    }
    if (from < valid_from) wrong(["programmes", index, "valid_from"], `begins before the file does, on ${valid_from}`);
    const check = (tree: typeof requires, place: string[]) => {
      for (const { problem, where } of referenceProblems(tree, known))
        wrong(["programmes", index, ...place, ...where], inWords(problem));
    };
    check(requires, ["requires"]);
    if (renewal.requires) check(renewal.requires, ["renewal", "requires"]);
  });
  const days = programmes.map(({ valid_from: from = valid_from }) => from);
  const found = firstCircle(days, (date) => programmesOfDay(file.value, date));
  if (found) {
    const index = programmes.findIndex(({ key }) => key === found.circle[0]);
    wrong(
      ["programmes", index, "requires"],
      `on ${found.on} programmes ask for each other's certificates in a circle: ${found.circle.join(" → ")}`,
    );
  }
}

function tasksOf(course: Pick<CourseFiles, "bank"> | undefined): ReadonlySet<string> | null {
  const questions = course?.bank.value.questions;
  if (!questions) return null;
  return new Set(questions.flatMap((question) => (question.type === "task" ? [question.key] : [])));
}

function inWords(problem: ReferenceProblem): string {
  if (problem.kind === "unknown-course") return `no course ${problem.course}`;
  if (problem.kind === "unknown-task") return `the course ${problem.course} has no task ${problem.task}`;
  if (problem.kind === "unknown-programme") return `no programme ${problem.programme}`;
  return `it must hold on the day of the ${problem.holdOn}, but nothing of that kind is asked for beside it`;
}
