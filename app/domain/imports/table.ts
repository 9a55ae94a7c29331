import type { CivilDate } from "~/domain/time/civil-date";

/** The most that an uploaded file may bring; the upload page says so. */
export const LIMITS = {
  fileBytes: 20 * 1024 * 1024,
  /** what a workbook may unpack to */
  unpackedBytes: 200 * 1024 * 1024,
  rows: 30_000,
  columns: 60,
  cellLetters: 500,
  rowLetters: 5_000,
  /** so many empty rows among the data are passed over; more of them with something below are refused */
  emptyRowsBetween: 1_000,
  /** so many empty rows at the end are passed over */
  emptyRowsAtEnd: 100_000,
} as const;

/** How much of a sheet is let through. */
export type RowLimits = Readonly<Record<"rows" | "columns" | "cellLetters", number>>;

/** What a cell says: text and numbers as they are, a date where the sheet knows it as one, or why it cannot be read. */
export type Cell =
  | string
  | number
  | { date: CivilDate }
  | { problem: "formula" | "error-value" | "cell-too-long"; letters?: number };

/** A row as the file counts them, from 1. */
export interface TableRow {
  number: number;
  cells: readonly Cell[];
}

/** Why a whole file is not read. The screen has a sentence for each; params say where. */
export const TABLE_REFUSALS = [
  "empty",
  "too-large",
  "unpacks-too-large",
  "old-excel",
  "macro",
  "binary-excel",
  "other-archive",
  "open-document",
  "pdf",
  "image",
  "web-page",
  "xml",
  "rich-text",
  "unknown-kind",
  "broken-workbook",
  "broken-utf8",
  "unknown-letters",
  "open-quote",
  "no-headings",
  "too-many-rows",
  "too-many-columns",
  "too-many-empty-rows",
] as const;
export type TableRefusalCode = (typeof TABLE_REFUSALS)[number];

/** Thrown by whoever reads the file; nothing was read that counts. */
export class TableRefused extends Error {
  constructor(
    readonly code: TableRefusalCode,
    readonly params: Record<string, string> = {},
  ) {
    super(`${code} ${Object.values(params).join(" ")}`);
    this.name = "TableRefused";
  }
}

export const ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "windows-1258"] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** One sheet of a file (a CSV file is one): its first rows, and how many there are. */
export interface Sheet {
  /** empty for CSV */
  name: string;
  rows: number;
  /** null: no row looks like headings */
  headingRow: number | null;
  headings: string[];
  /** a few rows below the headings, as shown */
  sample: string[][];
}

export type TableFormat = "csv" | "xlsx";

/** Text as it is compared and kept: NFC, single spaces, without what cannot be seen. */
export function cleanText(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, "")
    .replace(/[\s\u00A0\p{Cc}]+/gu, " ")
    .trim();
}

/** A cell as a text; what cannot be read is empty. */
export function textOf(cell: Cell | undefined): string {
  if (typeof cell === "string") return cleanText(cell);
  if (typeof cell === "number") return String(cell);
  return cell !== undefined && "date" in cell ? cell.date : "";
}

/** "A", "Z", "AA": the letter of a column, counted from 0. */
export function columnLetter(index: number): string {
  const rest = index % 26;
  const before = (index - rest) / 26;
  return (before > 0 ? columnLetter(before - 1) : "") + String.fromCharCode(65 + rest);
}
