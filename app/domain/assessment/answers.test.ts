import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { examForTest, questionForTest, seeded } from "../../../tests/fixtures/exam-questions";
import { readAnswer } from "./answer";
import { latestAnswers, readClientKey, type SavedResponse } from "./latest-answers";
import { makePaper } from "./paper";

const paper = makePaper(examForTest(), [questionForTest(1), questionForTest(2, { type: "multiple" })], seeded(5));
const tokens = (number: number) => paper.items[number - 1]?.options.map(({ token }) => token) ?? [];

describe("an answer from a browser", () => {
  const [one = "", two = ""] = tokens(1);
  const several = tokens(2);
  const refused: [string, number, string[], string][] = [
    ["an item that is not there", 3, [], "unknown-item"],
    ["item 0", 0, [one], "unknown-item"],
    ["no number", Number.NaN, [one], "unknown-item"],
    ["a word that is no token", 1, ["a"], "unknown-option"],
    ["a lone surrogate", 1, ["\ud800"], "unknown-option"],
    ["a token of another item", 1, [several[0] ?? ""], "unknown-option"],
    ["two options of a single choice", 1, [one, two], "too-many-options"],
    ["one option twice", 2, [several[0] ?? "", several[0] ?? ""], "too-many-options"],
  ];
  it.each(refused)("is refused for %s", (_, item, chosen, code) => {
    expect(readAnswer(paper, item, chosen)).toEqual({ ok: false, refusal: { code, item } });
  });

  test("is kept in the order of the paper; nothing chosen clears it", () => {
    expect(readAnswer(paper, 2, [...several].reverse())).toEqual({ ok: true, tokens: several });
    expect(readAnswer(paper, 1, [one])).toEqual({ ok: true, tokens: [one] });
    expect(readAnswer(paper, 1, [])).toEqual({ ok: true, tokens: [] });
  });
});

test.each([
  ["tab-12345.0", { page: "tab-12345", place: 0 }],
  ["aaaaaaaa.000000012", { page: "aaaaaaaa", place: 12 }],
  ["short.1", null],
  ["tab-12345", null],
  ["tab-12345.-1", null],
  ["tab-12345.1234567890", null],
  [`${"a".repeat(41)}.1`, null],
  ["tab 12345.1", null],
  ["", null],
])("client key %j", (text, key) => {
  expect(readClientKey(text)).toEqual(key);
});

describe("the answer that counts", () => {
  const saved = (id: number, clientKey: string, token: string, item = 1): SavedResponse => ({
    id,
    item,
    tokens: [token],
    flagged: false,
    clientKey,
    at: `2026-11-21T02:00:${String(id).padStart(2, "0")}.000Z`,
  });
  const cases: { say: string; saves: SavedResponse[]; counts: string }[] = [
    { say: "the last of one page", saves: [saved(1, "page-one.1", "a"), saved(2, "page-one.2", "b")], counts: "b" },
    {
      say: "not one that was overtaken",
      saves: [saved(1, "page-one.2", "b"), saved(2, "page-one.1", "a")],
      counts: "b",
    },
    {
      say: "the last page by the server",
      saves: [saved(1, "page-one.9", "a"), saved(2, "page-two.1", "b")],
      counts: "b",
    },
    {
      say: "a late one does not come back over another page's",
      saves: [saved(1, "page-one.2", "b"), saved(2, "page-two.1", "c"), saved(3, "page-one.1", "a")],
      counts: "c",
    },
    {
      say: "a new one of the first page comes back over the second",
      saves: [saved(1, "page-one.2", "b"), saved(2, "page-two.1", "c"), saved(3, "page-one.3", "d")],
      counts: "d",
    },
  ];
  it.each(cases)("is $say", ({ saves, counts }) => {
    expect(latestAnswers(saves).get(1)?.tokens).toEqual([counts]);
    expect(latestAnswers([...saves].reverse()).get(1)?.tokens).toEqual([counts]);
  });

  test("is what the learner chose last, in whatever order one page's saves arrive", () => {
    const choices = fc.array(
      fc.record({ item: fc.integer({ min: 1, max: 3 }), token: fc.constantFrom("a", "b", "c") }),
    );
    fc.assert(
      fc.property(choices, fc.infiniteStream(fc.nat()), (made, order) => {
        const arrived = made
          .map(({ item, token }, place) => ({ item, token, place, sort: Number(order.next().value) }))
          .sort((a, b) => a.sort - b.sort)
          .map(({ item, token, place }, index) => saved(index + 1, `page-one.${place}`, token, item));
        const answers = latestAnswers(arrived);
        for (const item of [1, 2, 3]) {
          expect(answers.get(item)?.tokens[0]).toBe(made.findLast((choice) => choice.item === item)?.token);
        }
      }),
    );
  });
});
