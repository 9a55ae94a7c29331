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

const keysOf = (drawn: readonly { question: { key: string } }[]) => drawn.map(({ question }) => question.key).sort();
const missingIn = (shortfall: readonly { missing: number }[]) => shortfall.reduce((sum, each) => sum + each.missing, 0);

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
      const { drawn, bankShortfall } = drawQuestions(bank, sections, random);
      const questions = drawn.map(({ question }) => question);
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
  expect(drawQuestions(bank, [{ competency: "alpha", count: 2 }], seeded(1)).drawn).toHaveLength(1);
});

test("a question earns the weight of the section that drew it", () => {
  const sections: ExamSection[] = [
    { competency: "alpha", count: 2 },
    { tags: ["case"], count: 1, weight: 3 },
  ];
  const bank = [...bankOf(1, 1, 1), questionForTest(9, { competency: "beta", tags: ["case", "law"] })];
  const { drawn } = drawQuestions(bank, sections, seeded(2));
  expect(drawn.map(({ question, marks }) => [question.competency, marks]).sort()).toEqual([
    ["alpha", 1],
    ["alpha", 1],
    ["beta", 3],
  ]);
});

test("a section by tags wants all of them, one without anything takes any", () => {
  const bank = [
    questionForTest(1, { tags: ["case"] }),
    questionForTest(2, { tags: ["law", "case"] }),
    questionForTest(3),
  ];
  expect(keysOf(drawQuestions(bank, [{ tags: ["case", "law"], count: 3 }], seeded(1)).drawn)).toEqual(["q-2"]);
  expect(drawQuestions(bank, [{ count: 3 }], seeded(1)).bankShortfall).toEqual([]);
});

test("what is for practice only, and a task, is never drawn", () => {
  const bank = [
    questionForTest(1, { use: "practice" }),
    questionForTest(2, { use: "both" }),
    questionForTest(3, { use: "exam" }),
    questionForTest(4, { type: "task" }),
  ];
  const { drawn, bankShortfall } = drawQuestions(bank, [{ count: 4 }], seeded(1));
  expect(keysOf(drawn)).toEqual(["q-2", "q-3"]);
  expect(bankShortfall).toEqual([{ section: 0, missing: 2 }]);
});

describe("earlier questions of a person", () => {
  test("are avoided where the bank allows it", () => {
    const bank = bankOf(1, 1, 1, 1, 1, 1);
    const avoid = new Set(["q-1", "q-2", "q-3"]);
    for (let seed = 0; seed < 40; seed++) {
      const { drawn } = drawQuestions(bank, [{ competency: "alpha", count: 3 }], seeded(seed), { avoid });
      expect(keysOf(drawn)).toEqual(["q-4", "q-5", "q-6"]);
    }
  });

  test("never make a draw fall short, and as few come back as can be", () => {
    fc.assert(
      fc.property(anyBank, anySections, anyRandom, fc.infiniteStream(fc.boolean()), (bank, sections, random, coin) => {
        const avoid = new Set(bank.map(({ key }) => key).filter(() => coin.next().value));
        const { drawn, bankShortfall } = drawQuestions(bank, sections, random, { avoid });
        expect(missingIn(bankShortfall)).toBe(missingIn(drawQuestions(bank, sections, random).bankShortfall));
        // the others alone fill as many places as are filled by them here
        const fresh = bank.filter(({ key }) => !avoid.has(key));
        const alone = drawQuestions(fresh, sections, random).drawn.length;
        expect(drawn.filter(({ question }) => !avoid.has(question.key)).length).toBe(alone);
      }),
    );
  });
});

describe("the chance of a question", () => {
  function frequencies(sections: ExamSection[], avoid: string[] = []): Map<string, number> {
    const random = seeded(7);
    const counts = new Map<string, number>();
    for (let round = 0; round < 3000; round++) {
      const { drawn } = drawQuestions(bankOf(1, 1, 1, 1, 1, 1), sections, random, { avoid: new Set(avoid) });
      for (const key of keysOf(drawn)) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return counts;
  }

  test("is the same for all", () => {
    const counts = frequencies([{ competency: "alpha", count: 2 }]);
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });

  test("is the same for all that are not avoided, and for all that must come back", () => {
    const counts = frequencies([{ competency: "alpha", count: 4 }], ["q-1", "q-2", "q-3"]);
    for (const key of ["q-4", "q-5", "q-6"]) expect(counts.get(key)).toBe(3000);
    for (const key of ["q-1", "q-2", "q-3"]) expect(Math.abs((counts.get(key) ?? 0) - 1000)).toBeLessThan(120);
  });
});
