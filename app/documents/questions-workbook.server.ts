import ExcelJS from "exceljs";
import {
  FLAT_COLUMNS,
  type FlatColumn,
  type FlatQuestion,
  METHODS,
  SPELLING_WORDS,
  TYPE_WORDS,
  USE_WORDS,
} from "~/domain/question-files/flat-columns";

/** What the lists of a template offer beside those of the format. */
export interface TemplateChoices {
  competencies: readonly string[];
  lessons: readonly string[];
  documents: readonly string[];
}

/** One list for a range of cells: exceljs has it, its types do not. A list a cell takes ten times as long. */
type WithValidations = ExcelJS.Worksheet & {
  dataValidations: { add(range: string, validation: ExcelJS.DataValidation): void };
};

/** Rows below the questions that have lists too. */
const ROWS_TO_FILL = 200;
const WIDE = /^(stem|text|explanation|part\d+)\./;

/**
 * Questions as a workbook: a row each, a second sheet that explains the columns, a third with what the lists offer. All cells are
 * text: none is ever a formula.
 */
export async function questionsWorkbook(
  questions: readonly FlatQuestion[],
  choices: TemplateChoices,
  guide: readonly (readonly string[])[],
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("Câu hỏi", { views: [{ state: "frozen", xSplit: 1, ySplit: 1 }] });
  sheet.addRow(FLAT_COLUMNS.map(({ heading }) => heading));
  for (const flat of questions) sheet.addRow(FLAT_COLUMNS.map(({ column }) => flat[column] ?? null));
  for (const [index, { column, heading }] of FLAT_COLUMNS.entries()) {
    const drawn = sheet.getColumn(index + 1);
    drawn.width = WIDE.test(column) ? 38 : Math.min(26, Math.max(12, heading.length + 2));
    drawn.numFmt = "@";
    drawn.alignment = { vertical: "top", wrapText: true };
  }
  const head = sheet.getRow(1);
  head.font = { bold: true };
  head.alignment = { vertical: "middle", wrapText: true };
  addGuide(workbook, guide);
  addLists(workbook, sheet, choices, questions.length + ROWS_TO_FILL);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function addGuide(workbook: ExcelJS.Workbook, guide: readonly (readonly string[])[]): void {
  const sheet = workbook.addWorksheet("Hướng dẫn · Guide");
  for (const line of guide) sheet.addRow([...line]);
  for (const [index, width] of [34, 60, 60, 44].entries()) {
    const column = sheet.getColumn(index + 1);
    column.width = width;
    column.numFmt = "@";
    column.alignment = { vertical: "top", wrapText: true };
  }
  sheet.getRow(1).font = { bold: true };
}

function addLists(workbook: ExcelJS.Workbook, sheet: ExcelJS.Worksheet, choices: TemplateChoices, rows: number): void {
  const words = (of: Readonly<Record<string, { vi: string }>>) => Object.values(of).map(({ vi }) => vi);
  const lists: [FlatColumn, readonly string[]][] = [
    ["type", words(TYPE_WORDS)],
    ["difficulty", ["1", "2", "3"]],
    ["competency", choices.competencies],
    ["lesson", choices.lessons],
    ["document", choices.documents],
    ["mark", ["TEXT", "OCR", "REPORT", "SEED"]],
    ["use", words(USE_WORDS)],
    ["method", METHODS],
    ["accents", words(SPELLING_WORDS)],
    ["case", words(SPELLING_WORDS)],
  ];
  const page = workbook.addWorksheet("Danh sách · Lists");
  for (const [index, [column, values]] of lists.entries()) {
    const heading = FLAT_COLUMNS.find((each) => each.column === column)?.heading ?? "";
    const letter = page.getColumn(index + 1).letter;
    page.getColumn(index + 1).numFmt = "@";
    page.getColumn(index + 1).width = 28;
    for (const [row, value] of [heading, ...values].entries()) page.getCell(row + 1, index + 1).value = value;
    if (values.length === 0) continue;
    const place = FLAT_COLUMNS.findIndex((each) => each.column === column) + 1;
    const list = `'${page.name}'!$${letter}$2:$${letter}$${values.length + 1}`;
    const letterHere = sheet.getColumn(place).letter;
    // a warning, not a wall: a number that was typed as a number is accepted by the reader too
    (sheet as WithValidations).dataValidations.add(`${letterHere}2:${letterHere}${rows + 1}`, {
      type: "list",
      allowBlank: true,
      formulae: [list],
      showErrorMessage: true,
      errorStyle: "warning",
    });
  }
  page.getRow(1).font = { bold: true };
}
