import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ClosingCourse, closingCourses } from "./closing-courses";
import type { Gap } from "./standing";

const course = (slug: string, levels: Record<string, number>, after: string[] = []): ClosingCourse => ({
  slug,
  evidence: Object.entries(levels).map(([competency, level]) => ({ competency, level })),
  after,
});
const gap = (competency: string, required: number, proven = 0): Gap => ({ competency, required, proven });
const slugs = (gaps: Gap[], courses: ClosingCourse[]) => closingCourses(gaps, courses).map(({ slug }) => slug);

describe("closingCourses", () => {
  it.each<[string, Gap[], ClosingCourse[], string[]]>([
    ["no gap", [gap("a", 2, 2)], [course("x", { a: 5 })], []],
    ["no course that helps", [gap("a", 2)], [course("x", { b: 5 })], []],
    [
      "one that closes both, not two",
      [gap("a", 2), gap("b", 2)],
      [course("x", { a: 2 }), course("y", { b: 2 }), course("z", { a: 2, b: 2 })],
      ["z"],
    ],
    ["as far as courses lead", [gap("a", 5)], [course("x", { a: 2 }), course("y", { a: 3 })], ["y"]],
    ["nothing where courses lead no further", [gap("a", 5, 3)], [course("y", { a: 3 })], []],
    [
      "the basic one of two that reach it",
      [gap("a", 2)],
      [course("adv", { a: 4 }), course("basic", { a: 2 })],
      ["basic"],
    ],
    [
      "prerequisites first",
      [gap("a", 2), gap("b", 1)],
      [course("x", { b: 1 }, ["y"]), course("y", { a: 2 })],
      ["y", "x"],
    ],
    [
      "else the lower levels first",
      [gap("a", 3), gap("b", 1)],
      [course("x", { a: 3 }), course("y", { b: 1 })],
      ["y", "x"],
    ],
    [
      "a circle of prerequisites ends",
      [gap("a", 2), gap("b", 1)],
      [course("x", { b: 1 }, ["y"]), course("y", { a: 2 }, ["x"])],
      ["x", "y"],
    ],
  ])("%s", (_, gaps, courses, expected) => expect(slugs(gaps, courses)).toEqual(expected));

  it("names what each closes", () => {
    expect(closingCourses([gap("a", 2), gap("b", 2, 1)], [course("z", { a: 2, b: 3, c: 1 })])).toEqual([
      { slug: "z", closes: ["a", "b"] },
    ]);
  });

  it("reaches what all courses together reach, and no shorter list does", () => {
    const competencies = ["a", "b", "c"];
    const levels = fc.dictionary(fc.constantFrom(...competencies), fc.integer({ min: 1, max: 4 }));
    fc.assert(
      fc.property(
        fc.array(levels, { maxLength: 5 }),
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 3, maxLength: 3 }),
        (offered, required) => {
          const courses = offered.map((each, index) => course(`c${index}`, each));
          const gaps = competencies.map((key, index) => gap(key, required[index] ?? 1));
          const best = (list: ClosingCourse[], { competency, required: wanted }: Gap) =>
            Math.min(
              wanted,
              ...[
                Math.max(
                  0,
                  ...list.flatMap(({ evidence }) =>
                    evidence.filter((each) => each.competency === competency).map(({ level }) => level),
                  ),
                ),
              ],
            );
          const enough = (list: ClosingCourse[]) => gaps.every((each) => best(list, each) === best(courses, each));
          const chosen = courses.filter(({ slug }) => slugs(gaps, courses).includes(slug));
          expect(enough(chosen)).toBe(true);
          for (let set = 0; set < 1 << courses.length; set += 1) {
            const list = courses.filter((_, index) => set & (1 << index));
            if (enough(list)) expect(list.length).toBeGreaterThanOrEqual(chosen.length);
          }
        },
      ),
    );
  });

  it("of very many courses takes those that help most, and still reaches all", () => {
    const courses = Array.from({ length: 30 }, (_, index) => course(`c${index}`, { [`k${index}`]: 2 }));
    const gaps = courses.map((_, index) => gap(`k${index}`, 2));
    expect(slugs(gaps, [...courses, course("both", { k0: 2, k1: 2 })])).toHaveLength(29);
  });
});
