import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { EXAM_TYPES, paperForTest, questionForTest, seeded } from "../../../tests/fixtures/exam-questions";
import type { QuestionType } from "../course/question";
import { inAuthorKeys, inTokens, readAnswer } from "./answer";
import { type AnswerValue, isEmptyAnswer, sameAnswer } from "./answer-value";
import { latestAnswers, readClientKey, type SavedResponse } from "./latest-answers";
import type { PaperItem } from "./paper";

/** Odd ids ask for the best of a judgement, even ones for a ranking. */
function itemOf(type: QuestionType, id = 1): PaperItem {
  return paperForTest([questionForTest(id, { type })], seeded(5)).items[0] as PaperItem;
}

const tokens = (item: PaperItem) => item.parts.map(([, token]) => token);
const rights = (item: PaperItem) => item.others.map(([, token]) => token);
const emptyOf = (item: PaperItem): AnswerValue[] => {
  const kept = ([[], {}, ""] as AnswerValue[]).map((raw) => readAnswer(item, raw));
  return kept.flatMap((read) => (read.ok ? [read.value] : []));
};

describe("an answer from a browser", () => {
  const single = itemOf("single");
  const multiple = itemOf("multiple");
  const ordering = itemOf("ordering");
  const matching = itemOf("matching");
  const fillIn = itemOf("fill-in");
  const numeric = itemOf("numeric");
  const text = itemOf("short-text");
  const ranking = itemOf("judgement", 2);
  const [one = "", two = ""] = tokens(single);
  const [left = ""] = tokens(matching);
  const [right = ""] = rights(matching);
  const [gap = ""] = tokens(fillIn);
  const [unit = ""] = tokens(numeric);

  const refused: [string, PaperItem, unknown, string][] = [
    ["no answer at all", single, undefined, "bad-shape"],
    ["a text for a choice", single, one, "bad-shape"],
    ["numbers for tokens", single, [1], "bad-shape"],
    ["a key of the author", single, ["a"], "unknown-option"],
    ["a lone surrogate among the tokens", single, ["\ud800"], "unknown-option"],
    [
      "a token of another item",
      single,
      [tokens(multiple).find((token) => !tokens(single).includes(token))],
      "unknown-option",
    ],
    ["two options of a single choice", single, [one, two], "too-many-options"],
    ["one option twice", multiple, [tokens(multiple)[0], tokens(multiple)[0]], "too-many-options"],
    ["two best options", itemOf("judgement"), tokens(itemOf("judgement")).slice(0, 2), "too-many-options"],
    ["an order with a step missing", ordering, tokens(ordering).slice(1), "too-many-options"],
    ["an order with a step twice", ordering, [...tokens(ordering), tokens(ordering)[0]], "too-many-options"],
    ["half a ranking", ranking, tokens(ranking).slice(2), "too-many-options"],
    ["a list for a matching", matching, [left], "bad-shape"],
    ["a side that is no left one", matching, { [right]: right }, "unknown-option"],
    ["a side that is no right one", matching, { [left]: left }, "unknown-option"],
    ["a gap that is not there", fillIn, { nogap: "x" }, "unknown-option"],
    ["a number for a text", fillIn, { [gap]: 6 }, "bad-shape"],
    ["half a character", fillIn, { [gap]: "Điều \ud83d" }, "bad-text"],
    ["a control character", text, "a\u0000b", "bad-text"],
    ["a text over 4,000 characters", text, "a".repeat(4001), "text-too-long"],
    ["a text of a megabyte", text, "a".repeat(1_000_000), "text-too-long"],
    ["a unit that is not there", numeric, { number: "1", unit: "km" }, "unknown-option"],
    ["more than number and unit", numeric, { number: "1", sum: "2" }, "unknown-option"],
    ["a number of 61 digits", numeric, { number: "1".repeat(61) }, "text-too-long"],
    ["a list for a text", text, ["a"], "bad-shape"],
    ["an object for a text", text, { toString: "a" }, "bad-shape"],
  ];
  it.each(refused)("is refused for %s", (_, item, raw, code) => {
    expect(readAnswer(item, raw)).toEqual({ ok: false, refusal: { code, item: 1 } });
  });

  const kept: [string, PaperItem, unknown, AnswerValue][] = [
    ["a choice", single, [two], [two]],
    ["choices in the order of the paper", multiple, [...tokens(multiple)].reverse(), tokens(multiple)],
    ["an order as it was given", ordering, [...tokens(ordering)].reverse(), [...tokens(ordering)].reverse()],
    [
      "one right side for two left ones",
      matching,
      Object.fromEntries(tokens(matching).map((l) => [l, right])),
      Object.fromEntries(tokens(matching).map((l) => [l, right])),
    ],
    ["what was matched only", matching, { [left]: "" }, {}],
    ["a text composed and trimmed", fillIn, { [gap]: "  Đie\u0302\u0300u 6\r\n" }, { [gap]: "Điều 6" }],
    ["lines", text, "a\r\nb\rc", "a\nb\nc"],
    ["4,000 characters", text, ` ${"ặ".repeat(4000)} `, "ặ".repeat(4000)],
    ["a number with its unit", numeric, { number: " 12,5 ", unit }, { number: "12,5", unit }],
    ["no unit without a number", numeric, { number: " ", unit }, {}],
    ["a number without its unit", numeric, { number: "12.5", unit: "" }, { number: "12.5" }],
  ];
  it.each(kept)("is kept: %s", (_, item, raw, value) => {
    expect(readAnswer(item, raw)).toEqual({ ok: true, value });
  });

  it.each(EXAM_TYPES)("can be cleared: %s", (type) => {
    const cleared = emptyOf(itemOf(type));
    expect(cleared).toHaveLength(1);
    expect(isEmptyAnswer(cleared[0] as AnswerValue)).toBe(true);
  });
});

/** Whatever may be answered to an item, in kept form. */
function anyAnswer(item: PaperItem): fc.Arbitrary<AnswerValue> {
  const of = tokens(item);
  const texts = fc.string({ unit: "grapheme", maxLength: 30 });
  const entries = (names: string[], value: fc.Arbitrary<string>) =>
    fc
      .tuple(...names.map((name) => fc.option(fc.tuple(fc.constant(name), value), { nil: null })))
      .map((pairs) => Object.fromEntries(pairs.filter((pair) => pair !== null)));
  const raw = (): fc.Arbitrary<unknown> => {
    switch (item.question.type) {
      case "multiple":
        return fc.subarray(of);
      case "ordering":
        return fc.oneof(fc.constant([]), fc.shuffledSubarray(of, { minLength: of.length }));
      case "judgement":
        return item.question.answer === "best"
          ? fc.subarray(of, { maxLength: 1 })
          : fc.shuffledSubarray(of, { minLength: of.length });
      case "matching":
        return entries(of, fc.constantFrom(...rights(item)));
      case "fill-in":
        return entries(of, texts);
      case "numeric":
        return fc.record({ number: fc.constantFrom("1", "73.645", "x"), unit: fc.constantFrom("", ...of) });
      case "short-text":
        return texts;
      default:
        return fc.subarray(of, { maxLength: 1 });
    }
  };
  return raw()
    .map((value) => readAnswer(item, value))
    .filter((read) => read.ok)
    .map((read) => (read as { value: AnswerValue }).value);
}

test("any answer survives being kept again, and the way to the author's keys and back", () => {
  const anyItem = fc
    .tuple(fc.constantFrom(...EXAM_TYPES), fc.integer({ min: 1, max: 9 }))
    .map(([type, id]) => itemOf(type, id));
  fc.assert(
    fc.property(
      anyItem.chain((item) => anyAnswer(item).map((value) => ({ item, value }))),
      ({ item, value }) => {
        expect(readAnswer(item, JSON.parse(JSON.stringify(value)))).toEqual({ ok: true, value });
        const inKeys = inAuthorKeys(item, value);
        expect(inTokens(item, inKeys)).toEqual(value);
        const names = JSON.stringify(inKeys);
        if (!["fill-in", "short-text", "numeric"].includes(item.question.type)) {
          for (const token of [...tokens(item), ...rights(item)]) expect(names).not.toContain(token);
        }
      },
    ),
  );
});

test.each<[AnswerValue, AnswerValue, boolean]>([
  [["a", "b"], ["a", "b"], true],
  [["a", "b"], ["b", "a"], false],
  [{ a: "1", b: "2" }, { b: "2", a: "1" }, true],
  [{ a: "1" }, { a: "1", b: "2" }, false],
  ["x", "x", true],
  [[], {}, true],
])("%j and %j say the same: %s", (a, b, same) => {
  expect(sameAnswer(a, b)).toBe(same);
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
    value: [token],
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
    expect(latestAnswers(saves).get(1)?.value).toEqual([counts]);
    expect(latestAnswers([...saves].reverse()).get(1)?.value).toEqual([counts]);
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
          const last = made.findLast((choice) => choice.item === item)?.token;
          expect(answers.get(item)?.value).toEqual(last === undefined ? undefined : [last]);
        }
      }),
    );
  });
});
