import type { FileRow, ReportFile } from "~/domain/exports/report-file";
import type { WrittenAs } from "./write-report.server";

/** What the process that writes reports is told, about the file with an id. */
export type ToWriter =
  | { id: number; act: "write"; file: ReportFile<{ length: number }>; as: WrittenAs; to: string }
  /** null: the sheet has no more */
  | { id: number; act: "rows"; rows: FileRow[] | null };

/** What it says: the next rows of a sheet are wanted, or the file is written, or why it is not. */
export type FromWriter = { id: number } & ({ wants: number } | { written: true } | { failure: string });
