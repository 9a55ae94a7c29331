import { expect, it } from "vitest";
import type { Difficulty } from "../course/question";
import { type Counted, checkBank, countBank, purposeOf, type SectionState } from "./bank-check";

const questions = (count: number, change: Partial<Counted> = {}): Counted[] =>
  Array.from({ length: count }, () => ({ type: "single", competency: "alpha", difficulty: 1, ...change }));

const easy: Difficulty[] = [1];
const cases: [
  string,
  { competency?: string; difficulty?: Difficulty[]; count: number }[],
  Counted[],
  [number, number, SectionState][],
][] = [
  ["a third more than is drawn is enough", [{ competency: "alpha", count: 3 }], questions(4), [[4, 4, "enough"]]],
  ["one less is short", [{ competency: "alpha", count: 3 }], questions(3), [[4, 3, "short"]]],
  [
    "practice does not fill an exam",
    [{ count: 3 }],
    [...questions(3), ...questions(9, { use: "practice" })],
    [[4, 3, "short"]],
  ],
  ["nor do tasks", [{ count: 3 }], [...questions(3), ...questions(9, { type: "task" })], [[4, 3, "short"]]],
  [
    "what two sections draw together",
    [
      { competency: "alpha", difficulty: easy, count: 3 },
      { competency: "alpha", count: 3 },
    ],
    questions(5),
    [
      [4, 5, "enough"],
      [4, 5, "shared"],
    ],
  ],
];
it.each(cases)("%s", (_, sections, bank, expected) => {
  expect(checkBank({ sections }, bank).map(({ needs, holds, state }) => [needs, holds, state])).toEqual(expected);
});

it("tells what questions are for", () => {
  expect(purposeOf({ type: "single" })).toBe("reserved");
  expect(purposeOf({ type: "single", use: "exam" })).toBe("reserved");
  expect(purposeOf({ type: "single", use: "both" })).toBe("both");
  expect(purposeOf({ type: "single", use: "practice" })).toBe("practice");
  expect(purposeOf({ type: "task", use: "both" })).toBe("task");
});

it("counts", () => {
  expect(
    countBank([...questions(2), ...questions(1, { type: "numeric", competency: "beta", difficulty: 3, use: "both" })]),
  ).toEqual({
    all: 3,
    types: [
      { type: "single", count: 2 },
      { type: "numeric", count: 1 },
    ],
    difficulties: [
      { difficulty: 1, count: 2 },
      { difficulty: 3, count: 1 },
    ],
    competencies: [
      { competency: "alpha", count: 2 },
      { competency: "beta", count: 1 },
    ],
    purposes: [
      { purpose: "reserved", count: 2 },
      { purpose: "both", count: 1 },
    ],
  });
});
