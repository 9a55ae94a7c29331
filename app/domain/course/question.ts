import { z } from "zod";
import { bilingualSchema } from "~/domain/text/bilingual";
import { citationSchema } from "./citation";
import { keySchema } from "./key";

export const QUESTION_TYPES = ["single", "multiple", "truefalse"] as const;
export type QuestionType = (typeof QUESTION_TYPES)[number];

/** 1 recall, 2 understand, 3 apply to a case */
export const difficultySchema = z.literal([1, 2, 3], "a difficulty is 1, 2 or 3");
export type Difficulty = z.infer<typeof difficultySchema>;

const optionSchema = z.strictObject({
  key: z.string("quote the option's key").regex(/^[a-z0-9-]+$/),
  text: bilingualSchema,
  correct: z.boolean().default(false),
});
export type QuestionOption = z.infer<typeof optionSchema>;

export const questionSchema = z
  .strictObject({
    key: keySchema,
    type: z.enum(QUESTION_TYPES, `a type is one of ${QUESTION_TYPES.join(", ")}`),
    competency: keySchema,
    difficulty: difficultySchema,
    /** where to read it again */
    lesson: keySchema,
    citation: citationSchema,
    stem: bilingualSchema,
    options: z.array(optionSchema),
    /** keys of options that stay last when the options are shuffled */
    pin: z.array(z.string()).default([]),
    explanation: bilingualSchema,
  })
  .superRefine((question, context) => {
    const problem = answerProblem(question);
    if (problem !== null) context.addIssue({ code: "custom", path: ["options"], message: problem });
    const keys = question.options.map(({ key }) => key);
    if (!question.pin.every((key) => keys.includes(key))) {
      context.addIssue({ code: "custom", path: ["pin"], message: "pins an option that does not exist" });
    }
    if (question.citation.mark === "MEMORY") {
      context.addIssue({ code: "custom", path: ["citation"], message: "a question may not rest on MEMORY" });
    }
  });
export type Question = z.infer<typeof questionSchema>;

/** Why a question cannot be answered or marked, or null when it can. */
export function answerProblem({ type, options }: Pick<Question, "type" | "options">): string | null {
  if (new Set(options.map(({ key }) => key)).size < options.length) return "two options have the same key";
  for (const language of ["vi", "en"] as const) {
    const texts = new Set(options.map(({ text }) => text[language].trim()));
    if (texts.size < options.length) return `two options say the same (${language})`;
  }
  const correct = options.filter((option) => option.correct).length;
  switch (type) {
    case "single":
      if (options.length < 3 || options.length > 5) return "a single choice has three to five options";
      return correct === 1 ? null : `a single choice has exactly one correct option, not ${correct}`;
    case "multiple":
      if (options.length < 4 || options.length > 6) return "a multiple choice has four to six options";
      if (correct < 2) return `a multiple choice has two or more correct options, not ${correct}`;
      return correct < options.length ? null : "in a multiple choice not all options are correct";
    case "truefalse": {
      const keys = options.map(({ key }) => key).sort();
      if (keys.join() !== "false,true") return "a true/false question has the options “true” and “false”";
      return correct === 1 ? null : "a true/false question has exactly one correct option";
    }
  }
}

const drawSchema = z.strictObject({ course: keySchema, keys: z.array(keySchema).min(1) });

/** questions.yaml: the course's own questions, and those it draws from other banks. */
export const questionBankSchema = z.strictObject({
  questions: z.array(questionSchema).default([]),
  draws: z.array(drawSchema).default([]),
});
export type QuestionBank = z.infer<typeof questionBankSchema>;

/** A question with the course whose bank it belongs to: `lesson` is a lesson of that course. */
export type BankQuestion = Question & { bank: string };
