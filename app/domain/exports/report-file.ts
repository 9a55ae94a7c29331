import type { CivilDate } from "~/domain/time/civil-date";

/** Whole reports, and the lists behind a figure of theirs. */
export const WHOLE_REPORTS = ["certification", "board", "heat", "people", "provinces"] as const;
export const FIGURE_LISTS = ["board-people", "programme-people", "ending", "cell", "figure-people", "posts"] as const;

/** What can be had as a file, each by the question that its page asks. */
export const FILE_REPORTS = [...WHOLE_REPORTS, ...FIGURE_LISTS] as const;
export type FileReport = (typeof FILE_REPORTS)[number];

export const FILE_FORMATS = ["xlsx", "csv", "pdf"] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** "share": a part of one, shown in percent; "signature": left empty for a pen. */
export type CellKind = "text" | "date" | "count" | "share" | "signature";

export interface FileColumn {
  title: string;
  kind: CellKind;
  /** in characters; on paper, in proportion to the others */
  width: number;
}

/** A text, a civil date, a number, or nothing, as the column's kind says. */
export type FileCell = string | number | null;

export type FileRow = readonly FileCell[];

/** The rows of a sheet, each made when it is read: a list of a whole country is never there at once. */
export interface FileRows extends Iterable<FileRow> {
  readonly length: number;
}

/** Things as rows, made one by one. */
export function rowsOf<T>(things: readonly T[], rowOf: (thing: T, index: number) => FileRow): FileRows {
  return {
    length: things.length,
    *[Symbol.iterator]() {
      for (const [index, thing] of things.entries()) yield rowOf(thing, index);
    },
  };
}

export interface FileSheet<Rows = FileRows> {
  name: string;
  columns: readonly FileColumn[];
  rows: Rows;
  /** a last line that adds up the ones above */
  totals: readonly FileCell[] | null;
}

/** A report in one language, ready to be written as any format. */
export interface ReportFile<Rows = FileRows> {
  report: FileReport;
  title: string;
  /** public id and name of the unit that it is of; null: the viewer's whole reach */
  unit: string | null;
  asOf: CivilDate;
  /** what it rests on: date, reach, filters, source, how many */
  about: readonly { label: string; value: string }[];
  /** the answer in words, before any table */
  sentences: readonly string[];
  sheets: readonly [FileSheet<Rows>, ...FileSheet<Rows>[]];
  /** people or things behind it; 0: empty */
  count: number;
}

/** Which formats a report comes in: a sheet a province is one for spreadsheets only. */
export function formatsOf(report: FileReport): readonly FileFormat[] {
  return report === "provinces" ? ["xlsx"] : FILE_FORMATS;
}

const FORBIDDEN_IN_SHEET_NAMES = /[[\]:*?/\\]/g;
const LONGEST_SHEET_NAME = 31;

/** Names that a workbook takes: short, without certain signs, none twice whatever its capitals. */
export function sheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const clean =
      name
        .replaceAll(FORBIDDEN_IN_SHEET_NAMES, " ")
        .replaceAll(/^'+|'+$/g, "")
        .trim() || "-";
    let short = clean.slice(0, LONGEST_SHEET_NAME);
    for (let number = 2; taken.has(short.toLowerCase()); number += 1) {
      const end = ` ${number}`;
      short = `${clean.slice(0, LONGEST_SHEET_NAME - end.length)}${end}`;
    }
    taken.add(short.toLowerCase());
    return short;
  });
}
