import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Exam, type ExamSection, examSchema, fits, shortages } from "./exam";
import type { Difficulty } from "./question";

const exam = (sections: ExamSection[]) => ({ sections }) as Exam;
const bank = (counts: Partial<Record<Difficulty, number>>, competency = "a") =>
  ([1, 2, 3] as const).flatMap((difficulty) =>
    Array.from({ length: counts[difficulty] ?? 0 }, () => ({ type: "single" as const, competency, difficulty })),
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

  it("counts only what exams may draw", () => {
    const practised = bank({ 1: 8 }).map((question) => ({ ...question, use: "practice" as const }));
    expect(shortages(exam([{ competency: "a", count: 6 }]), [...bank({ 1: 7 }), ...practised])).toHaveLength(1);
    expect(shortages(exam([{ competency: "a", count: 6 }]), [...bank({ 1: 8 }), ...practised])).toEqual([]);
  });

  it("says what is drawn, what is held and what is needed", () => {
    const sections: ExamSection[] = [
      { competency: "a", difficulty: [3], tags: ["law"], count: 3 },
      { competency: "b", count: 1 },
      { competency: "c", count: 2 },
    ];
    expect(shortages(exam(sections), [...bank({ 3: 9 }), ...bank({ 1: 2 }, "b"), ...bank({ 2: 1 }, "c")])).toEqual([
      {
        section: 0,
        message: "the exam draws 3 questions on a, difficulty 3, tagged law, which needs a bank of 4; it holds 0",
      },
      { section: 2, message: "the exam draws 2 questions on c, which needs a bank of 3; it holds 1" },
    ]);
  });

  const anySection = fc.record({
    competency: fc.option(fc.constantFrom("a", "b"), { nil: undefined }),
    tags: fc.option(fc.subarray(["x", "y"], { minLength: 1 }), { nil: undefined }),
    difficulty: fc.option(fc.subarray([1, 2, 3] as Difficulty[], { minLength: 1 }), { nil: undefined }),
    count: fc.integer({ min: 1, max: 4 }),
  });
  const anyQuestion = fc.record({
    type: fc.constant("single" as const),
    competency: fc.constantFrom("a", "b"),
    tags: fc.subarray(["x", "y"]),
    difficulty: fc.constantFrom<Difficulty>(1, 2, 3),
  });

  it("finds a shortage exactly where a set of sections draws more than three of four of what it can take", () => {
    fc.assert(
      fc.property(
        fc.array(anySection, { minLength: 1, maxLength: 5 }),
        fc.array(anyQuestion, { maxLength: 30 }),
        (sections, held) => {
          const short = (set: readonly number[]) => {
            const drawn = set.reduce((sum, index) => sum + (sections[index]?.count ?? 0), 0);
            const takes = held.filter((question) =>
              set.some((index) => fits(sections[index] as ExamSection, question)),
            );
            return takes.length * 3 < drawn * 4;
          };
          const sets = Array.from({ length: 2 ** sections.length - 1 }, (_, bits) =>
            sections.flatMap((_section, index) => (((bits + 1) >> index) & 1 ? [index] : [])),
          );
          const found = shortages(exam(sections), held);
          expect(found.length > 0).toBe(sets.some(short));
          // each names the last section of a set that is short
          for (const { section } of found) expect(sets.some((set) => set.at(-1) === section && short(set))).toBe(true);
        },
      ),
    );
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

describe("exam.yaml", () => {
  const plain = {
    title: { vi: "Bài", en: "Exam" },
    pass_percent: 70,
    minutes: 30,
    attempts: 3,
    cooldown_hours: 24,
    per_page: 5,
    review: { own_answers: "after-submit", right_answers: "after-pass", explanations: "never" },
    sections: [{ competency: "a", count: 5 }],
  };
  it("is read as it stands: nothing is filled in, so a recorded version keeps its hash", () => {
    expect(examSchema.parse(plain)).toEqual(plain);
  });
  it.each([
    { counts: "last" },
    { opens: "2026-12-01", closes: "2026-12-01" },
    { devices: "one", sitting: "required" },
    { review: { ...plain.review, score: ["just-after", "after-close"], just_after_minutes: 5 } },
    { sections: [{ tags: ["law"], count: 1, weight: 2.5 }, { count: 1 }] },
  ])("takes %j", (more) => {
    expect(examSchema.parse({ ...plain, ...more })).toEqual({ ...plain, ...more });
  });
  it.each([
    [{ opens: "2026-12-02", closes: "2026-12-01" }, "closes"],
    [{ opens: "2026-02-30" }, "opens"],
    [{ counts: "mean" }, "counts"],
    [{ review: { ...plain.review, score: [] } }, "review.score"],
    [{ sections: [{ count: 1, weight: 0 }] }, "sections.0.weight"],
  ])("refuses %j", (more, path) => {
    const parsed = examSchema.safeParse({ ...plain, ...more });
    expect(parsed.error?.issues.map((issue) => issue.path.join("."))).toContain(path);
  });
});
