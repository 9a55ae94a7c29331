import fc from "fast-check";
import { expect, test } from "vitest";
import { anyBank, anyRandom, examForTest, questionForTest, seeded } from "../../../tests/fixtures/exam-questions";
import { gradePaper } from "./grading";
import { makePaper } from "./paper";
import { reviewedItems } from "./reviewed-items";

const nothing = { ownAnswers: false, rightAnswers: false, explanations: false };

test("shows what the phase opens and nothing else", () => {
  const phases = fc.record({ ownAnswers: fc.boolean(), rightAnswers: fc.boolean(), explanations: fc.boolean() });
  fc.assert(
    fc.property(anyBank, anyRandom, phases, (bank, random, phase) => {
      const paper = makePaper(examForTest(), bank, random);
      const answers = new Map(
        paper.items.map(({ number, options }) => [number, { tokens: [options[0]?.token ?? ""] }]),
      );
      const items = reviewedItems(paper, answers, gradePaper(paper, answers).marks, phase);
      const text = JSON.stringify(items);
      if (!phase.ownAnswers && !phase.rightAnswers && !phase.explanations) expect(items).toEqual([]);
      if (!phase.explanations) expect(text).not.toMatch(/SECRET/);
      for (const item of items) {
        expect(item.own !== null).toBe(phase.ownAnswers);
        expect(item.rightTokens !== null).toBe(phase.rightAnswers);
        expect(item.explanation !== null).toBe(phase.explanations);
        expect(item).not.toHaveProperty("key");
      }
    }),
  );
});

test("says which own answers were right", () => {
  const paper = makePaper(examForTest(), [questionForTest(1), questionForTest(2)], seeded(1));
  const answers = new Map([[1, { tokens: paper.items[0]?.key.correct ?? [] }]]);
  const items = reviewedItems(paper, answers, gradePaper(paper, answers).marks, { ...nothing, ownAnswers: true });
  expect(items.map(({ own }) => own)).toEqual([
    { tokens: paper.items[0]?.key.correct, score: 1, right: true },
    { tokens: [], score: 0, right: false },
  ]);
});
