import { openTable } from "~/content/table-file.server";
import { keptFile } from "~/documents/kept-files.server";
import type { Field } from "~/domain/imports/fields";
import type { TableRow } from "~/domain/imports/table";
import type { ImportRun } from "./import-run.server";

/** The rows below the headings of the chosen sheet, and where each field stands. @throws TableRefused */
export async function rowsOfFile<F extends Field>(
  run: ImportRun,
): Promise<{ rows: TableRow[]; columnOf: ReadonlyMap<F, number> }> {
  const choice = run.reading?.choice;
  const headingRow = run.reading?.sheets[choice?.sheet ?? 0]?.headingRow;
  if (!choice || !headingRow) throw new Error("an import without a mapping");
  const table = await openTable(keptFile("imports", run.sha256));
  const rows: TableRow[] = [];
  try {
    await table.read(choice.sheet, (row) => {
      if (row.number > headingRow) rows.push(row);
    });
  } finally {
    table.close();
  }
  const columns = choice.mapping.flatMap((field, column) => (field === null ? [] : [[field as F, column] as const]));
  return { rows, columnOf: new Map(columns) };
}
