import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { anyBank, anyRandom, questionForTest, seeded } from "../../../tests/fixtures/exam-questions";
import type { VersionQuestion } from "../course/course-version";
import {
  choosePractice,
  knownLessons,
  type LastAnswers,
  PRACTICE_KINDS,
  PRACTICE_LENGTH,
  practicePool,
  skippableLessons,
  weakOnes,
} from "./practice";

const now = "2026-11-22T02:00:00.000Z";
const practised = (id: number, lesson = "lesson-one"): VersionQuestion => ({
  ...questionForTest(id, { use: "practice" }),
  lesson,
});
const keys = (questions: readonly { key: string }[]) => questions.map(({ key }) => key);
const open = [{ key: "lesson-one", done: false }];

test("practice never shows what is reserved for exams, a task, or what a marker judges", () => {
  const bank = [
    questionForTest(1),
    questionForTest(2, { use: "exam" }),
    questionForTest(3, { use: "practice" }),
    questionForTest(4, { use: "both" }),
    questionForTest(5, { type: "task", use: "both" }),
    questionForTest(6, { type: "short-text", use: "practice" }),
  ];
  expect(keys(practicePool(bank))).toEqual(["q-3", "q-4"]);
  fc.assert(
    fc.property(anyBank, anyRandom, fc.constantFrom(...PRACTICE_KINDS), (any, random, kind) => {
      const pool = practicePool(any.map((question, index) => ({ ...question, ...(index % 2 && { use: "both" }) })));
      const last = new Map(any.map(({ key }) => [key, { share: 0, at: now }]));
      const chosen = choosePractice(kind, { pool, last, lessons: open, now }, random);
      expect(new Set(keys(chosen)).size).toBe(chosen.length);
      expect(chosen.every(({ use }) => use === "both")).toBe(true);
      if (kind !== "pre-test") expect(chosen.length).toBe(Math.min(PRACTICE_LENGTH, pool.length));
    }),
  );
});

describe("a weak question", () => {
  it.each<[string, LastAnswers, string[]]>([
    ["never answered: no", new Map(), []],
    ["right lately: no", new Map([["q-1", { share: 1, at: "2026-11-01T00:00:00.000Z" }]]), []],
    ["half right: yes", new Map([["q-1", { share: 0.5, at: now }]]), ["q-1"]],
    ["right 60 days ago: no", new Map([["q-1", { share: 1, at: "2026-09-23T02:00:00.000Z" }]]), []],
    ["right before that: yes", new Map([["q-1", { share: 1, at: "2026-09-23T01:59:59.999Z" }]]), ["q-1"]],
    ["of another bank: no", new Map([["q-9", { share: 0, at: now }]]), []],
  ])("%s", (_, last, weak) => {
    expect(keys(weakOnes([practised(1)], last, now))).toEqual(weak);
  });
});

test("practice asks what was never asked first, then what was asked longest ago", () => {
  const pool = Array.from({ length: 14 }, (_, index) => practised(index + 1));
  const last = new Map(
    pool.slice(0, 12).map(({ key }, index) => [key, { share: 1, at: `2026-11-${String(index + 1).padStart(2, "0")}` }]),
  );
  const chosen = keys(choosePractice("practice", { pool, last, lessons: open, now }, seeded(3)));
  expect([...chosen].sort()).toEqual(["q-1", "q-13", "q-14", "q-2", "q-3", "q-4", "q-5", "q-6", "q-7", "q-8"]);
});

test("a pre-test asks all of the lessons not done that have two questions or more", () => {
  const pool = [practised(1), practised(2, "two"), practised(3), practised(4, "three"), practised(5, "three")];
  const lessons = [
    { key: "two", done: false },
    { key: "three", done: true },
    { key: "lesson-one", done: false },
  ];
  expect(skippableLessons(pool, lessons).map(({ lesson }) => lesson)).toEqual(["lesson-one"]);
  const chosen = choosePractice("pre-test", { pool, last: new Map(), lessons, now }, seeded(1));
  expect(keys(chosen).sort()).toEqual(["q-1", "q-3"]);
});

test("a lesson is known where all of its questions were right, none half", () => {
  const of = (lesson: string | null, share: number | null) => ({ lesson, share });
  expect(knownLessons([of("a", 1), of("b", 1), of("a", 1), of("b", 0.99), of("c", null), of(null, 1)])).toEqual(["a"]);
});
