import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { questionForTest, questionOfType } from "../../../tests/fixtures/exam-questions";
import {
  answerProblem,
  type ChoiceQuestion,
  type Question,
  type QuestionBodyOf,
  type QuestionType,
  questionSchema,
} from "./question";
import { isForExams, isForPractice, QUESTION_TYPES } from "./question-type";

const both = (text: string) => ({ vi: text, en: `${text} (en)` });
const options = (correct: boolean[], keys = "abcdefgh") =>
  correct.map((right, index) => ({ key: keys[index] ?? "", text: both(`phương án ${index}`), correct: right }));
const trueFalse = (correct: "true" | "false", keys = ["true", "false"]) =>
  keys.map((key) => ({ key, text: both(key), correct: key === correct }));

const pair = (key: string, left: string) => ({ key, left: both(left), right: both(`right ${key}`) });
const choice = (type: ChoiceQuestion["type"], list: ChoiceQuestion["options"], pin: string[] = []) =>
  ({ ...questionForTest(1, { type }), options: list, pin, lesson: "l" }) as ChoiceQuestion;

describe("the options of a choice", () => {
  it.each<[string, ChoiceQuestion["type"], ChoiceQuestion["options"], RegExp | null]>([
    ["one of three", "single", options([true, false, false]), null],
    ["none correct", "single", options([false, false, false]), /exactly one/],
    ["two correct", "single", options([true, true, false]), /exactly one/],
    ["two options", "single", options([true, false]), /three to five/],
    ["six options", "single", options([true, false, false, false, false, false]), /three to five/],
    ["two of four", "multiple", options([true, true, false, false]), null],
    ["one of four", "multiple", options([true, false, false, false]), /two or more/],
    ["all of four", "multiple", options([true, true, true, true]), /not all/],
    ["two of three", "multiple", options([true, true, false]), /four to six/],
    ["true", "truefalse", trueFalse("true"), null],
    ["false", "truefalse", trueFalse("false"), null],
    ["only true", "truefalse", trueFalse("true", ["true"]), /“true” and “false”/],
    ["yes and no", "truefalse", trueFalse("true", ["yes", "no"]), /“true” and “false”/],
    ["one key twice", "single", options([true, false, false], "aab"), /same key/],
    ["one text twice", "single", options([true, false, false]).map((o) => ({ ...o, text: both("x") })), /say the same/],
  ])("%s", (_name, type, list, problem) => {
    const found = answerProblem(choice(type, list));
    if (problem === null) expect(found).toBeNull();
    else expect(found).toEqual({ where: "options", message: expect.stringMatching(problem) });
  });

  it("a pin names an option", () => {
    expect(answerProblem(choice("single", options([true, false, false]), ["c"]))).toBeNull();
    expect(answerProblem(choice("single", options([true, false, false]), ["d"]))).toMatchObject({ where: "pin" });
  });

  it("lets pass only what has a right and a wrong answer", () => {
    const types = fc.constantFrom("single" as const, "multiple" as const);
    fc.assert(
      fc.property(types, fc.array(fc.boolean(), { maxLength: 8 }), (type, correct) => {
        fc.pre(answerProblem(choice(type, options(correct))) === null);
        expect(correct).toContain(true);
        expect(correct).toContain(false);
      }),
    );
  });
});

describe("a question of another type", () => {
  const of = <T extends QuestionType>(type: T, change: Partial<QuestionBodyOf<T>> = {}) =>
    ({ ...questionOfType(type), lesson: "l", ...change }) as unknown as Question;
  const part = (key: string, text = key) => ({ key, text: both(text) });
  const weighed = (...weights: number[]) =>
    weights.map((weight, index) => ({ ...part("abcdefgh"[index] ?? ""), weight }));
  const criteria = [{ key: "a", title: both("a"), points: 2, levels: [{ points: 3, text: both("three") }] }];

  it.each(QUESTION_TYPES)("the one of the tests can be answered: %s", (type) => {
    expect(answerProblem(of(type))).toBeNull();
  });

  it.each<[string, Question, string]>([
    ["two left sides that say the same", of("matching", { pairs: [pair("a", "x"), pair("b", "x")] }), "pairs"],
    [
      "a false right side that says what a right one says",
      of("matching", { extra: [part("x", "1 right a vi")] }),
      "pairs",
    ],
    ["two steps of one key", of("ordering", { steps: [part("a"), part("b"), part("a", "c")] }), "steps"],
    ["a gap that the text does not have", of("fill-in", { text: both("[[one]]") }), "gaps"],
    ["a gap twice in a text", of("fill-in", { text: both("[[one]] [[two]] [[two]]") }), "gaps"],
    ["no unit of factor 1", of("numeric", { units: [{ ...part("km"), factor: 1000 }] }), "units"],
    [
      "two units of one name",
      of("numeric", {
        units: [
          { ...part("a", "m"), factor: 1 },
          { ...part("b", "m"), factor: 2 },
        ],
      }),
      "units",
    ],
    ["a judgement without a best", of("judgement", { options: weighed(0.9, 0.5, 0) }), "options"],
    ["a judgement of two", of("judgement", { options: weighed(1, 0) }), "options"],
    ["a ranking with equals", of("judgement", { answer: "rank", options: weighed(1, 0.5, 0.5) }), "options"],
    ["a level above its criterion", of("short-text", { criteria }), "criteria"],
    [
      "a criterion twice",
      of("task", { criteria: [...criteria, ...criteria].map((c) => ({ ...c, levels: [] })) }),
      "criteria",
    ],
    ["a task that takes nothing", of("task", { most_words: undefined, files: 0 }), "most_words"],
  ])("%s", (_, question, where) => {
    expect(answerProblem(question)?.where).toBe(where);
  });

  it("equals may stand in a judgement of the best", () => {
    expect(answerProblem(of("judgement", { answer: "best", options: weighed(1, 0.5, 0.5) }))).toBeNull();
  });
});

test.each<[QuestionType, Question["use"], boolean, boolean]>([
  ["single", undefined, true, false],
  ["single", "exam", true, false],
  ["single", "practice", false, true],
  ["single", "both", true, true],
  ["task", undefined, false, false],
  ["task", "both", false, false],
])("%s of use %s is for exams: %s, for practice: %s", (type, use, exams, practice) => {
  expect([isForExams({ type, use }), isForPractice({ type, use })]).toEqual([exams, practice]);
});

describe("questionSchema", () => {
  const question = {
    key: "q-1",
    type: "single",
    competency: "c",
    difficulty: 1,
    lesson: "l",
    citation: { document: "d", clause: both("Điều 1"), mark: "TEXT" },
    stem: both("Câu?"),
    options: [
      { key: "a", text: both("a"), correct: true },
      { key: "b", text: both("b") },
      { key: "c", text: both("c") },
    ],
    explanation: both("Vì"),
  };
  it("fills in what is left out", () => {
    const parsed = questionSchema.parse(question) as ChoiceQuestion;
    expect(parsed.pin).toEqual([]);
    expect(parsed.options.map(({ correct }) => correct)).toEqual([true, false, false]);
  });
  it.each(QUESTION_TYPES)("reads what it has written, and fills in nothing new: %s", (type) => {
    const { id: _, bank: __, ...held } = questionForTest(1, { type });
    const own = { ...held, lesson: "l", citation: question.citation };
    const parsed = questionSchema.parse(own);
    expect(parsed).toEqual(own);
    expect(questionSchema.parse(JSON.parse(JSON.stringify(parsed)))).toEqual(parsed);
  });
  it.each([
    [{ pin: ["d"] }, "pin"],
    [{ citation: { ...question.citation, mark: "MEMORY" } }, "citation"],
    [{ difficulty: 4 }, "difficulty"],
    [{ key: "Q 1" }, "key"],
    [{ stem: { vi: "Câu?" } }, "stem.en"],
    [{ hint: "x" }, ""],
    [{ type: "essay" }, "type"],
    [{ tags: ["Điều kiện"] }, "tags.0"],
    [{ use: "never" }, "use"],
    [{ figures: [{ picture: "Sơ đồ.png", alt: both("x") }] }, "figures.0.picture"],
  ])("refuses %j", (change, path) => {
    const parsed = questionSchema.safeParse({ ...question, ...change });
    expect(parsed.error?.issues.map((issue) => issue.path.join("."))).toContain(path);
  });
});
