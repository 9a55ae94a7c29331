import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { EXAM_TYPES, MACHINE_TYPES, questionForTest, questionOfType } from "../../../tests/fixtures/exam-questions";
import type { QuestionBody } from "../course/question";
import type { AnswerValue } from "./answer-value";
import { rightAnswer } from "./right-answer";
import { shareOf } from "./share";

const single = questionOfType("single");
const trueFalse = questionOfType("truefalse");
const multiple = questionOfType("multiple");
const matching = questionOfType("matching");
const ordering = questionOfType("ordering");
const fillIn = questionOfType("fill-in");
const numeric = questionOfType("numeric");
const text = questionOfType("short-text");
const best = questionOfType("judgement", 1);
const rank = questionOfType("judgement", 2);

describe("an answer earns its share", () => {
  it.each<[string, QuestionBody, AnswerValue, number | null]>([
    ["single right", single, ["a"], 1],
    ["single wrong", single, ["b"], 0],
    ["single two", single, ["a", "b"], 0],
    ["true/false right", trueFalse, ["false"], 1],
    ["true/false wrong", trueFalse, ["true"], 0],
    ["net: one of three", multiple, ["a"], 1 / 3],
    ["net: two of three", multiple, ["a", "b"], 2 / 3],
    ["net: all", multiple, ["a", "b", "c"], 1],
    ["net: two right, one wrong", multiple, ["a", "b", "d"], 1 / 3],
    ["net: one right, one wrong", multiple, ["a", "d"], 0],
    ["net: only wrong", multiple, ["d", "e"], 0],
    ["net: everything", multiple, ["a", "b", "c", "d", "e"], 1 / 3],
    ["each: all", { ...multiple, credit: "each" }, ["a", "b", "c"], 1],
    ["each: one chosen rightly, two left rightly", { ...multiple, credit: "each" }, ["a"], 3 / 5],
    ["each: only wrong", { ...multiple, credit: "each" }, ["d", "e"], 0],
    ["each: everything", { ...multiple, credit: "each" }, ["a", "b", "c", "d", "e"], 3 / 5],
    ["each: nothing", { ...multiple, credit: "each" }, [], 0],
    ["all-or-nothing: all", { ...multiple, credit: "all-or-nothing" }, ["a", "b", "c"], 1],
    ["all-or-nothing: one missing", { ...multiple, credit: "all-or-nothing" }, ["a", "b"], 0],
    ["all-or-nothing: one too many", { ...multiple, credit: "all-or-nothing" }, ["a", "b", "c", "d"], 0],
    ["matching: all", matching, { a: "a", b: "b", c: "c" }, 1],
    ["matching: one", matching, { a: "a", b: "c", c: "x" }, 1 / 3],
    ["matching: only one given", matching, { a: "a" }, 1 / 3],
    ["matching: one side for all", matching, { a: "a", b: "a", c: "a" }, 1 / 3],
    ["matching: all or nothing", { ...matching, credit: "all-or-nothing" }, { a: "a", b: "b", c: "x" }, 0],
    ["matching: all of all or nothing", { ...matching, credit: "all-or-nothing" }, { a: "a", b: "b", c: "c" }, 1],
    ["pairs: all", ordering, ["a", "b", "c", "d"], 1],
    ["pairs: two neighbours changed", ordering, ["b", "a", "c", "d"], 2 / 3],
    ["pairs: half of them", ordering, ["d", "a", "b", "c"], 0],
    ["pairs: the reverse", ordering, ["d", "c", "b", "a"], 0],
    ["places: two of four", { ...ordering, credit: "places" }, ["b", "a", "c", "d"], 1 / 2],
    ["places: none", { ...ordering, credit: "places" }, ["d", "a", "b", "c"], 0],
    ["order: all or nothing", { ...ordering, credit: "all-or-nothing" }, ["b", "a", "c", "d"], 0],
    ["order: all of all or nothing", { ...ordering, credit: "all-or-nothing" }, ["a", "b", "c", "d"], 1],
    ["gaps: both", fillIn, { one: "secret  six", two: "SECRET two" }, 1],
    ["gaps: one", fillIn, { one: "SECRET điều 6", two: "three" }, 1 / 2],
    ["gaps: accents count", fillIn, { one: "SECRET dieu 6" }, 0],
    ["gaps: unless they do not", { ...fillIn, accents: "ignore" }, { one: "SECRET dieu 6" }, 1 / 2],
    ["gaps: capitals, where they count", { ...fillIn, case: "strict" }, { one: "secret six" }, 0],
    ["numeric: grouped as in Vietnamese", numeric, { number: "73.645", unit: "pp" }, 1],
    ["numeric: in the other unit", numeric, { number: "736.450,0", unit: "pm" }, 1],
    ["numeric: within", numeric, { number: "73645,5", unit: "pp" }, 1],
    ["numeric: outside", numeric, { number: "73646", unit: "pp" }, 0],
    ["numeric: no unit", numeric, { number: "73645" }, 0],
    ["short text accepted", text, "secret TEXT", 1],
    ["short text for a marker", text, "another text", null],
    ["short text that accepts nothing", { ...text, accepted: undefined }, "SECRET text", null],
    ["no short text", text, "  ", 0],
    ["each: one option named six times", { ...multiple, credit: "each" }, Array(6).fill("a"), 3 / 5],
    ["best: the best", best, ["a"], 1],
    ["best: by its weight", best, ["c"], 0.25],
    ["best: the worst", best, ["d"], 0],
    ["rank: all", rank, ["a", "b", "c", "d"], 1],
    ["rank: one pair", rank, ["a", "b", "d", "c"], 2 / 3],
    ["rank: the reverse", rank, ["d", "c", "b", "a"], 0],
    ["a task", questionOfType("task"), "my work", null],
  ])("%s", (_, question, answer, share) => {
    const earned = shareOf(question, answer);
    if (share === null) expect(earned).toBeNull();
    else expect(earned).toBeCloseTo(share, 12);
  });

  it.each(EXAM_TYPES)("nothing for no answer: %s", (type) => {
    for (const nothing of [[], {}, ""]) expect(shareOf(questionForTest(1, { type }), nothing)).toBe(0);
  });

  it.each(EXAM_TYPES)("everything for the right answer: %s", (type) => {
    for (const id of [1, 2]) {
      const question = questionForTest(id, { type });
      expect(shareOf(question, rightAnswer(question) ?? "")).toBe(1);
    }
  });
});

describe("whatever is answered", () => {
  const anyCredit = fc.constantFrom("net", "each", "all-or-nothing", "pairs", "places");
  const anyKeys = fc.array(fc.constantFrom("a", "b", "c", "d", "e", "true", "false", "?"), { maxLength: 6 });
  const anyEntries = fc.dictionary(
    fc.constantFrom("a", "b", "c", "one", "two", "number", "unit", "?"),
    fc.constantFrom("a", "b", "c", "x", "SECRET two", "73.645", "1e9", "pp", ""),
  );
  const anything = fc.oneof(anyKeys, anyEntries, fc.string());

  test("the share lies between nothing and all", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...MACHINE_TYPES),
        fc.integer({ min: 1, max: 2 }),
        anyCredit,
        anything,
        (type, id, credit, answer) => {
          const share = shareOf({ ...questionForTest(id, { type }), credit } as QuestionBody, answer) as number;
          expect(share >= 0 && share <= 1).toBe(true);
        },
      ),
    );
  });

  test("an option more raises the share where it is right and never where it is wrong", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("net" as const, "each" as const, "all-or-nothing" as const),
        fc.subarray(["a", "b", "c", "d", "e"], { minLength: 1 }),
        fc.constantFrom("a", "b", "c", "d", "e"),
        (credit, chosen, more) => {
          fc.pre(!chosen.includes(more));
          const question = { ...multiple, credit };
          const [before, after] = [shareOf(question, chosen) ?? 0, shareOf(question, [...chosen, more]) ?? 0];
          if (["a", "b", "c"].includes(more)) expect(after).toBeGreaterThanOrEqual(before);
          else expect(after).toBeLessThanOrEqual(before);
        },
      ),
    );
  });

  test("a step put before one that belongs after it lowers the share of pairs, or leaves it at nothing", () => {
    const order = fc.shuffledSubarray(["a", "b", "c", "d"], { minLength: 4 });
    fc.assert(
      fc.property(order, fc.integer({ min: 0, max: 2 }), (given, place) => {
        const swapped = [...given];
        [swapped[place], swapped[place + 1]] = [given[place + 1] ?? "", given[place] ?? ""];
        const [before, after] = [shareOf(ordering, given) ?? 0, shareOf(ordering, swapped) ?? 0];
        if ((given[place] ?? "") < (given[place + 1] ?? "")) expect(after <= before).toBe(true);
        else expect(after >= before).toBe(true);
      }),
    );
  });

  test("the order of chosen options and of entries changes nothing", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(["a", "b", "c", "d", "e"]), (chosen) => {
        expect(shareOf(multiple, chosen)).toBe(shareOf(multiple, [...chosen].sort()));
        const entries = chosen.slice(0, 3).map((key) => [key, "a"] as const);
        const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
        expect(shareOf(matching, Object.fromEntries(entries))).toBe(shareOf(matching, Object.fromEntries(sorted)));
      }),
    );
  });
});
