import { describe, expect, it } from "vitest";
import type { Question, QuestionType } from "../course/question";
import { QUESTION_TYPES } from "../course/question-type";
import type { Facet } from "./facets";
import { changesMarks, questionDifferences } from "./question-difference";
import { sampleQuestion } from "./sample-questions-for-test";

it.each(QUESTION_TYPES)("%s differs from itself in nothing", (type) => {
  expect(questionDifferences(sampleQuestion(type), sampleQuestion(type))).toEqual([]);
  expect(changesMarks(sampleQuestion(type), sampleQuestion(type))).toBe(false);
});

const both = (text: string) => ({ vi: text, en: text });
/** A copy with one of its lists or values changed by hand. */
function changed<T extends QuestionType>(
  type: T,
  change: (question: Extract<Question, { type: T }>) => void,
): Question {
  const copy = structuredClone(sampleQuestion(type)) as Extract<Question, { type: T }>;
  change(copy);
  return copy;
}

describe("what changes marks", () => {
  const cases: [string, Question, Facet[], boolean][] = [
    [
      "a stem",
      changed("single", (question) => {
        question.stem.vi = "Khác";
      }),
      ["stem"],
      false,
    ],
    [
      "another right option",
      changed("single", (question) => {
        for (const option of question.options) option.correct = option.key === "a";
      }),
      ["option-correct", "option-correct"],
      true,
    ],
    [
      "an option more",
      changed("single", (question) => {
        question.options.push({ key: "e", text: both("Thêm"), correct: false });
      }),
      ["option-text", "option-text", "option-correct"],
      true,
    ],
    [
      "another order",
      changed("ordering", (question) => {
        question.steps.reverse();
      }),
      ["step-place", "step-place", "step-place", "step-place"],
      true,
    ],
    [
      "one more accepted word",
      changed("fill-in", (question) => {
        question.gaps[0]?.accepted.push("bốn mốt");
      }),
      ["gap-accepted"],
      true,
    ],
    [
      "a picture less",
      changed("numeric", (question) => {
        question.figures?.pop();
      }),
      ["figure", "figure"],
      false,
    ],
    [
      "a tag",
      changed("single", (question) => {
        question.tags = ["law"];
      }),
      ["tags"],
      false,
    ],
    [
      "a kinder tolerance",
      changed("numeric", (question) => {
        question.tolerance = undefined;
      }),
      ["tolerance"],
      true,
    ],
  ];
  it.each(cases)("%s", (_, after, facets, marks) => {
    const before = sampleQuestion(after.type);
    expect(questionDifferences(before, after).map(({ facet }) => facet)).toEqual(facets);
    expect(changesMarks(before, after)).toBe(marks);
  });

  it("says before and after, and whose place it is", () => {
    const after = changed("single", (question) => {
      const third = question.options[2];
      if (third) third.text.en = "Other";
    });
    expect(questionDifferences(sampleQuestion("single"), after)).toEqual([
      {
        facet: "option-text",
        number: 3,
        language: "en",
        before: { text: "Phương án c (en)" },
        after: { text: "Other" },
      },
    ]);
  });

  it("of another type almost all is other", () => {
    expect(changesMarks(sampleQuestion("single"), sampleQuestion("numeric"))).toBe(true);
  });
});
