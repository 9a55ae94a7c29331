import { describe, expect, it } from "vitest";
import type { QuestionBody } from "../course/question";
import type { AnswerValue } from "./answer-value";
import { decidedItems, type RegradedMark, type RegradeRule, regraded, regradeKindsFor } from "./regrade";

const both = (text: string) => ({ vi: text, en: text });
const options = (right: string) =>
  ["a", "b", "c", "d"].map((key) => ({ key, text: both(key), correct: right.includes(key) }));
const QUESTIONS: Record<number, Partial<QuestionBody>> = {
  1: { type: "single", options: options("a") },
  2: { type: "single", options: options("b") },
  3: { type: "multiple", options: options("ab") },
  4: { type: "numeric", answer: 12.5 },
  5: { type: "fill-in", gaps: [{ key: "one", accepted: ["Hà Nội"] }] },
  6: { type: "short-text", accepted: ["có"] },
} as Record<number, Partial<QuestionBody>>;

function markAfter(mark: Partial<RegradedMark>, rule: Partial<RegradeRule>, decided: number[] = []) {
  const marks = [{ item: 1, score: 0, max: 2, question: 1, ...mark }];
  const grade = regraded(marks, { versions: [1, 2, 3, 4, 5, 6], ...rule } as RegradeRule, {
    contentOf: (version) => QUESTIONS[version] as QuestionBody,
    decided: new Set(decided),
    passPercent: 50,
  });
  return grade ? grade.marks[0] : null;
}

describe("a mark after a regrade", () => {
  it.each<[string, Partial<RegradedMark>, Partial<RegradeRule>, number | null]>([
    ["by another key: right now", { answer: ["b"] }, { kind: "present-key", key: 2 }, 2],
    ["by another key: right no more", { answer: ["a"], score: 2 }, { kind: "present-key", key: 2 }, 0],
    ["by another key: as it was", { answer: ["c"] }, { kind: "present-key", key: 2 }, null],
    ["by another key: unknown answer", {}, { kind: "present-key", key: 2 }, null],
    ["a further option", { answer: ["b"] }, { kind: "also-options", options: ["b"] }, 2],
    [
      "a further option: the right one stays right",
      { answer: ["a"], score: 2 },
      { kind: "also-options", options: ["b"] },
      null,
    ],
    [
      "a further option of several",
      { question: 3, answer: ["a", "c"], score: 0 },
      { kind: "also-options", options: ["c"] },
      4 / 3,
    ],
    [
      "a further option of several: none loses",
      { question: 3, answer: ["a", "b"], score: 2 },
      { kind: "also-options", options: ["c"] },
      null,
    ],
    ["a further number", { question: 4, answer: { number: "13" } }, { kind: "also-texts", texts: { "": ["13"] } }, 2],
    [
      "a further word",
      { question: 5, answer: { one: "Thăng Long" } },
      { kind: "also-texts", texts: { one: ["Thăng Long"] } },
      2,
    ],
    ["a further text", { question: 6, answer: "vâng" }, { kind: "also-texts", texts: { "": ["vâng"] } }, 2],
    [
      "a text for a marker",
      { question: 6, answer: "khác", score: 1 },
      { kind: "also-texts", texts: { "": ["vâng"] } },
      null,
    ],
    ["everybody, the silent too", { answer: null }, { kind: "everybody-right" }, 2],
  ])("%s", (_, mark, rule, score) => {
    const found = markAfter(mark as { answer?: AnswerValue }, rule);
    if (score === null) expect(found).toBeNull();
    else expect(found?.score).toBeCloseTo(score, 9);
  });

  it("left out: it can earn nothing, and remembers what it could", () => {
    expect(markAfter({ answer: ["a"], score: 2 }, { kind: "left-out" })).toMatchObject({ score: 0, max: 0, was: 2 });
    const out = { answer: ["a"], score: 0, max: 0, was: 2 };
    expect(markAfter(out, { kind: "present-key", key: 1 })).toMatchObject({ score: 2, max: 2 });
    expect(markAfter(out, { kind: "left-out" })).toBeNull();
  });

  it("stays where a marker has decided, and for other versions", () => {
    expect(markAfter({ answer: ["b"] }, { kind: "everybody-right" }, [1])).toBeNull();
    expect(markAfter({ answer: ["b"] }, { kind: "everybody-right", versions: [2] })).toBeNull();
  });
});

it("knows which items a marker has decided", () => {
  const marks = (...scores: number[]) => scores.map((score, index) => ({ item: index + 1, score, max: 1 }));
  const results = [
    { kind: "ended", marks: marks(0, 0, 1) },
    { kind: "marked", marks: marks(0, 1, 1) },
    { kind: "regraded", marks: marks(1, 1, 1) },
    { kind: "appealed", marks: marks(1, 1, 0.5) },
  ];
  expect([...decidedItems(results)]).toEqual([2, 3]);
});

it("offers each question what it can be regraded by", () => {
  expect(regradeKindsFor({ type: "single" })).not.toContain("also-texts");
  expect(regradeKindsFor({ type: "numeric" })).not.toContain("also-options");
  expect(regradeKindsFor({ type: "ordering" })).toEqual(["present-key", "everybody-right", "left-out"]);
});
