import { FLAT_FIELDS, type FlatColumn, type FlatQuestion } from "~/domain/question-files/flat-columns";
import {
  type FileQuestion,
  type FileQuestions,
  type LocatedProblem,
  type Place,
  QUESTION_FILE_LIMITS,
  QuestionFileRefused,
} from "~/domain/question-files/place";
import { columnOf, unflatten } from "~/domain/question-files/unflatten";
import { type DocumentTable, readDocumentTables } from "./document-tables.server";

/**
 * Reads a Word document of ours: each question a table, under a heading that names it. What stands between the tables is for people
 * and is passed over.
 * @throws QuestionFileRefused @throws TableRefused where it is no document
 */
export async function readQuestionsDocument(file: string): Promise<FileQuestions> {
  const tables = (await readDocumentTables(file)).filter(isQuestion);
  if (tables.length === 0) throw new QuestionFileRefused("no-questions");
  const limit = QUESTION_FILE_LIMITS.questions;
  if (tables.length > limit) throw new QuestionFileRefused("too-many-questions", { limit: String(limit), line: "" });
  const read = tables.map(readTable);
  return {
    questions: read.flatMap(({ question }) => (question ? [question] : [])),
    problems: read.flatMap(({ problems }) => problems),
  };
}

const spaced = (text: string) => text.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();
const FIELDS = new Map(
  FLAT_FIELDS.flatMap((field) => {
    const { vi, en } = field.words;
    return [vi, en, `${vi} · ${en}`].map((label) => [spaced(label), field] as const);
  }),
);
/** A table of ours says of which type its question is; a table of a figure or a note does not. */
const OWN = new Set(["key", "type", "stem"]);

function isQuestion({ rows }: DocumentTable): boolean {
  const names = rows.map(([label]) => FIELDS.get(spaced(label ?? ""))?.name ?? "");
  return [...OWN].filter((name) => names.includes(name)).length >= 2;
}

function readTable({ heading, rows }: DocumentTable): { question: FileQuestion | null; problems: LocatedProblem[] } {
  const flat: FlatQuestion = {};
  const rowOf = new Map<FlatColumn, number>();
  const question = heading === "" ? (rows.find(([label]) => /mã câu hỏi/i.test(label ?? ""))?.[1] ?? "") : heading;
  const at = (row: number): Place => ({ kind: "row", question, row });
  const problems: LocatedProblem[] = [];
  for (const [index, [label = "", vi = "", en = "", ...rest]] of rows.entries()) {
    const place = at(index + 1);
    const field = FIELDS.get(spaced(label));
    if (label.trim() === "" && vi.trim() === "" && en.trim() === "") continue;
    if (!field) {
      // the line above the columns
      if (index > 0) problems.push({ place, code: "unknown-row", params: { found: label.slice(0, 60) } });
      continue;
    }
    const [first, second] = field.spoken
      ? ([`${field.name}.vi`, `${field.name}.en`] as FlatColumn[])
      : [field.name as FlatColumn];
    if (first === undefined) continue;
    if (rowOf.has(first)) problems.push({ place, code: "row-twice", params: { found: label } });
    if (rest.some((text) => text.trim() !== "") || (second === undefined && en.trim() !== "")) {
      problems.push({ place, code: "three-columns", params: { found: label } });
    }
    rowOf.set(first, index + 1);
    flat[first] = vi;
    if (second !== undefined) {
      rowOf.set(second, index + 1);
      flat[second] = en;
    }
  }
  const placeOf = (column: FlatColumn) => at(rowOf.get(column) ?? rowOf.get("key") ?? 1);
  const { content, problems: found } = unflatten(flat);
  problems.push(...found.map(({ column, code, params }) => ({ place: placeOf(column), code, params })));
  if (problems.length > 0) return { question: null, problems };
  return {
    question: { content, place: placeOf("key"), placeOf: (path) => placeOf(columnOf(content, path)) },
    problems,
  };
}
