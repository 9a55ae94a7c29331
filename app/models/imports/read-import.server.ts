import { openTable } from "~/content/table-file.server";
import { headsOf } from "~/content/table-head.server";
import { keptFile } from "~/documents/kept-files.server";
import type { Reading } from "~/domain/imports/reading";
import { writeRows } from "../database.server";
import type { ImportRun } from "./import-run.server";

/** Reads what kind of file it is, its sheets and their headings. @throws TableRefused where it cannot be read */
export async function readImport(run: ImportRun): Promise<void> {
  const table = await openTable(keptFile("imports", run.sha256));
  try {
    const { format, encoding, delimiter } = table;
    const reading: Reading = { format, encoding, delimiter, sheets: await headsOf(table, run.kind), choice: null };
    await writeRows((rows) =>
      rows.import_run.updateMany({
        where: { id: run.id, change_id: null },
        data: { reading: JSON.stringify(reading), summary: null },
      }),
    );
  } finally {
    table.close();
  }
}
