import { type Cell, columnLetter, type TableRow } from "~/domain/imports/table";
import { FLAT_COLUMNS, type FlatColumn, type FlatQuestion } from "~/domain/question-files/flat-columns";
import {
  type FileQuestion,
  type FileQuestions,
  type LocatedProblem,
  type Place,
  QUESTION_FILE_LIMITS,
  QuestionFileRefused,
} from "~/domain/question-files/place";
import { columnOf, unflatten } from "~/domain/question-files/unflatten";
import { Workbook } from "../workbook.server";

/** Titles may stand above the headings. */
const HEADINGS_WITHIN = 10;

/** A question is recognised by these columns; a sheet without them has none. */
const NEEDED: FlatColumn[] = ["key", "type", "stem.vi"];

/**
 * Reads the first sheet that has the headings of our template.
 * @throws QuestionFileRefused @throws TableRefused where it is no workbook
 */
export async function readQuestionsWorkbook(file: string): Promise<FileQuestions> {
  const workbook = await Workbook.open(file);
  const { columns, cellLetters, questions: limit } = QUESTION_FILE_LIMITS;
  // headings and titles above them count as rows
  const limits = { columns, cellLetters, rows: limit + HEADINGS_WITHIN };
  try {
    for (const [index, { name }] of workbook.sheets.entries()) {
      const rows: TableRow[] = [];
      await workbook.read(index, (row) => rows.push(row), limits);
      const place = rows.slice(0, HEADINGS_WITHIN).findIndex((row) => isHeading(row));
      const heading = rows[place];
      if (!heading) continue;
      const questions = rows.slice(place + 1);
      const over = questions[limit];
      if (over)
        throw new QuestionFileRefused("too-many-questions", { limit: String(limit), line: String(over.number) });
      if (questions.length === 0) throw new QuestionFileRefused("no-questions");
      return readRows(questions, columnsOf(heading, name), name);
    }
  } finally {
    workbook.close();
  }
  throw new QuestionFileRefused("no-headings");
}

const spaced = (text: string) => text.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();
const BY_HEADING = new Map(
  FLAT_COLUMNS.flatMap(({ column, heading }) => [
    [spaced(heading), column] as const,
    // either half of "Mã câu hỏi · Key"
    ...heading.split(" · ").map((half) => [spaced(half), column] as const),
  ]),
);

const headingOf = (cell: Cell | undefined) => (typeof cell === "string" ? BY_HEADING.get(spaced(cell)) : undefined);

function isHeading({ cells }: TableRow): boolean {
  const found = new Set(cells.map(headingOf));
  return NEEDED.every((column) => found.has(column));
}

function columnsOf({ cells, number }: TableRow, sheet: string): Map<FlatColumn, number> {
  const columns = new Map<FlatColumn, number>();
  for (const [index, cell] of cells.entries()) {
    const column = headingOf(cell);
    if (column === undefined) continue;
    if (columns.has(column)) {
      throw new QuestionFileRefused("heading-twice", {
        sheet,
        cell: columnLetter(index) + number,
        found: String(cell),
      });
    }
    columns.set(column, index);
  }
  return columns;
}

function readRows(rows: readonly TableRow[], columns: ReadonlyMap<FlatColumn, number>, sheet: string): FileQuestions {
  const questions: FileQuestion[] = [];
  const problems: LocatedProblem[] = [];
  for (const { number, cells } of rows) {
    const placeOf = (column: FlatColumn): Place => ({
      kind: "cell",
      sheet,
      cell: columnLetter(columns.get(column) ?? columns.get("key") ?? 0) + number,
    });
    const flat: FlatQuestion = {};
    const wrong: LocatedProblem[] = [];
    for (const [column, index] of columns) {
      const cell = cells[index] ?? "";
      if (typeof cell === "object" && "problem" in cell) {
        wrong.push({ place: placeOf(column), code: cell.problem, params: { letters: String(cell.letters ?? "") } });
      } else {
        flat[column] = textIn(cell);
      }
    }
    const { content, problems: found } = unflatten(flat);
    wrong.push(...found.map(({ column, code, params }) => ({ place: placeOf(column), code, params })));
    if (wrong.length > 0) problems.push(...wrong);
    else questions.push({ content, place: placeOf("key"), placeOf: (path) => placeOf(columnOf(content, path)) });
  }
  return { questions, problems };
}

/** Line breaks stay: Excel keeps them in its cells. */
function textIn(cell: Exclude<Cell, { problem: string }>): string {
  if (typeof cell === "number") return String(cell);
  return typeof cell === "string" ? cell.normalize("NFC").replace(/\r\n?/g, "\n") : cell.date;
}
