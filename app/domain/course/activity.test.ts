import { describe, expect, it } from "vitest";
import { ACTIVITY_CONTENT, type ActivityLibrary } from "./activity";

const choice = { question: "Câu?", options: ["a", "b", "c"], correct: 2, feedback: "" };
const single = (change: object) => ({ intro: "", items: [{ ...choice, ...change }, choice, choice] });
const blanks = (line: string) => ({ intro: "", lines: [line, "Hai *x*.", "Ba *y/z*."], feedback: "" });
const steps = (...items: string[]) => ({ intro: "", items, feedback: "" });
const statement = { statement: "Trời xanh.", correct: true, feedback: "" };

describe("the content of an activity", () => {
  it.each<[string, ActivityLibrary, unknown, boolean]>([
    ["a choice", "CauNoi.SingleChoice", single({}), true],
    ["a correct option that is not there", "CauNoi.SingleChoice", single({ correct: 3 }), false],
    ["two options", "CauNoi.SingleChoice", single({ options: ["a", "b"] }), false],
    ["one option twice", "CauNoi.SingleChoice", single({ options: ["a", "b", "a "] }), false],
    ["HTML", "CauNoi.SingleChoice", single({ question: "<b>Câu?</b>" }), false],
    ["a sign that is no HTML", "CauNoi.SingleChoice", single({ question: "5 < 7?" }), true],
    ["statements", "CauNoi.TrueFalse", { intro: "", items: Array(4).fill(statement) }, true],
    ["three statements", "CauNoi.TrueFalse", { intro: "", items: Array(3).fill(statement) }, false],
    ["a blank with variants", "CauNoi.FillBlanks", blanks("Một *a/b* và *c*."), true],
    ["no blank", "CauNoi.FillBlanks", blanks("Một."), false],
    ["an open blank", "CauNoi.FillBlanks", blanks("Một *a."), false],
    ["an empty blank", "CauNoi.FillBlanks", blanks("Một * *."), false],
    ["an empty variant", "CauNoi.FillBlanks", blanks("Một *a/*."), false],
    ["a star of the text", "CauNoi.FillBlanks", blanks("Một \\* và *1\\/2*."), true],
    ["steps", "CauNoi.Ordering", steps("a", "b", "c"), true],
    ["two steps", "CauNoi.Ordering", steps("a", "b"), false],
    ["one step twice", "CauNoi.Ordering", steps("a", "b", "a"), false],
    ["another library's", "CauNoi.Ordering", blanks("Một *a*."), false],
  ])("%s", (_name, library, content, good) => {
    expect(ACTIVITY_CONTENT[library].safeParse(content).success).toBe(good);
  });
});
