/** Where in a file something stands: a line of a text, a cell of a sheet, a row of a question's table in a document. */
export type Place =
  | { kind: "line"; line: number }
  | { kind: "cell"; sheet: string; cell: string }
  | { kind: "row"; question: string; row: number };

/** What a format itself finds wrong with one question. The screen has a sentence for each. */
export const FORMAT_PROBLEMS = [
  "open-brace",
  "stray-brace",
  "no-answers",
  "no-question-text",
  "bad-weight",
  "no-right-answer",
  "partial-answers",
  "several-numbers",
  "bad-number",
  "half-pair",
  "bad-comment",
  "unknown-type",
  "unknown-word",
  "unknown-right",
  "bad-figures",
  "part-key-twice",
  "part-without-vietnamese",
  "not-for-type",
  "needs-number",
  "formula",
  "error-value",
  "cell-too-long",
  "unknown-row",
  "row-twice",
  "three-columns",
] as const;
export type FormatProblem = (typeof FORMAT_PROBLEMS)[number];

export interface LocatedProblem {
  place: Place;
  code: FormatProblem;
  /** what stands there */
  params: Record<string, string>;
}

export type QuestionPath = readonly (string | number)[];

/** A question as a file says it: what the format could not say is missing, and nothing of it has been checked. */
export interface FileQuestion {
  content: Record<string, unknown>;
  place: Place;
  /** where a part of it stands, or ought to */
  placeOf(path: QuestionPath): Place;
}

/** All that a file says; a question with a problem of the format is not among the questions. */
export interface FileQuestions {
  questions: FileQuestion[];
  problems: LocatedProblem[];
}

export const QUESTION_FORMATS = ["gift", "xlsx", "docx"] as const;
export type QuestionFormat = (typeof QUESTION_FORMATS)[number];

/** The most that a file of questions may bring; the upload page says so. */
export const QUESTION_FILE_LIMITS = {
  fileBytes: 5 * 1024 * 1024,
  textBytes: 2 * 1024 * 1024,
  /** what one part of a workbook or document may unpack to */
  partBytes: 40 * 1024 * 1024,
  questions: 500,
  columns: 80,
  cellLetters: 10_000,
} as const;

/** Why a whole file of questions is not read. The screen has a sentence for each. */
export const QUESTION_FILE_REFUSALS = [
  "empty",
  "too-large",
  "unpacks-too-large",
  "other-kind",
  "old-office",
  "macro",
  "broken-archive",
  "broken-utf8",
  "unknown-letters",
  "too-many-rows",
  "too-many-questions",
  "no-headings",
  "heading-twice",
  "no-questions",
] as const;
export type QuestionFileRefusal = (typeof QUESTION_FILE_REFUSALS)[number];

/** Thrown by whoever reads the file; nothing was read that counts. */
export class QuestionFileRefused extends Error {
  constructor(
    readonly code: QuestionFileRefusal,
    readonly params: Record<string, string> = {},
  ) {
    super(`${code} ${Object.values(params).join(" ")}`);
    this.name = "QuestionFileRefused";
  }
}
