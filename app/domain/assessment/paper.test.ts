import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyBank, anyRandom, examForTest, questionForTest, seeded } from "../../../tests/fixtures/exam-questions";
import { itemsOnPage, pageCount, pageOfItem, paperForLearner } from "./learner-paper";
import { makePaper } from "./paper";

describe("a paper", () => {
  test("keeps every option, names it by a token of its own and knows the right ones", () => {
    fc.assert(
      fc.property(anyBank, anyRandom, (bank, random) => {
        const { items } = makePaper(examForTest(), bank, random);
        const tokens = items.flatMap(({ options }) => options.map(({ token }) => token));
        expect(new Set(tokens).size).toBe(tokens.length);
        for (const [index, item] of items.entries()) {
          const question = bank[index];
          expect(item).toMatchObject({ number: index + 1, questionVersionId: question?.id, stem: question?.stem });
          const right = item.options.filter(({ token }) => item.key.correct.includes(token)).map(({ text }) => text.vi);
          expect(right.sort()).toEqual(
            question?.options
              .filter((o) => o.correct)
              .map((o) => o.text.vi)
              .sort(),
          );
          expect(item.options.map(({ text }) => text.vi).sort()).toEqual(
            question?.options.map((o) => o.text.vi).sort(),
          );
        }
      }),
    );
  });

  test("puts pinned options last, the others anywhere, and true before false", () => {
    const seen = new Set<string>();
    for (let seed = 0; seed < 60; seed++) {
      const questions = [{ ...questionForTest(1), pin: ["b", "d"] }, questionForTest(2, { type: "truefalse" })];
      const [pinned, trueFalse] = makePaper(examForTest(), questions, seeded(seed)).items;
      const order = pinned?.options.map(({ text }) => text.en.replace("1 option ", "").replace(" en", "")).join("");
      seen.add(order ?? "");
      expect(trueFalse?.options.map(({ text }) => text.en)).toEqual(["2 option true en", "2 option false en"]);
    }
    expect([...seen].sort()).toEqual(["acbd", "cabd"]);
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
        const learner = paperForLearner(makePaper(examForTest(), bank, random));
        const found = everything(learner).filter((text) =>
          /^(key|correct|explanation|citation|lesson|competency|difficulty|questionVersionId|question)$|SECRET|^q-/.test(
            text,
          ),
        );
        expect(found).toEqual([]);
      }),
    );
  });

  test("names exactly what may be known", () => {
    const paper = paperForLearner(makePaper(examForTest(), [questionForTest(1)], seeded(1)));
    expect(Object.keys(paper).sort()).toEqual(["items", "minutes", "passPercent", "perPage", "title"]);
    expect(Object.keys(paper.items[0] ?? {}).sort()).toEqual(["marks", "number", "options", "stem", "type"]);
    expect(Object.keys(paper.items[0]?.options[0] ?? {}).sort()).toEqual(["text", "token"]);
  });

  test("does not tell the right option by its place", () => {
    const first = Array.from({ length: 400 }, (_, seed) =>
      makePaper(examForTest(), [questionForTest(1)], seeded(seed)),
    );
    const rightFirst = first.filter(({ items: [item] }) => item?.key.correct[0] === item?.options[0]?.token).length;
    expect(rightFirst).toBeGreaterThan(60);
    expect(rightFirst).toBeLessThan(140);
  });
});

test("pages cover the items once, in order", () => {
  const paper = makePaper(
    examForTest({ per_page: 5 }),
    Array.from({ length: 12 }, (_, index) => questionForTest(index + 1)),
    seeded(1),
  );
  const learner = paperForLearner(paper);
  expect(pageCount(learner)).toBe(3);
  const pages = [1, 2, 3].map((page) => itemsOnPage(learner, page).map(({ number }) => number));
  expect(pages).toEqual([
    [1, 2, 3, 4, 5],
    [6, 7, 8, 9, 10],
    [11, 12],
  ]);
  for (const [index, numbers] of pages.entries())
    for (const number of numbers) expect(pageOfItem(learner, number)).toBe(index + 1);
  expect([0, -1, 4, 1.5].flatMap((page) => (Number.isInteger(page) ? itemsOnPage(learner, page) : []))).toEqual([]);
});
