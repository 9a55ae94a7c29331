import { expect, test } from "vitest";
import { questionOfType } from "../../../tests/fixtures/exam-questions";
import type { QuestionBody } from "../course/question";
import type { AnswerValue } from "./answer-value";
import { rightAnswerInWords } from "./right-answer";
import { answerText } from "./shown-answers";

const numeric = questionOfType("numeric");
const fillIn = questionOfType("fill-in");
const [percent] = numeric.units ?? [];

test.each<[string, QuestionBody, AnswerValue, string]>([
  ["choices", questionOfType("multiple"), ["b", "a"], "1 option b en; 1 option a en"],
  ["an order", questionOfType("ordering"), ["b", "a", "c", "d"], "1 step b en; 1 step a en; 1 step c en; 1 step d en"],
  ["a ranking", questionOfType("judgement", 2), ["b", "a"], "2 option b en; 2 option a en"],
  [
    "pairs",
    questionOfType("matching"),
    { a: "x", b: "b" },
    "1 left a en → 1 right x en; 1 left b en → 1 right b en; 1 left c en → —",
  ],
  ["gaps", fillIn, { two: "hai" }, "—; hai"],
  ["a number with its unit", numeric, { number: "12,5", unit: "pm" }, "12,5 per mille en"],
  ["a number without", numeric, { number: "12,5" }, "12,5"],
  ["a number of one unit", { ...numeric, units: percent && [percent] }, { number: "12,5" }, "12,5 percent en"],
  ["a text", questionOfType("short-text"), "my text", "my text"],
  ["nothing", fillIn, {}, ""],
  ["an option that is no more", questionOfType("single"), ["z"], ""],
])("an answer in words: %s", (_, question, answer, text) => {
  expect(answerText(question, answer, "en")).toBe(text);
});

test.each<[string, QuestionBody, boolean, [string, string][]]>([
  ["a choice", questionOfType("single"), false, [["1 option a vi", "1 option a en"]]],
  ["the best of a judgement", questionOfType("judgement", 1), false, [["1 option a vi", "1 option a en"]]],
  [
    "a ranking",
    questionOfType("judgement", 2),
    true,
    ["a", "b", "c", "d"].map((key) => [`2 option ${key} vi`, `2 option ${key} en`]),
  ],
  [
    "all spellings of a gap",
    fillIn,
    true,
    [
      ["SECRET Điều 6 / SECRET six", "SECRET Điều 6 / SECRET six"],
      ["SECRET two", "SECRET two"],
    ],
  ],
  ["a number as each language writes it", numeric, false, [["73.645 percent vi (± 0,5)", "73,645 percent en (± 0.5)"]]],
  [
    "a percentage",
    { ...numeric, units: undefined, answer: 12.5, tolerance: { kind: "percent", by: 5 } },
    false,
    [["12,5 (± 5 %)", "12.5 (± 5 %)"]],
  ],
  ["an exact number", { ...numeric, units: undefined, tolerance: undefined }, false, [["73.645", "73,645"]]],
  ["the points of a criterion", questionOfType("short-text"), false, [["2", "2"]]],
])("the right answer in words: %s", (_, question, ordered, texts) => {
  const words = rightAnswerInWords(question);
  expect(words.ordered).toBe(ordered);
  expect(words.lines.map(({ text }) => [text.vi, text.en])).toEqual(texts);
});
