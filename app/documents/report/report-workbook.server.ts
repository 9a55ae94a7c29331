import ExcelJS from "exceljs";
import { type CellKind, type FileCell, type FileSheet, sheetNames } from "~/domain/exports/report-file";
import type { RowBatches, WritableReport } from "./row-batches";

const FORMATS: Partial<Record<CellKind, string>> = { date: "dd/mm/yyyy", share: "0%", text: "@", count: "#,##0" };
/** What a text hardly ever holds, found quickly: control signs, and characters of two halves. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const SUSPECT = /[\x00-\x08\x0B\x0C\x0E-\x1F\uD800-\uDFFF\uFFFE\uFFFF]/;
/** What no XML holds: control signs, and halves of characters. */
const UNWRITABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/**
 * Writes a report as XLSX, line by line: memory does not grow with the list. Texts are texts, never formulas; dates and numbers
 * are what they are; each head stays in view and filters.
 */
export async function writeReportWorkbook(file: WritableReport, words: { about: string }, to: string): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: to, useStyles: true, useSharedStrings: false });
  workbook.creator = "Cầu Nối";
  const names = sheetNames([words.about, ...file.sheets.map(({ name }) => name)]);
  await writeAbout(workbook, file, names[0] ?? words.about);
  for (const [index, sheet] of file.sheets.entries()) await writeSheet(workbook, sheet, names[index + 1] ?? sheet.name);
  await workbook.commit();
}

type Workbook = ExcelJS.stream.xlsx.WorkbookWriter;

async function writeAbout(workbook: Workbook, file: WritableReport, name: string): Promise<void> {
  const page = workbook.addWorksheet(name);
  page.columns = [
    { width: 26, style: { font: { bold: true } } },
    { width: 70, style: { numFmt: "@" } },
  ];
  page.addRow([writable(file.title)]).commit();
  for (const { label, value } of file.about) page.addRow([writable(label), writable(value)]).commit();
  page.addRow([]).commit();
  for (const sentence of file.sentences) page.addRow([null, writable(sentence)]).commit();
  await page.commit();
}

async function writeSheet(workbook: Workbook, sheet: FileSheet<RowBatches>, name: string): Promise<void> {
  const page = workbook.addWorksheet(name, { views: [{ state: "frozen", ySplit: 1 }] });
  // one style object for all cells of a column: the library looks each new one up anew
  const styles = sheet.columns.map(({ kind }) => (FORMATS[kind] ? { numFmt: FORMATS[kind] } : {}));
  page.columns = sheet.columns.map(({ width }, index) => ({ width, style: styles[index] }));
  const head = page.addRow(sheet.columns.map(({ title }) => writable(title)));
  head.font = { bold: true };
  head.alignment = { wrapText: true, vertical: "middle" };
  head.commit();
  const kinds = sheet.columns.map(({ kind }) => kind);
  for await (const batch of sheet.rows) {
    for (const row of batch) {
      const line = page.addRow(row.map((cell, column) => cellValue(cell, kinds[column] ?? "text")));
      for (const [column, style] of styles.entries()) line.getCell(column + 1).style = style;
      line.commit();
    }
  }
  if (sheet.totals) {
    const totals = page.addRow(sheet.totals.map((cell, column) => cellValue(cell, kinds[column] ?? "text")));
    totals.font = { bold: true };
    totals.commit();
  }
  page.autoFilter = { from: { row: 1, column: 1 }, to: { row: sheet.rows.length + 1, column: sheet.columns.length } };
  await page.commit();
}

function cellValue(cell: FileCell, kind: CellKind): string | number | Date | null {
  if (cell === null || kind === "signature") return null;
  if (kind === "date") return dayOf(String(cell));
  return typeof cell === "number" ? cell : writable(cell);
}

/** A list of thousands has a few hundred days. */
const days = new Map<string, Date>();
const MOST_DAYS = 10_000;

/** A day is a day wherever the machine stands: Excel's dates know no zone. */
function dayOf(day: string): Date {
  let date = days.get(day);
  if (!date) {
    if (days.size >= MOST_DAYS) days.clear();
    date = new Date(`${day}T00:00:00Z`);
    days.set(day, date);
  }
  return date;
}

function writable(text: string): string {
  return SUSPECT.test(text) ? text.replaceAll(UNWRITABLE, "") : text;
}
