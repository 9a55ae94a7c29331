import { open } from "node:fs/promises";
import type { CellKind, FileCell } from "~/domain/exports/report-file";
import { showCivilDate } from "~/domain/time/civil-date";
import { NEW_LINE, spreadsheet, spreadsheetLines } from "../spreadsheet.server";
import type { WritableReport } from "./row-batches";

/** Writes a report as CSV: its first sheet, each line with the date of which it speaks, as such a file has no other place for it. */
export async function writeReportSpreadsheet(
  { sheets: [sheet], asOf }: WritableReport,
  words: { asOf: string },
  to: string,
): Promise<void> {
  const kinds = sheet.columns.map(({ kind }) => kind);
  const day = showCivilDate(asOf);
  const file = await open(to, "w");
  try {
    await file.writeFile(spreadsheet([...sheet.columns.map(({ title }) => title), words.asOf], []));
    for await (const batch of sheet.rows) {
      const lines = batch.map((row) => [...row.map((cell, index) => textOf(cell, kinds[index] ?? "text")), day]);
      await file.writeFile(NEW_LINE + spreadsheetLines(lines));
    }
  } finally {
    await file.close();
  }
}

/** A cell as it is read: a day as people here write it. */
export function textOf(cell: FileCell, kind: CellKind): string {
  if (cell === null || kind === "signature") return "";
  if (kind === "date") return showCivilDate(String(cell));
  return kind === "share" ? `${Math.round(Number(cell) * 100)}%` : String(cell);
}
