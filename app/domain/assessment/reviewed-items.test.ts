import fc from "fast-check";
import { expect, test } from "vitest";
import { anyBank, anyRandom, paperForTest, questionForTest, seeded } from "../../../tests/fixtures/exam-questions";
import { inTokens } from "./answer";
import { gradePaper } from "./grading";
import type { PaperItem } from "./paper";
import { reviewedItems } from "./reviewed-items";
import { rightAnswer } from "./right-answer";

const nothing = { score: false, ownAnswers: false, rightAnswers: false, explanations: false };
const rightOf = (item: PaperItem) => ({ value: inTokens(item, rightAnswer(item.question) ?? "") });

test("shows what the phase opens and nothing else", () => {
  const phases = fc.record({
    score: fc.boolean(),
    ownAnswers: fc.boolean(),
    rightAnswers: fc.boolean(),
    explanations: fc.boolean(),
  });
  fc.assert(
    fc.property(anyBank, anyRandom, phases, (bank, random, phase) => {
      const paper = paperForTest(bank, random);
      const { marks } = gradePaper(paper, new Map());
      const items = reviewedItems(paper, new Map(), marks, phase);
      const text = JSON.stringify(items);
      if (!phase.ownAnswers && !phase.rightAnswers && !phase.explanations) expect(items).toEqual([]);
      if (!phase.explanations && !phase.rightAnswers) expect(text).not.toMatch(/SECRET|73\.645|73,645/);
      if (!phase.explanations) expect(text).not.toMatch(/SECRET (explanation|clause|document)/);
      for (const item of items) {
        expect(item.own !== null).toBe(phase.ownAnswers);
        if (item.own) expect(item.own.score !== null).toBe(phase.score);
        expect(item.rightAnswer !== null).toBe(phase.rightAnswers);
        expect(item.explanation !== null).toBe(phase.explanations);
        expect(item).not.toHaveProperty("question");
      }
    }),
  );
});

test("says which own answers were right, and which wait for a marker", () => {
  const questions = [questionForTest(1), questionForTest(2), questionForTest(3, { type: "short-text" })];
  const paper = paperForTest(questions, seeded(1));
  const answers = new Map([
    [1, rightOf(paper.items[0] as PaperItem)],
    [3, { value: "my text" }],
  ]);
  const { marks } = gradePaper(paper, answers);
  const items = reviewedItems(paper, answers, marks, { ...nothing, score: true, ownAnswers: true });
  const words = (text: string) => ({ ordered: false, lines: [{ of: null, text: { vi: text, en: text } }] });
  expect(items.map(({ own }) => own)).toEqual([
    {
      value: rightOf(paper.items[0] as PaperItem).value,
      words: { ordered: false, lines: [{ of: null, text: { vi: "1 option a vi", en: "1 option a en" } }] },
      score: 1,
      right: true,
      pending: false,
    },
    { value: "", words: { ordered: false, lines: [] }, score: 0, right: false, pending: false },
    { value: "my text", words: words("my text"), score: 0, right: false, pending: true },
  ]);
});
