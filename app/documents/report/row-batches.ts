import type { FileRow, FileRows, ReportFile } from "~/domain/exports/report-file";

/** Rows as they reach whoever writes them: some hundreds at a time, each batch when it is asked for. */
export interface RowBatches extends AsyncIterable<readonly FileRow[]> {
  readonly length: number;
}

/** A report whose rows come in batches. */
export type WritableReport = ReportFile<RowBatches>;

/** So many rows are made and handed over at once: a few milliseconds. */
const ROWS_AT_ONCE = 400;

/** The rows in batches; none is made before it is asked for. */
export function* batchesOf(rows: FileRows): Generator<FileRow[]> {
  let batch: FileRow[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length === ROWS_AT_ONCE) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
