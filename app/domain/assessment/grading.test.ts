import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { anyBank, anyRandom, examForTest, questionForTest, seeded } from "../../../tests/fixtures/exam-questions";
import { gradeItem, gradePaper, reaches, shownPercent, talliesByCompetency } from "./grading";
import { makePaper, type PaperItem } from "./paper";

function itemOf(type: PaperItem["type"]): PaperItem {
  const [item] = makePaper(examForTest(), [questionForTest(1, { type })], seeded(3)).items;
  if (!item) throw new Error("no item");
  return item;
}

/** Tokens of the options whose keys are the letters of `keys`. */
function choose(item: PaperItem, keys: string[]): string[] {
  return keys.map((key) => item.options.find(({ text }) => text.vi === `1 option ${key} vi`)?.token ?? "?");
}

describe("marks of an item", () => {
  const cases: [PaperItem["type"], string[], number][] = [
    ["single", ["a"], 1],
    ["single", ["b"], 0],
    ["single", [], 0],
    ["single", ["a", "b"], 0],
    ["truefalse", ["false"], 1],
    ["truefalse", ["true"], 0],
    ["truefalse", ["true", "false"], 0],
    ["multiple", [], 0],
    ["multiple", ["a"], 1 / 3],
    ["multiple", ["a", "b"], 2 / 3],
    ["multiple", ["a", "b", "c"], 1],
    ["multiple", ["a", "b", "d"], 1 / 3],
    ["multiple", ["a", "d"], 0],
    ["multiple", ["d", "e"], 0],
    ["multiple", ["a", "b", "c", "d"], 2 / 3],
    ["multiple", ["a", "b", "c", "d", "e"], 1 / 3],
  ];
  it.each(cases)("%s with %j earns %d", (type, keys, marks) => {
    const item = itemOf(type);
    expect(gradeItem(item, choose(item, keys))).toBeCloseTo(marks, 12);
  });

  test("lie between nothing and all, all exactly for the right set, and never rise by a wrong choice", () => {
    fc.assert(
      fc.property(anyBank, anyRandom, fc.infiniteStream(fc.boolean()), (bank, random, coin) => {
        for (const item of makePaper(examForTest(), bank, random).items) {
          const chosen = item.options.map(({ token }) => token).filter(() => coin.next().value);
          const marks = gradeItem(item, chosen);
          const right = [...chosen].sort().join() === [...item.key.correct].sort().join();
          expect(marks >= 0 && marks <= item.marks).toBe(true);
          expect(marks === item.marks).toBe(right);
          for (const { token } of item.options) {
            if (chosen.includes(token) || item.key.correct.includes(token)) continue;
            expect(gradeItem(item, [...chosen, token])).toBeLessThanOrEqual(marks);
          }
        }
      }),
    );
  });
});

test("a paper's score is the sum of its items; what was not answered earns nothing", () => {
  const paper = makePaper(
    examForTest({ pass_percent: 50 }),
    [
      questionForTest(1),
      questionForTest(2, { type: "truefalse", competency: "beta" }),
      questionForTest(3, { type: "multiple" }),
    ],
    seeded(1),
  );
  const key = (number: number) => paper.items[number - 1]?.key.correct ?? [];
  const answers = new Map([
    [1, { tokens: key(1) }],
    [3, { tokens: key(3).slice(0, 2) }],
  ]);
  const grade = gradePaper(paper, answers);
  expect(grade).toMatchObject({ max: 3, passed: true, marks: [{ score: 1 }, { score: 0 }, { score: 2 / 3 }] });
  expect(grade.score).toBeCloseTo(5 / 3, 12);
  const [alpha, beta] = talliesByCompetency(paper, grade.marks);
  expect(alpha).toMatchObject({ competency: "alpha", max: 2 });
  expect(beta).toEqual({ competency: "beta", score: 0, max: 1 });
  expect(gradePaper(paper, new Map())).toMatchObject({ score: 0, passed: false });
});

describe("the pass mark", () => {
  const cases: [number, number, number, boolean, number][] = [
    [14, 20, 70, true, 70],
    [13.9999, 20, 70, false, 69],
    [10, 15, 70, false, 66],
    [10.5, 15, 70, true, 70],
    [1 / 3 + 1 / 3 + 1 / 3 + 0.1 + 0.2 + 0.7, 2, 100, true, 100],
    [0, 15, 1, false, 0],
    [0, 0, 70, false, 0],
  ];
  it.each(cases)("%d of %d against %d %%", (score, max, percent, passed, shown) => {
    expect(reaches(score, max, percent)).toBe(passed);
    expect(shownPercent(score, max)).toBe(shown);
  });

  test("is shown as reached exactly when it is", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 1, max: 100 }), (parts, percent) => {
        const score = parts / 30;
        expect(shownPercent(score, 20) >= percent).toBe(reaches(score, 20, percent));
      }),
    );
  });
});
