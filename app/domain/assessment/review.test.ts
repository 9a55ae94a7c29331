import { describe, expect, it, test } from "vitest";
import type { ReviewRule } from "./paper";
import { isExamClosed, type ReviewFacts, reviewPhase } from "./review";

const endedAt = "2026-11-21T02:00:00.000Z";
const at = (minutes: number) => new Date(Date.parse(endedAt) + minutes * 60_000).toISOString();
const facts: ReviewFacts = { endedAt, passed: false, closed: false };

describe("the moments of a review", () => {
  const rule: ReviewRule = { ownAnswers: "after-submit", rightAnswers: "after-pass", explanations: "never" };
  it.each<[string, Partial<ReviewFacts>, string]>([
    ["before the end", { endedAt: null }, ""],
    ["before the end of another attempt, passed", { endedAt: null, passed: true, closed: true }, ""],
    ["failed", {}, "score ownAnswers"],
    ["passed", { passed: true }, "score ownAnswers rightAnswers"],
    ["failed and closed", { closed: true }, "score ownAnswers"],
  ])("by a word: %s", (_, more, open) => {
    expect(opened(rule, { ...facts, ...more }, at(1))).toBe(open);
  });

  const phased: ReviewRule = {
    score: ["just-after", "after-close"],
    ownAnswers: "while-open",
    rightAnswers: ["after-close", "after-pass"],
    explanations: "after-close",
    justAfterMinutes: 10,
  };
  it.each<[string, number, Partial<ReviewFacts>, string]>([
    ["at the end", 0, {}, "score"],
    ["the last millisecond of just after", 9.99999, {}, "score"],
    ["then, while open", 10, {}, "ownAnswers"],
    ["just after, though it has closed", 5, { closed: true }, "score"],
    ["after it closed", 10, { closed: true }, "score rightAnswers explanations"],
    ["while open, passed", 10, { passed: true }, "ownAnswers rightAnswers"],
    ["a year later, never closed", 525_600, {}, "ownAnswers"],
    ["before the end", 10, { endedAt: null, closed: true, passed: true }, ""],
  ])("by phase: %s", (_, minutes, more, open) => {
    expect(opened(phased, { ...facts, ...more }, at(minutes))).toBe(open);
  });

  it("just after lasts 15 minutes where the exam does not say", () => {
    const just: ReviewRule = { ...phased, justAfterMinutes: undefined };
    expect(opened(just, facts, at(14.9))).toBe("score");
    expect(opened(just, facts, at(15))).toBe("ownAnswers");
  });
});

function opened(rule: ReviewRule, given: ReviewFacts, now: string): string {
  const phase = reviewPhase(rule, given, now);
  return Object.entries(phase)
    .filter(([, open]) => open)
    .map(([name]) => name)
    .join(" ");
}

test.each<[string | null, boolean, boolean]>([
  [at(1), false, false],
  [at(0), false, true],
  [at(1), true, false],
  [null, true, true],
  [null, false, false],
])("an exam that closes at %s, passed %s, is closed: %s", (closesAt, passed, closed) => {
  expect(isExamClosed({ closesAt, passed }, at(0))).toBe(closed);
});
