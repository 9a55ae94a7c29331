import { type ImportKind, knownHeadings } from "~/domain/imports/fields";
import { type Cell, type Sheet, TableRefused, type TableRow, textOf } from "~/domain/imports/table";
import type { TableFile } from "./table-file.server";

/** Titles and dates of a list may stand above its headings. */
const HEADINGS_WITHIN = 20;
const SAMPLE_ROWS = 3;

/** The sheets of a file that have something in them, with their headings and first rows. @throws TableRefused */
export async function headsOf(table: TableFile, kind: ImportKind): Promise<Sheet[]> {
  const sheets: Sheet[] = [];
  for (const [index, name] of table.sheets.entries()) {
    const first: TableRow[] = [];
    const rows = await table.read(index, (row) => {
      if (first.length < HEADINGS_WITHIN + SAMPLE_ROWS) first.push(row);
    });
    sheets.push({ name, ...headOf(kind, first, rows) });
  }
  if (sheets.every(({ rows }) => rows === 0)) throw new TableRefused("empty");
  if (sheets.every(({ headingRow }) => headingRow === null)) throw new TableRefused("no-headings");
  return sheets;
}

function headOf(kind: ImportKind, first: readonly TableRow[], rows: number): Omit<Sheet, "name"> {
  const known = first.slice(0, HEADINGS_WITHIN).map((row) => knownHeadings(kind, row.cells.map(textOf)));
  const best = Math.max(0, ...known);
  const place = best >= 2 ? known.indexOf(best) : first.findIndex(({ cells }) => cells.filter(isText).length >= 2);
  const heading = first[place];
  if (!heading) return { rows, headingRow: null, headings: [], sample: [] };
  return {
    rows: Math.max(0, rows - place - 1),
    headingRow: heading.number,
    headings: heading.cells.map(textOf),
    sample: first.slice(place + 1, place + 1 + SAMPLE_ROWS).map(({ cells }) => cells.map(textOf)),
  };
}

const isText = (cell: Cell) => typeof cell === "string" && textOf(cell) !== "";
