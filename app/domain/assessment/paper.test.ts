import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  anyBank,
  anyRandom,
  drawnForTest,
  EXAM_TYPES,
  examForTest,
  paperForTest,
  questionForTest,
  seeded,
} from "../../../tests/fixtures/exam-questions";
import type { VersionQuestion } from "../course/course-version";
import { itemForLearner, itemsOnPage, pageCount, pageOfItem, paperForLearner } from "./learner-paper";
import { makePaper, type PaperItem, questionsOnPaper, type StoredPaper, thawPaper } from "./paper";

/** Every key that a question's parts have. */
function keysOf(question: VersionQuestion): string[] {
  const lists = [
    "options" in question && question.options,
    "pairs" in question && question.pairs,
    "steps" in question && question.steps,
    "gaps" in question && question.gaps,
    "units" in question && question.units,
  ];
  return lists.flatMap((list) => (list ? list.map(({ key }) => key) : []));
}

describe("a paper", () => {
  test("names every part by a token of its own, holds no text, and thaws to its questions", () => {
    fc.assert(
      fc.property(anyBank, anyRandom, (bank, random) => {
        const frozen = makePaper(examForTest(), drawnForTest(bank), random);
        const tokens = frozen.items.flatMap(({ parts, others = [] }) =>
          [...parts, ...others].map(([, token]) => token),
        );
        expect(new Set(tokens).size).toBe(tokens.length);
        expect(JSON.stringify(frozen)).not.toMatch(/SECRET|stem|option/);
        expect(questionsOnPaper(frozen)).toEqual(bank.map(({ id }) => id));
        const { items } = thawPaper(frozen, (id) => bank[id - 1] as VersionQuestion);
        for (const [index, item] of items.entries()) {
          expect(item).toMatchObject({ number: index + 1, marks: 1, question: bank[index] });
          expect(item.parts.map(([key]) => key).sort()).toEqual(keysOf(item.question).sort());
        }
      }),
    );
  });

  test("puts pinned options last, the others anywhere, and true before false", () => {
    const seen = new Set<string>();
    for (let seed = 0; seed < 60; seed++) {
      const questions = [
        { ...questionForTest(1), pin: ["b", "d"] } as VersionQuestion,
        questionForTest(2, { type: "truefalse" }),
      ];
      const [pinned, trueFalse] = paperForTest(questions, seeded(seed)).items;
      seen.add(pinned?.parts.map(([key]) => key).join("") ?? "");
      expect(trueFalse?.parts.map(([key]) => key)).toEqual(["true", "false"]);
    }
    expect([...seen].sort()).toEqual(["acbd", "cabd"]);
  });

  test("shuffles steps, right sides and the options of a judgement; left sides, gaps and units stay", () => {
    const orders = (type: VersionQuestion["type"], of: "parts" | "others") =>
      new Set(
        Array.from({ length: 60 }, (_, seed) =>
          paperForTest([questionForTest(1, { type })], seeded(seed))
            .items[0]?.[of].map(([key]) => key)
            .join(""),
        ),
      ).size;
    expect(orders("ordering", "parts")).toBeGreaterThan(10);
    expect(orders("matching", "others")).toBeGreaterThan(10);
    expect(orders("judgement", "parts")).toBeGreaterThan(10);
    for (const type of ["matching", "fill-in", "numeric"] as const) expect(orders(type, "parts")).toBe(1);
  });

  test("holds no task", () => {
    expect(() => makePaper(examForTest(), drawnForTest([questionForTest(1, { type: "task" })]), seeded(1))).toThrow();
  });

  test("of the first form thaws: its options are found by their texts", () => {
    const question = questionForTest(7, { type: "multiple" });
    const option = (key: string) => ({ vi: `7 option ${key} vi`, en: `7 option ${key} en` });
    const stored = {
      form: 1,
      title: { vi: "Bài", en: "Exam" },
      passPercent: 70,
      minutes: 25,
      perPage: 5,
      review: { ownAnswers: "after-submit", rightAnswers: "after-pass", explanations: "never" },
      items: [
        {
          number: 1,
          questionVersionId: 7,
          question: "q-7",
          type: "multiple",
          competency: "alpha",
          difficulty: 1,
          marks: 1,
          stem: question.stem,
          options: [
            { token: "tokone", text: option("d") },
            { token: "toktwo", text: option("a") },
          ],
          key: { correct: ["toktwo"], explanation: question.explanation, citation: question.citation, lesson: null },
        },
      ],
    } as unknown as StoredPaper;
    expect(questionsOnPaper(stored)).toEqual([7]);
    const { items, review } = thawPaper(stored, () => question);
    expect(items[0]?.parts).toEqual([
      ["d", "tokone"],
      ["a", "toktwo"],
    ]);
    expect(review.rightAnswers).toBe("after-pass");
    expect(() => thawPaper(stored, () => questionForTest(8))).toThrow(/no option/);
  });
});

describe("what the learner gets of a paper", () => {
  /** Names and values at any depth. */
  function everything(value: unknown): string[] {
    if (typeof value !== "object" || value === null) return [String(value)];
    return Object.entries(value).flatMap(([name, inner]) => [name, ...everything(inner)]);
  }

  test("holds nothing of the key, at any depth", () => {
    fc.assert(
      fc.property(anyBank, anyRandom, (bank, random) => {
        const learner = paperForLearner(paperForTest(bank, random));
        const found = everything(learner).filter((text) =>
          /^(key|keys|parts|correct|explanation|citation|lesson|competency|difficulty|id|bank|tags|use|question|accepted|tolerance|factor|weight|criteria|pairs|extra|credit)$|SECRET|^q-|73645|\[\[(one|two)\]\]/.test(
            text,
          ),
        );
        expect(found).toEqual([]);
      }),
    );
  });

  test.each(
    EXAM_TYPES.map(
      (type) =>
        [
          type,
          {
            single: ["options"],
            multiple: ["options"],
            truefalse: ["options"],
            matching: ["lefts", "rights"],
            ordering: ["steps"],
            "fill-in": ["gaps", "text"],
            numeric: ["units"],
            "short-text": ["mostWords"],
            judgement: ["answer", "options"],
          }[type],
        ] as const,
    ),
  )("names exactly what may be known: %s", (type, own) => {
    const item = itemForLearner(paperForTest([questionForTest(1, { type })]).items[0] as PaperItem);
    expect(Object.keys(item).sort()).toEqual(["figures", "marks", "number", "stem", "type", ...own].sort());
    if ("options" in item) expect(Object.keys(item.options[0] ?? {}).sort()).toEqual(["text", "token"]);
  });

  test("does not tell the right option by its place", () => {
    const papers = Array.from({ length: 400 }, (_, seed) => paperForTest([questionForTest(1)], seeded(seed)));
    const rightFirst = papers.filter(({ items: [item] }) => item?.parts[0]?.[0] === "a").length;
    expect(rightFirst).toBeGreaterThan(60);
    expect(rightFirst).toBeLessThan(140);
  });

  test("has a gap's token where the gap is", () => {
    const paperItem = paperForTest([questionForTest(1, { type: "fill-in" })]).items[0] as PaperItem;
    const [one, two] = paperItem.parts.map(([, token]) => token);
    expect(itemForLearner(paperItem)).toMatchObject({
      text: { vi: `1 là [[${one}]] và [[${two}]]`, en: `1 is [[${two}]] and [[${one}]]` },
      gaps: [one, two],
    });
  });
});

test("pages cover the items once, in order", () => {
  const questions = Array.from({ length: 12 }, (_, index) => questionForTest(index + 1));
  const learner = paperForLearner(paperForTest(questions, seeded(1), examForTest({ per_page: 5 })));
  expect(pageCount(learner)).toBe(3);
  const pages = [1, 2, 3].map((page) => itemsOnPage(learner, page).map(({ number }) => number));
  expect(pages).toEqual([
    [1, 2, 3, 4, 5],
    [6, 7, 8, 9, 10],
    [11, 12],
  ]);
  for (const [index, numbers] of pages.entries())
    for (const number of numbers) expect(pageOfItem(learner, number)).toBe(index + 1);
  expect([0, -1, 4].flatMap((page) => itemsOnPage(learner, page))).toEqual([]);
});
