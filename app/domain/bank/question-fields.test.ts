import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type Question, type QuestionType, questionBankSchema } from "../course/question";
import { QUESTION_TYPES } from "../course/question-type";
import { fieldsOfQuestion, type QuestionFields } from "./question-fields";
import { readNumber } from "./question-of-fields";
import { type FieldProblem, facetOfField, readQuestionFields } from "./question-problems";
import { sampleQuestion } from "./sample-questions-for-test";

const again = (question: Question) => readQuestionFields(question.type, question.key, fieldsOfQuestion(question));

describe("a question through its form", () => {
  it.each(QUESTION_TYPES)("%s comes back as it was", (type) => {
    const question = sampleQuestion(type);
    expect(again(question)).toEqual({ question, problems: [] });
  });

  it.each(["communication-skills", "foreign-information", "service-ethics", "onboarding"])(
    "all questions of %s come back as they were",
    (slug) => {
      const { questions } = questionBankSchema.parse(parse(readFileSync(`courses/${slug}/questions.yaml`, "utf8")));
      expect(questions.length).toBeGreaterThan(0);
      for (const question of questions) expect(again(question)).toEqual({ question, problems: [] });
    },
  );

  it("leaves out empty rows, gives new rows keys that none has had, and puts steps in the order of their places", () => {
    const fields = fieldsOfQuestion(sampleQuestion("ordering"));
    const changed: QuestionFields = {
      ...fields,
      "steps.1.text.vi": "",
      "steps.1.text.en": "",
      "steps.0.place": "9",
      "steps.4.text.vi": "Mới",
      "steps.4.text.en": "New",
      "steps.4.place": "1",
    };
    const { question } = readQuestionFields("ordering", "sample-ordering", changed);
    expect(question?.type === "ordering" && question.steps.map(({ key }) => key)).toEqual(["e", "c", "d", "a"]);
  });
});

describe("problems of a form", () => {
  const cases: [string, QuestionType, QuestionFields, string, FieldProblem][] = [
    ["no stem", "single", { "stem.en": " " }, "stem.en", "missing"],
    ["no difficulty", "single", { difficulty: "" }, "difficulty", "missing"],
    ["an option in one language", "single", { "options.2.text.en": "" }, "options.2.text.en", "missing"],
    ["no right option", "single", { correct: "9" }, "options", "single"],
    ["one right option of several", "multiple", { "options.0.correct": "" }, "options", "multiple"],
    ["two options that say the same", "single", { "options.1.text.vi": "Phương án a" }, "options", "single"],
    ["a gap that the text does not have", "fill-in", { "text.vi": "Luật [[1]]" }, "gaps", "gaps"],
    ["no number", "numeric", { answer: "hai" }, "answer", "number"],
    ["no unit to count in", "numeric", { "units.0.factor": "2" }, "units", "units"],
    ["a weight above one", "judgement", { "options.0.weight": "3" }, "options.0.weight", "number"],
    ["nothing to hand in", "task", { most_words: "", files: "" }, "most_words", "task"],
    ["half a number of words", "task", { most_words: "1.000" }, "most_words", "number"],
    [
      "a level that earns too much",
      "short-text",
      { "criteria.0.levels.vi": "0: Chưa\n9: Rồi" },
      "criteria",
      "criteria",
    ],
    ["a level in one language", "short-text", { "criteria.0.levels.en": "0: No" }, "criteria.0.levels.en", "missing"],
    ["nothing is known by heart", "single", { "citation.mark": "MEMORY" }, "citation.mark", "memory"],
    ["a tag that is none", "single", { tags: "Luật mới" }, "tags", "tags"],
    ["a picture that nobody can hear", "numeric", { "figures.1.alt.en": "" }, "figures.1", "figure"],
  ];
  it.each(cases)("%s", (_, type, change, field, problem) => {
    const read = readQuestionFields(type, "sample", { ...fieldsOfQuestion(sampleQuestion(type)), ...change });
    expect(read.problems).toContainEqual({ field, problem });
  });

  it("names the row of the form, though rows before it are empty", () => {
    const fields = fieldsOfQuestion(sampleQuestion("single"));
    const { problems } = readQuestionFields("single", "sample", {
      ...fields,
      "options.0.text.vi": "",
      "options.0.text.en": "",
      "options.2.text.en": "",
    });
    expect(problems).toEqual([{ field: "options.2.text.en", problem: "missing" }]);
  });

  it("names an empty form's fields without falling over", () => {
    for (const type of QUESTION_TYPES) {
      const { problems } = readQuestionFields(type, "sample", {});
      expect(problems.length).toBeGreaterThan(5);
      for (const { field } of problems) expect(facetOfField(field).facet).toBeTruthy();
    }
  });
});

describe("readNumber", () => {
  it.each([
    ["2,5", 2.5],
    ["2.5", 2.5],
    [" -3 ", -3],
    ["0.125", 0.125],
    ["1.000", undefined],
    ["1,000", undefined],
    ["1e3", undefined],
    ["", undefined],
  ])("%s is %s", (text, number) => {
    expect(readNumber(text)).toBe(number);
  });
});

it("calls fields by what they are", () => {
  expect(facetOfField("options.2.text.en")).toEqual({ facet: "option-text", number: 3, language: "en" });
  expect(facetOfField("citation.clause.vi")).toEqual({ facet: "citation-clause", number: null, language: "vi" });
  expect(facetOfField("criteria.0.levels.vi")).toEqual({ facet: "criterion-levels", number: 1, language: "vi" });
});
