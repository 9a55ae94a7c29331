import type { Gap } from "./standing";

/** A course as far as it closes gaps. */
export interface ClosingCourse {
  slug: string;
  evidence: readonly { competency: string; level: number }[];
  /** slugs of courses that come before it where both are taken */
  after: readonly string[];
}

/** A course of the list, and the competencies whose gap it closes or narrows. */
export interface ClosingStep {
  slug: string;
  closes: string[];
}

/** Up to so many courses the shortest list is looked for among all; with more, the one that helps most comes next. */
const MOST_TRIED = 14;

/**
 * The next courses that close the gaps, in order: the shortest list that brings every competency as far as any list of courses could
 * (to what is required, or as near as a course leads); prerequisites first, then the courses of lower levels. Of lists of the same
 * length the one whose levels lie lowest, then the first by slug.
 */
export function closingCourses(gaps: readonly Gap[], courses: readonly ClosingCourse[]): ClosingStep[] {
  const targets = gaps.flatMap((gap): Gap[] => {
    const best = Math.max(0, ...courses.map((course) => levelOf(course, gap.competency)));
    const required = Math.min(gap.required, best);
    return required > gap.proven ? [{ ...gap, required }] : [];
  });
  const helpful = [...courses]
    .filter((course) => targets.some((target) => reaches(course, target)))
    .sort((a, b) => (a.slug < b.slug ? -1 : 1));
  const chosen = helpful.length <= MOST_TRIED ? shortest(helpful, targets) : greedy(helpful, targets);
  return inOrder(chosen).map((course) => ({
    slug: course.slug,
    closes: targets.filter((target) => reaches(course, target)).map(({ competency }) => competency),
  }));
}

function levelOf(course: ClosingCourse, competency: string): number {
  return Math.max(0, ...course.evidence.filter((each) => each.competency === competency).map(({ level }) => level));
}

function reaches(course: ClosingCourse, { competency, required }: Gap): boolean {
  return levelOf(course, competency) >= required;
}

function shortest(courses: readonly ClosingCourse[], targets: readonly Gap[]): ClosingCourse[] {
  let best: ClosingCourse[] | null = null;
  for (let set = 0; set < 1 << courses.length; set += 1) {
    const list = courses.filter((_, index) => set & (1 << index));
    if (best !== null && list.length > best.length) continue;
    if (!targets.every((target) => list.some((course) => reaches(course, target)))) continue;
    if (best === null || list.length < best.length || isBetter(list, best)) best = list;
  }
  return best ?? [];
}

function isBetter(list: readonly ClosingCourse[], than: readonly ClosingCourse[]): boolean {
  const [a, b] = [weight(list), weight(than)];
  return a !== b ? a < b : slugs(list) < slugs(than);
}

function slugs(list: readonly ClosingCourse[]): string {
  return list.map(({ slug }) => slug).join();
}

/** The sum of the highest levels: a list of basic courses goes before one of advanced ones. */
function weight(list: readonly ClosingCourse[]): number {
  return list.reduce((sum, course) => sum + highest(course), 0);
}

function highest({ evidence }: ClosingCourse): number {
  return Math.max(0, ...evidence.map(({ level }) => level));
}

function greedy(courses: readonly ClosingCourse[], targets: readonly Gap[]): ClosingCourse[] {
  const chosen: ClosingCourse[] = [];
  let open = [...targets];
  while (open.length > 0) {
    const counts = courses.map((course) => open.filter((target) => reaches(course, target)).length);
    const next = courses[counts.indexOf(Math.max(...counts))];
    if (!next) break;
    chosen.push(next);
    open = open.filter((target) => !reaches(next, target));
  }
  return chosen;
}

/** Prerequisites first; among those that wait for nothing the lower levels, then by slug. A circle is broken at its first by that order. */
function inOrder(courses: readonly ClosingCourse[]): ClosingCourse[] {
  let left = [...courses].sort((a, b) => highest(a) - highest(b) || (a.slug < b.slug ? -1 : 1));
  const ordered: ClosingCourse[] = [];
  while (left.length > 0) {
    const waits = ({ after }: ClosingCourse) => left.some(({ slug }) => after.includes(slug));
    const next = left.find((course) => !waits(course)) ?? left[0];
    if (!next) break;
    ordered.push(next);
    left = left.filter((course) => course !== next);
  }
  return ordered;
}
