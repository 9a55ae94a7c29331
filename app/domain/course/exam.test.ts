import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Exam, type ExamSection, fits, shortages } from "./exam";
import type { Difficulty } from "./question";

const exam = (sections: ExamSection[]) => ({ sections }) as Exam;
const bank = (counts: Partial<Record<Difficulty, number>>, competency = "a") =>
  ([1, 2, 3] as const).flatMap((difficulty) =>
    Array.from({ length: counts[difficulty] ?? 0 }, () => ({ competency, difficulty })),
  );

describe("shortages", () => {
  it.each<[string, ExamSection[], ReturnType<typeof bank>, number[]]>([
    ["a third to spare", [{ competency: "a", count: 6 }], bank({ 1: 4, 3: 4 }), []],
    ["one too few", [{ competency: "a", count: 6 }], bank({ 1: 4, 3: 3 }), [0]],
    ["of another competency", [{ competency: "a", count: 1 }], bank({ 1: 9 }, "b"), [0]],
    ["of another difficulty", [{ competency: "a", difficulty: [3], count: 3 }], bank({ 1: 9, 3: 3 }), [0]],
    [
      "each enough, together too few",
      [
        { competency: "a", difficulty: [1, 2], count: 3 },
        { competency: "a", difficulty: [2, 3], count: 3 },
      ],
      bank({ 2: 4, 3: 2 }),
      [1],
    ],
  ])("%s", (_name, sections, held, expected) => {
    expect(shortages(exam(sections), held).map(({ section }) => section)).toEqual(expected);
  });

  it("lets pass only blueprints that can be drawn in any order of sections that shares nothing", () => {
    const difficulty = fc.subarray([1, 2, 3] as Difficulty[], { minLength: 1 });
    const section = fc.record({
      competency: fc.constantFrom("a", "b"),
      difficulty,
      count: fc.integer({ min: 1, max: 4 }),
    });
    const counts = fc.record({ 1: fc.nat(6), 2: fc.nat(6), 3: fc.nat(6) });
    fc.assert(
      fc.property(fc.array(section, { minLength: 1, maxLength: 4 }), counts, counts, (sections, a, b) => {
        const held = [...bank(a, "a"), ...bank(b, "b")];
        fc.pre(shortages(exam(sections), held).length === 0);
        expect(largestDraw(sections, held)).toBe(sections.reduce((sum, { count }) => sum + count, 0));
      }),
    );
  });
});

/** The most questions that sections can draw without sharing, by augmenting paths. */
function largestDraw(sections: ExamSection[], held: ReturnType<typeof bank>): number {
  const slots = sections.flatMap((section) => Array.from({ length: section.count }, () => section));
  const takenBy = new Map<number, number>();
  const place = (slot: number, seen: Set<number>): boolean =>
    held.some((question, index) => {
      const section = slots[slot];
      if (!section || !fits(section, question) || seen.has(index)) return false;
      seen.add(index);
      const holder = takenBy.get(index);
      if (holder !== undefined && !place(holder, seen)) return false;
      takenBy.set(index, slot);
      return true;
    });
  return slots.filter((_section, slot) => place(slot, new Set())).length;
}
