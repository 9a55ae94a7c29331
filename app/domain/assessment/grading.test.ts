import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  anyBank,
  anyRandom,
  examForTest,
  paperForTest,
  questionForTest,
  seeded,
} from "../../../tests/fixtures/exam-questions";
import { inAuthorKeys, inTokens } from "./answer";
import { gradeItem, gradePaper, reaches, shownPercent, talliesByCompetency } from "./grading";
import type { Paper, PaperItem } from "./paper";
import { rightAnswer } from "./right-answer";

/** The right answers of items, in the paper's tokens. */
function rightly(items: readonly PaperItem[]) {
  return new Map(items.map((item) => [item.number, { value: inTokens(item, rightAnswer(item.question) ?? "") }]));
}

test("the right answers earn every mark, whatever the types and the shuffle; none earn none", () => {
  fc.assert(
    fc.property(anyBank, anyRandom, (bank, random) => {
      const paper = paperForTest(bank, random);
      const all = gradePaper(paper, rightly(paper.items));
      expect(all).toMatchObject({ score: bank.length, max: bank.length, pending: false, passed: bank.length > 0 });
      const none = gradePaper(paper, new Map());
      expect(none).toMatchObject({ score: 0, max: bank.length, passed: false, pending: false });
      expect(none.marks.every(({ answer }) => answer === null)).toBe(true);
    }),
  );
});

test("the shuffle of a paper changes no mark", () => {
  fc.assert(
    fc.property(anyBank, anyRandom, anyRandom, (bank, one, other) => {
      const [a, b] = [paperForTest(bank, one), paperForTest(bank, other)];
      for (const [index, item] of a.items.entries()) {
        const same = b.items[index] as PaperItem;
        // the parts in the order of the first paper: an answer by chance, for types with parts
        const answer = inAuthorKeys(
          item,
          item.parts.map(([, token]) => token),
        );
        expect(gradeItem(same, inTokens(same, answer))).toEqual(gradeItem(item, inTokens(item, answer)));
      }
    }),
  );
});

describe("a paper's score", () => {
  const questions = [
    questionForTest(1),
    questionForTest(2, { type: "truefalse", competency: "beta" }),
    questionForTest(3, { type: "multiple" }),
  ];
  const paper = paperForTest(questions, seeded(1), examForTest({ pass_percent: 50 }));
  const twoRight = inTokens(paper.items[2] as PaperItem, ["a", "b"]);
  const answers = new Map([...rightly(paper.items.slice(0, 1)), [3, { value: twoRight }]]);

  test("is the sum of its items, which say what was answered in the author's keys", () => {
    const grade = gradePaper(paper, answers);
    expect(grade).toMatchObject({ max: 3, passed: true, pending: false });
    expect(grade.marks).toEqual([
      { item: 1, score: 1, max: 1, question: 1, answer: ["a"] },
      { item: 2, score: 0, max: 1, question: 2, answer: null },
      { item: 3, score: 2 / 3, max: 1, question: 3, answer: expect.arrayContaining(["a", "b"]) },
    ]);
    expect(grade.score).toBeCloseTo(5 / 3, 12);
    const [alpha, beta] = talliesByCompetency(paper, grade.marks);
    expect(alpha).toMatchObject({ competency: "alpha", max: 2 });
    expect(beta).toEqual({ competency: "beta", score: 0, max: 1 });
  });

  test("weighs items by their marks", () => {
    const weighted: Paper = { ...paper, items: paper.items.map((item) => ({ ...item, marks: item.number })) };
    expect(gradePaper(weighted, answers)).toMatchObject({ max: 6, score: 3, passed: true });
  });

  test("is not passed while a marker has to decide", () => {
    const open = paperForTest([questionForTest(1), questionForTest(2, { type: "short-text" })], seeded(1));
    const given = new Map([...rightly(open.items.slice(0, 1)), [2, { value: "a text" }]]);
    const grade = gradePaper({ ...open, passPercent: 50 }, given);
    expect(grade).toMatchObject({ score: 1, max: 2, passed: false, pending: true });
    expect(grade.marks[1]).toEqual({ item: 2, score: 0, max: 1, question: 2, answer: "a text", pending: true });
  });
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
