import type { CivilDate } from "~/domain/time/civil-date";
import type { Programme } from "./programme";
import { pathsOf } from "./programme-references";
import { branchesOf, leavesOf, programmesAsked, type Requirement, type RequirementLeaf } from "./requirement";

/** What there is for programmes to ask for. */
export interface KnownReferences {
  courses: ReadonlySet<string>;
  /** keys of a course's tasks; null: they could not be read, and nothing is said of them */
  tasksOf(course: string): ReadonlySet<string> | null;
  programmes: ReadonlySet<string>;
}

export type ReferenceProblem =
  | { kind: "unknown-course"; course: string }
  | { kind: "unknown-task"; course: string; task: string }
  | { kind: "unknown-programme"; programme: string }
  /** it must hold on the day of something that this path does not ask for */
  | { kind: "no-day"; holdOn: "hand-in" | "exam" };

/** What a path asks for that there is not. The problems come with the place of their leaf in the tree. */
export function referenceProblems(
  tree: Requirement,
  known: KnownReferences,
): { problem: ReferenceProblem; where: (string | number)[] }[] {
  const leaves = leavesOf(tree);
  const hasDay = {
    "hand-in": leaves.some((leaf) => "task_of" in leaf),
    exam: leaves.some((leaf) => "exam_of" in leaf),
  };
  return placesOf(tree, []).flatMap(({ leaf, where }) => {
    const problems = problemsOf(leaf, known);
    const holdOn = leaf.hold_on ?? "completion";
    if (holdOn !== "completion" && !hasDay[holdOn]) problems.push({ kind: "no-day", holdOn });
    return problems.map((problem) => ({ problem, where }));
  });
}

function problemsOf(leaf: RequirementLeaf, { courses, tasksOf, programmes }: KnownReferences): ReferenceProblem[] {
  if ("exam_of" in leaf) return courses.has(leaf.exam_of) ? [] : [{ kind: "unknown-course", course: leaf.exam_of }];
  if ("task_of" in leaf) {
    if (!courses.has(leaf.task_of)) return [{ kind: "unknown-course", course: leaf.task_of }];
    const known = tasksOf(leaf.task_of)?.has(leaf.key) ?? true;
    return known ? [] : [{ kind: "unknown-task", course: leaf.task_of, task: leaf.key }];
  }
  if ("certificate_of" in leaf && !programmes.has(leaf.certificate_of))
    return [{ kind: "unknown-programme", programme: leaf.certificate_of }];
  return [];
}

function placesOf(
  node: Requirement,
  where: (string | number)[],
): { leaf: RequirementLeaf; where: (string | number)[] }[] {
  const branches = branchesOf(node);
  if (!branches) return [{ leaf: node as RequirementLeaf, where }];
  const below = "all_of" in node ? ["all_of"] : "any_of" in node ? ["any_of"] : ["n_of", "of"];
  return branches.of.flatMap((branch, index) => placesOf(branch, [...where, ...below, index]));
}

/**
 * A circle of programmes of one day that ask for each other's certificates, from the first back to itself; null: there is none.
 * Nobody could ever complete them.
 */
export function circleIn(programmes: readonly Programme[]): string[] | null {
  const asks = new Map(programmes.map((each) => [each.key, [...new Set(pathsOf(each).flatMap(programmesAsked))]]));
  const done = new Set<string>();
  const visit = (key: string, above: readonly string[]): string[] | null => {
    const begins = above.indexOf(key);
    if (begins >= 0) return [...above.slice(begins), key];
    if (done.has(key)) return null;
    for (const next of asks.get(key) ?? []) {
      const circle = visit(next, [...above, key]);
      if (circle) return circle;
    }
    done.add(key);
    return null;
  };
  for (const key of asks.keys()) {
    const circle = visit(key, []);
    if (circle) return circle;
  }
  return null;
}

/** The first of some days on which the programmes of that day ask for each other in a circle; null: never. */
export function firstCircle(
  days: readonly CivilDate[],
  programmesOn: (date: CivilDate) => readonly Programme[],
): { on: CivilDate; circle: string[] } | null {
  for (const on of [...new Set(days)].sort()) {
    const circle = circleIn(programmesOn(on));
    if (circle) return { on, circle };
  }
  return null;
}
