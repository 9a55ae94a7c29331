import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerProblem, type Question, questionSchema } from "./question";

const both = (text: string) => ({ vi: text, en: `${text} (en)` });
const options = (correct: boolean[], keys = "abcdefgh") =>
  correct.map((right, index) => ({ key: keys[index] ?? "", text: both(`phương án ${index}`), correct: right }));
const trueFalse = (correct: "true" | "false", keys = ["true", "false"]) =>
  keys.map((key) => ({ key, text: both(key), correct: key === correct }));

describe("answerProblem", () => {
  it.each<[string, Question["type"], Question["options"], RegExp | null]>([
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
    if (problem === null) expect(answerProblem({ type, options: list })).toBeNull();
    else expect(answerProblem({ type, options: list })).toMatch(problem);
  });

  it("lets pass only what has a right and a wrong answer", () => {
    fc.assert(
      fc.property(fc.constantFrom("single", "multiple"), fc.array(fc.boolean(), { maxLength: 8 }), (type, correct) => {
        fc.pre(answerProblem({ type, options: options(correct) }) === null);
        expect(correct).toContain(true);
        expect(correct).toContain(false);
      }),
    );
  });
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
    const parsed = questionSchema.parse(question);
    expect(parsed.pin).toEqual([]);
    expect(parsed.options.map(({ correct }) => correct)).toEqual([true, false, false]);
  });
  it.each([
    [{ pin: ["d"] }, "pin"],
    [{ citation: { ...question.citation, mark: "MEMORY" } }, "citation"],
    [{ difficulty: 4 }, "difficulty"],
    [{ key: "Q 1" }, "key"],
    [{ stem: { vi: "Câu?" } }, "stem.en"],
    [{ hint: "x" }, ""],
  ])("refuses %j", (change, path) => {
    const parsed = questionSchema.safeParse({ ...question, ...change });
    expect(parsed.error?.issues.map((issue) => issue.path.join("."))).toContain(path);
  });
});
