import type { CellKind, FileCell, ReportFile } from "~/domain/exports/report-file";
import { showCivilDate } from "~/domain/time/civil-date";
import { spreadsheet } from "../spreadsheet.server";

/** A report as CSV: its first sheet, each line with the date of which it speaks, as such a file has no other place for it. */
export function reportSpreadsheet({ sheets: [sheet], asOf }: ReportFile, words: { asOf: string }): string {
  const kinds = sheet.columns.map(({ kind }) => kind);
  const day = showCivilDate(asOf);
  return spreadsheet(
    [...sheet.columns.map(({ title }) => title), words.asOf],
    sheet.rows.map((row) => [...row.map((cell, index) => textOf(cell, kinds[index] ?? "text")), day]),
  );
}

/** A cell as it is read: a day as people here write it. */
export function textOf(cell: FileCell, kind: CellKind): string {
  if (cell === null || kind === "signature") return "";
  if (kind === "date") return showCivilDate(String(cell));
  return kind === "share" ? `${Math.round(Number(cell) * 100)}%` : String(cell);
}
