import { describe, expect, it } from "vitest";
import type { QuestionBody } from "../course/question";
import { answerCode } from "./answer-code";
import { MarkCollector } from "./collected-marks";
import { countedAttempts } from "./counted-attempts";
import { examStatistics } from "./exam-statistics";
import { pageStays } from "./page-times";

const both = { vi: "x", en: "x" };
const question = {
  type: "single",
  stem: both,
  options: ["a", "b", "c", "d"].map((key) => ({ key, text: both, correct: key === "a" })),
} as unknown as QuestionBody;

/** `rows`: what each taker chose of two questions, the first of which is looked at; "a" is right. */
function figuresOf(rows: string[][]) {
  const collector = new MarkCollector((version) => ({ key: `q-${version}`, type: "single" }));
  for (const row of rows) {
    collector.add(
      row.map((choice, item) => ({ score: choice === "a" ? 1 : 0, max: 1, question: item, answer: [choice] })),
    );
  }
  const { questions } = examStatistics(collector.done(), () => question);
  return questions.find(({ key }) => key === "q-0");
}
const times = (count: number, row: string[]) => Array.from({ length: count }, () => row);

describe("answers and flags", () => {
  it("tell who chose what, by group", () => {
    const found = figuresOf([...times(6, ["a", "a", "a"]), ...times(4, ["b", "b", "b"]), ...times(2, ["c", "b", "b"])]);
    const lines = new Map(found?.answers?.lines.map((line) => [line.code, line]));
    expect(lines.get("a")).toMatchObject({ count: 6, right: true, upper: 1, lower: 0 });
    expect(lines.get("b")?.lower).toBeCloseTo(2 / 3, 9);
    expect(lines.get("d")).toMatchObject({ count: 0, right: false });
    expect(found?.flags).toEqual(["unused-option"]);
  });

  it("flag a wrong option that draws the strong, and who knows more doing worse", () => {
    const found = figuresOf([...times(8, ["b", "a", "a"]), ...times(8, ["a", "b", "b"]), ...times(1, ["c", "b", "d"])]);
    expect(found?.flags.slice(0, 2)).toEqual(["negative", "wrong-option-stronger"]);
  });

  it("say nothing of questions that few had", () => {
    expect(figuresOf(times(5, ["b", "a"]))?.flags).toEqual([]);
  });
});

it.each<[Parameters<typeof answerCode>[0], Parameters<typeof answerCode>[1], string]>([
  ["multiple", ["c", "a"], "a>c"],
  ["ordering", ["c", "a"], "c>a"],
  ["matching", { b: "x", a: "y" }, "a=y;b=x"],
  ["short-text", "  Hà   NỘI ", "hà nội"],
  ["single", [], ""],
])("the code of an answer: %s %j", (type, value, code) => {
  expect(answerCode(type, value)).toBe(code);
});

it("counts a person's first attempt that is not void, also where another is asked for", () => {
  const attempt = (id: number, day: number, more = {}) => ({
    id,
    person: 1,
    startedAt: `2026-11-0${day}T00:00:00.000Z`,
    void: false,
    pending: false,
    ...more,
  });
  const all = [
    attempt(1, 1, { void: true }),
    attempt(2, 3),
    attempt(3, 2),
    attempt(4, 4, { person: 2, pending: true }),
  ];
  const { attempts, leftOut } = countedAttempts(all, "first", () => true);
  expect(attempts.map(({ id }) => id)).toEqual([3]);
  expect(leftOut).toEqual({ void: 1, pending: 1, later: 1 });
  expect(countedAttempts(all, "first", ({ id }) => id === 2).attempts).toEqual([]);
  expect(countedAttempts(all, "all", () => true).attempts.map(({ id }) => id)).toEqual([2, 3]);
});

it("times pages until something else is shown, all visits together, at the latest to the end", () => {
  const shown = (page: number, minute: number) => ({
    kind: "page-shown",
    page,
    at: `2026-11-21T05:0${minute}:00.000Z`,
  });
  const events = [
    shown(1, 0),
    shown(2, 2),
    { kind: "hand-in-shown", page: null, at: "2026-11-21T05:03:00.000Z" },
    shown(1, 4),
  ];
  expect(pageStays(events, "2026-11-21T05:05:00.000Z")).toEqual([
    { page: 1, seconds: 180 },
    { page: 2, seconds: 60 },
  ]);
});
