import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  anyBank,
  anyRandom,
  anySections,
  examForTest,
  questionForTest,
  seeded,
} from "../../../tests/fixtures/exam-questions";
import { type ExamSection, fits, shortages } from "../course/exam";
import type { Difficulty } from "../course/question";
import { drawQuestions } from "./blueprint";

const bankOf = (...difficulties: Difficulty[]) =>
  difficulties.map((difficulty, index) => questionForTest(index + 1, { difficulty }));

describe("a draw of overlapping sections", () => {
  const cases: { say: string; bank: Difficulty[]; sections: ExamSection[]; short: number }[] = [
    {
      say: "leaves the scarce question to the section that needs it",
      bank: [1, 2],
      sections: [
        { competency: "alpha", count: 1 },
        { competency: "alpha", difficulty: [1], count: 1 },
      ],
      short: 0,
    },
    {
      say: "moves a chain of sections to make room",
      bank: [1, 2, 3],
      sections: [
        { competency: "alpha", difficulty: [1, 2], count: 1 },
        { competency: "alpha", difficulty: [1, 3], count: 1 },
        { competency: "alpha", difficulty: [1], count: 1 },
      ],
      short: 0,
    },
    { say: "says how many are missing", bank: [1, 1], sections: [{ competency: "alpha", count: 5 }], short: 3 },
    { say: "of another competency", bank: [1, 1], sections: [{ competency: "beta", count: 1 }], short: 1 },
  ];
  it.each(cases)("$say", ({ bank, sections, short }) => {
    for (let seed = 0; seed < 20; seed++) {
      const { bankShortfall } = drawQuestions(bankOf(...bank), sections, seeded(seed));
      expect(bankShortfall.reduce((sum, { missing }) => sum + missing, 0)).toBe(short);
    }
  });
});

test("no question comes twice, each is wanted, and the counts add up", () => {
  fc.assert(
    fc.property(anyBank, anySections, anyRandom, (bank, sections, random) => {
      const { questions, bankShortfall } = drawQuestions(bank, sections, random);
      expect(new Set(questions.map(({ key }) => key)).size).toBe(questions.length);
      expect(questions.every((question) => sections.some((section) => fits(section, question)))).toBe(true);
      const wanted = sections.reduce((sum, { count }) => sum + count, 0);
      const missing = bankShortfall.reduce((sum, { missing }) => sum + missing, 0);
      expect(questions.length).toBe(wanted - missing);
    }),
  );
});

test("a bank that the course check lets in fills every section", () => {
  fc.assert(
    fc.property(anyBank, anySections, anyRandom, (bank, sections, random) => {
      fc.pre(shortages(examForTest({ sections }), bank).length === 0);
      expect(drawQuestions(bank, sections, random).bankShortfall).toEqual([]);
    }),
  );
});

test("two versions under one key are one question", () => {
  const bank = [questionForTest(1), { ...questionForTest(2), key: "q-1" }];
  expect(drawQuestions(bank, [{ competency: "alpha", count: 2 }], seeded(1)).questions).toHaveLength(1);
});

test("every question has the same chance", () => {
  const random = seeded(7);
  const drawn = new Map<string, number>();
  for (let round = 0; round < 3000; round++) {
    const { questions } = drawQuestions(bankOf(1, 1, 1, 1, 1, 1), [{ competency: "alpha", count: 2 }], random);
    for (const { key } of questions) drawn.set(key, (drawn.get(key) ?? 0) + 1);
  }
  for (const count of drawn.values()) expect(Math.abs(count - 1000)).toBeLessThan(120);
});
