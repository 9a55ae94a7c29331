import { z } from "zod";
import { type Bilingual, bilingualSchema } from "~/domain/text/bilingual";
import { citationSchema } from "./citation";
import { figureSchema } from "./figure";
import { keySchema } from "./key";

/** 1 recall, 2 understand, 3 apply to a case */
export const difficultySchema = z.literal([1, 2, 3], "a difficulty is 1, 2 or 3");
export type Difficulty = z.infer<typeof difficultySchema>;

const partKey = z.string("quote the option's key").regex(/^[a-z0-9-]+$/);

const optionSchema = z.strictObject({ key: partKey, text: bilingualSchema, correct: z.boolean().default(false) });
export type QuestionOption = z.infer<typeof optionSchema>;

const partSchema = z.strictObject({ key: partKey, text: bilingualSchema });
/** A text with a key: a step to order, a right side that fits nothing … */
export type QuestionPart = z.infer<typeof partSchema>;

/** What may be typed, in either language; one of them is enough. */
const acceptedSchema = z.array(z.string().trim().min(1).max(120)).min(1).max(20);
/** left out: accents count, capitals do not */
const spelling = {
  accents: z.enum(["strict", "ignore"]).optional(),
  case: z.enum(["strict", "ignore"]).optional(),
};

const criterionSchema = z.strictObject({
  key: partKey,
  title: bilingualSchema,
  /** the most that it earns */
  points: z.number().positive().max(100),
  /** what a number of points means, from the least to the most */
  levels: z.array(z.strictObject({ points: z.number().min(0), text: bilingualSchema })).optional(),
});
/** One line of a rubric. */
export type Criterion = z.infer<typeof criterionSchema>;

const unitSchema = z.strictObject({ key: partKey, text: bilingualSchema, factor: z.number().positive() });
/** A unit that can be chosen; the number times its factor is compared. */
export type NumericUnit = z.infer<typeof unitSchema>;

const common = {
  key: keySchema,
  competency: keySchema,
  difficulty: difficultySchema,
  /** where to read it again */
  lesson: keySchema,
  citation: citationSchema,
  tags: z.array(keySchema).max(12).optional(),
  /** what draws it; left out: exams only, so that nobody has practised it */
  use: z.enum(["exam", "practice", "both"]).optional(),
  stem: bilingualSchema,
  figures: z.array(figureSchema).max(4).optional(),
  explanation: bilingualSchema,
};

const choices = {
  options: z.array(optionSchema),
  /** keys of options that stay last when the options are shuffled */
  pin: z.array(z.string()).default([]),
};

const QUESTION_SHAPES = [
  z.strictObject({ type: z.literal("single"), ...common, ...choices }),
  z.strictObject({
    type: z.literal("multiple"),
    ...common,
    ...choices,
    /** left out: "net", (right chosen − wrong chosen) ÷ right ones; "each": every option judged rightly earns its part */
    credit: z.enum(["net", "each", "all-or-nothing"]).optional(),
  }),
  z.strictObject({ type: z.literal("truefalse"), ...common, ...choices }),
  z.strictObject({
    type: z.literal("matching"),
    ...common,
    pairs: z
      .array(z.strictObject({ key: partKey, left: bilingualSchema, right: bilingualSchema }))
      .min(2)
      .max(8),
    /** right sides that fit nothing */
    extra: z.array(partSchema).max(4).optional(),
    /** left out: "each" */
    credit: z.enum(["each", "all-or-nothing"]).optional(),
  }),
  z.strictObject({
    type: z.literal("ordering"),
    ...common,
    /** in the right order */
    steps: z.array(partSchema).min(3).max(8),
    /** left out: "pairs", the share of pairs in the right order, of what is above chance; "places": of steps at their place */
    credit: z.enum(["pairs", "places", "all-or-nothing"]).optional(),
  }),
  z.strictObject({
    type: z.literal("fill-in"),
    ...common,
    /** with [[key]] where a gap is */
    text: bilingualSchema,
    gaps: z
      .array(z.strictObject({ key: partKey, accepted: acceptedSchema }))
      .min(1)
      .max(8),
    ...spelling,
  }),
  z.strictObject({
    type: z.literal("numeric"),
    ...common,
    /** in the unit whose factor is 1 */
    answer: z.number(),
    tolerance: z.strictObject({ kind: z.enum(["absolute", "percent"]), by: z.number().min(0) }).optional(),
    /** one: shown after the number; several: to be chosen */
    units: z.array(unitSchema).max(6).optional(),
  }),
  z.strictObject({
    type: z.literal("short-text"),
    ...common,
    /** what earns full marks without a marker */
    accepted: z.array(z.string().trim().min(1).max(500)).max(20).optional(),
    ...spelling,
    most_words: z.int().min(5).max(500),
    criteria: z.array(criterionSchema).min(1).max(8),
  }),
  z.strictObject({
    type: z.literal("judgement"),
    ...common,
    /** choose the best, which earns its weight; or put all in order, judged against the order of the weights */
    answer: z.enum(["best", "rank"]),
    options: z.array(z.strictObject({ key: partKey, text: bilingualSchema, weight: z.number().min(0).max(1) })),
  }),
  z.strictObject({
    type: z.literal("task"),
    ...common,
    criteria: z.array(criterionSchema).min(1).max(12),
    /** share of the points that passes, in percent */
    pass_percent: z.int().min(1).max(100),
    most_words: z.int().min(50).max(5000).optional(),
    /** files that may be handed in beside or instead of the text */
    files: z.int().min(0).max(5).optional(),
    markers: z.literal([1, 2]).optional(),
    /** share of the points, in percent, by which two marks may differ before a third is asked for; left out: 15 */
    threshold_percent: z.int().min(0).max(100).optional(),
    /** true: nobody of the same unit marks it */
    other_unit: z.boolean().optional(),
  }),
] as const;

export const questionSchema = z.discriminatedUnion("type", QUESTION_SHAPES).superRefine((question, context) => {
  const problem = answerProblem(question);
  if (problem !== null) context.addIssue({ code: "custom", path: [problem.where], message: problem.message });
  if (question.citation.mark === "MEMORY") {
    context.addIssue({ code: "custom", path: ["citation"], message: "a question may not rest on MEMORY" });
  }
});
export type Question = z.infer<typeof questionSchema>;
export type QuestionType = Question["type"];
/** The questions of one type. */
export type QuestionOf<T extends QuestionType> = Extract<Question, { type: T }>;
type Anywhere<Q> = Q extends Question ? Omit<Q, "lesson"> : never;
/** A question without its place: as a file, a bank or a course version holds it. */
export type QuestionBody = Anywhere<Question>;
export type QuestionBodyOf<T extends QuestionType> = Extract<QuestionBody, { type: T }>;
export type ChoiceQuestion = QuestionOf<"single" | "multiple" | "truefalse">;

/** Why a question cannot be answered or marked, and in which of its fields; null when it can. */
export function answerProblem(question: Question): { where: string; message: string } | null {
  const at = (where: string, message: string | null) => (message === null ? null : { where, message });
  switch (question.type) {
    case "single":
    case "multiple":
    case "truefalse": {
      const keys = question.options.map(({ key }) => key);
      if (!question.pin.every((key) => keys.includes(key))) return at("pin", "pins an option that does not exist");
      return at("options", repeats(question.options) ?? choiceProblem(question));
    }
    case "matching": {
      const rights = [...question.pairs.map(({ key, right }) => ({ key, text: right })), ...(question.extra ?? [])];
      return at("pairs", repeats(question.pairs.map(({ key, left }) => ({ key, text: left }))) ?? repeats(rights));
    }
    case "ordering":
      return at("steps", repeats(question.steps));
    case "fill-in":
      return at("gaps", gapProblem(question));
    case "numeric": {
      const units = question.units ?? [];
      if (units.length > 0 && !units.some(({ factor }) => factor === 1))
        return at("units", "one unit has the factor 1");
      return at("units", repeats(units));
    }
    case "judgement": {
      const weights = question.options.map(({ weight }) => weight);
      if (weights.length < 3 || weights.length > 6) return at("options", "a judgement has three to six options");
      if (Math.max(...weights) !== 1) return at("options", "the best option has the weight 1");
      if (question.answer === "rank" && new Set(weights).size < weights.length) {
        return at("options", "in a ranking no two options weigh the same");
      }
      return at("options", repeats(question.options));
    }
    case "short-text":
    case "task": {
      const twice = repeats(question.criteria.map(({ key, title }) => ({ key, text: title })));
      if (twice) return at("criteria", twice);
      const over = question.criteria.find(({ points, levels }) => levels?.some((level) => level.points > points));
      if (over) return at("criteria", `a level of “${over.key}” earns more than its points`);
      const bare = question.type === "task" && question.most_words === undefined && !question.files;
      return at("most_words", bare ? "a task takes a text, files or both" : null);
    }
  }
}

function repeats(parts: readonly { key: string; text: Bilingual }[]): string | null {
  if (new Set(parts.map(({ key }) => key)).size < parts.length) return "two options have the same key";
  for (const language of ["vi", "en"] as const) {
    const texts = new Set(parts.map(({ text }) => text[language].trim()));
    if (texts.size < parts.length) return `two options say the same (${language})`;
  }
  return null;
}

function choiceProblem({ type, options }: ChoiceQuestion): string | null {
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

/** Every gap stands once in the text of each language, and no other does. */
function gapProblem({ text, gaps }: QuestionOf<"fill-in">): string | null {
  const keys = gaps.map(({ key }) => key);
  if (new Set(keys).size < keys.length) return "two gaps have the same key";
  for (const language of ["vi", "en"] as const) {
    const found = [...text[language].matchAll(/\[\[([a-z0-9-]+)\]\]/g)].map((match) => match[1] ?? "");
    if (found.sort().join() !== [...keys].sort().join())
      return `the gaps of the text are not those listed (${language})`;
  }
  return null;
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
