import type { z } from "zod";
import { type Question, type QuestionType, questionSchema } from "../course/question";
import { LANGUAGES, type Language } from "../text/language";
import { FACETS, type Facet } from "./facets";
import { QUESTION_LISTS, type QuestionFields, type QuestionList } from "./question-fields";
import { questionOfFields, type RawQuestion } from "./question-of-fields";

/** What is wrong with a field: a text or choice is missing; too long; no number, or out of bounds; no tag; or a rule of the type. */
export const FIELD_PROBLEMS = [
  "missing",
  "too-long",
  "number",
  "tags",
  "figure",
  "single",
  "multiple",
  "truefalse",
  "matching",
  "ordering",
  "gaps",
  "units",
  "judgement",
  "criteria",
  "task",
  "memory",
  // what a question refers to
  "competency-unknown",
  "lesson-unknown",
  "document-unknown",
  "document-not-citable",
  "picture-unknown",
  "picture-refused",
  "to-complete",
] as const;
export type FieldProblem = (typeof FIELD_PROBLEMS)[number];

export interface QuestionProblem {
  /** name of the form's field, or of a list of fields */
  field: string;
  problem: FieldProblem;
}

/** A form's question, checked. Problems in the order of the fields, one a field. */
export function readQuestionFields(
  type: QuestionType,
  key: string,
  fields: QuestionFields,
): { question: Question; problems: [] } | { question: null; problems: QuestionProblem[] } {
  const read = questionOfFields(type, key, fields);
  const parsed = questionSchema.safeParse(read.raw);
  if (parsed.success) return { question: parsed.data, problems: [] };
  const found = new Map<string, FieldProblem>();
  for (const issue of parsed.error.issues) {
    const field = fieldAt(issue.path as (string | number)[], read.rows);
    if (!found.has(field)) found.set(field, problemOf(issue, field, type));
  }
  return { question: null, problems: [...found].map(([field, problem]) => ({ field, problem })) };
}

/** What is wrong with a question that came from elsewhere. */
export function problemsOfQuestion(raw: unknown): { question: Question | null; problems: QuestionProblem[] } {
  const parsed = questionSchema.safeParse(raw);
  if (parsed.success) return { question: parsed.data, problems: [] };
  const type = (raw as { type?: QuestionType }).type ?? "single";
  const problems = parsed.error.issues.map((issue) => {
    const field = fieldAt(issue.path as (string | number)[], {});
    return { field, problem: problemOf(issue, field, type) };
  });
  return { question: null, problems };
}

type Issue = z.core.$ZodIssue;

function problemOf(issue: Issue, field: string, type: QuestionType): FieldProblem {
  const [list = ""] = field.split(".");
  if (list === "figures" || issue.code === "invalid_union") return "figure";
  if (list === "tags") return "tags";
  if (issue.code === "custom") return list === "citation" ? "memory" : ruleOf(list, type);
  const ofList = (issue.code === "too_small" || issue.code === "too_big") && issue.origin === "array";
  if (ofList) return ruleOf(list, type);
  const number = ["number", "int"];
  if (issue.code === "too_big") return number.includes(issue.origin) ? "number" : "too-long";
  if (issue.code === "too_small") return number.includes(issue.origin) ? "number" : "missing";
  if (issue.code === "invalid_type") return number.includes(issue.expected) ? "number" : "missing";
  return "missing";
}

function ruleOf(list: string, type: QuestionType): FieldProblem {
  switch (list) {
    case "units":
      return "units";
    case "criteria":
      return "criteria";
    case "most_words":
      return type === "task" ? "task" : "number";
  }
  switch (type) {
    case "single":
    case "multiple":
    case "truefalse":
    case "matching":
    case "ordering":
    case "judgement":
    case "task":
      return type;
    case "fill-in":
      return "gaps";
    case "numeric":
      return "units";
    case "short-text":
      return "criteria";
  }
}

/** The field of the form that a path of the question comes from. */
function fieldAt(path: readonly (string | number)[], rows: RawQuestion["rows"]): string {
  const [head = "", index, ...rest] = path;
  if (head === "pin") return "options";
  if (head === "citation" && path.length === 1) return "citation.mark";
  if (head === "answer" && path.length === 1) return "answer";
  if (!(head in QUESTION_LISTS)) return path.filter((part) => typeof part === "string").join(".");
  const list = head as QuestionList;
  if (typeof index !== "number") return list;
  const name = `${list}.${rows[list]?.[index] ?? index}`;
  if (list === "figures") return name;
  const within = rest.filter((part) => typeof part === "string");
  if (within[0] === "levels") return `${name}.levels.${within.at(-1) === "en" ? "en" : "vi"}`;
  return within.length === 0 ? name : [name, ...within].join(".");
}

const FACET_OF: Record<string, Facet> = {
  "citation.document": "citation-document",
  "citation.clause": "citation-clause",
  "citation.mark": "citation-mark",
  "options.text": "option-text",
  "options.weight": "option-weight",
  options: "option-text",
  correct: "option-correct",
  pairs: "pair",
  "pairs.left": "pair-left",
  "pairs.right": "pair-right",
  extra: "extra-text",
  "extra.text": "extra-text",
  steps: "step-text",
  "steps.text": "step-text",
  "steps.place": "step-place",
  gaps: "gap-accepted",
  "gaps.accepted": "gap-accepted",
  tolerance: "tolerance",
  "tolerance.by": "tolerance",
  "tolerance.kind": "tolerance",
  units: "unit-text",
  "units.text": "unit-text",
  "units.factor": "unit-factor",
  most_words: "most-words",
  criteria: "criterion-title",
  "criteria.title": "criterion-title",
  "criteria.points": "criterion-points",
  "criteria.levels": "criterion-levels",
  pass_percent: "pass-percent",
  threshold_percent: "threshold",
  figures: "figure",
};

/** How a field is called: the facet, the place of its row from 1, its language. */
export function facetOfField(field: string): { facet: Facet; number: number | null; language: Language | null } {
  const parts = field.split(".");
  const language = LANGUAGES.find((each) => each === parts.at(-1)) ?? null;
  const row = parts.find((part) => /^\d+$/.test(part));
  const name = parts.filter((part) => part !== row && part !== language).join(".");
  const facet = FACET_OF[name] ?? FACETS.find((each) => each === name) ?? "stem";
  return { facet, number: row === undefined ? null : Number(row) + 1, language };
}
