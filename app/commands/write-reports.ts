import type { RowBatches } from "~/documents/report/row-batches";
import { writeReport } from "~/documents/report/write-report.server";
import type { FromWriter, ToWriter } from "~/documents/report/writing-messages";
import type { FileRow } from "~/domain/exports/report-file";

// The process that writes reports to files, so that the site answers meanwhile. It knows no database: it asks for rows when it can
// write them, so that neither side ever holds a whole list. The server starts it, and it ends with the server.

const awaited = new Map<number, (rows: FileRow[] | null) => void>();
const say = (message: FromWriter) => process.send?.(message);

function next(id: number, sheet: number): Promise<FileRow[] | null> {
  return new Promise((resolve) => {
    awaited.set(id, resolve);
    say({ id, wants: sheet });
  });
}

function batches(id: number, sheet: number, length: number): RowBatches {
  return {
    length,
    async *[Symbol.asyncIterator]() {
      let coming = next(id, sheet);
      for (let rows = await coming; rows; rows = await coming) {
        // while these are written the next ones are made
        coming = next(id, sheet);
        yield rows;
      }
    },
  };
}

async function write({ id, file, as, to }: ToWriter & { act: "write" }): Promise<void> {
  const [first, ...others] = file.sheets.map((sheet, index) => ({
    ...sheet,
    rows: batches(id, index, sheet.rows.length),
  }));
  if (!first) throw new Error("a report has at least one sheet");
  await writeReport({ ...file, sheets: [first, ...others] }, as, to);
}

process.on("message", (message: ToWriter) => {
  const { id } = message;
  if (message.act === "rows") {
    const take = awaited.get(id);
    awaited.delete(id);
    take?.(message.rows);
    return;
  }
  write(message).then(
    () => say({ id, written: true }),
    (error: unknown) => say({ id, failure: String(error) }),
  );
});
process.on("disconnect", () => process.exit(0));
