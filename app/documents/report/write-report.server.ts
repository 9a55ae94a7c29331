import type { FileFormat } from "~/domain/exports/report-file";
import { type PaperWords, writeReportPaper } from "./report-paper.server";
import { writeReportSpreadsheet } from "./report-spreadsheet.server";
import { writeReportWorkbook } from "./report-workbook.server";
import type { WritableReport } from "./row-batches";

/** What each format says beside the report, in its language. */
export interface FormatWords {
  csv: { asOf: string };
  xlsx: { about: string };
  pdf: PaperWords;
}

/** A format with its words. */
export type WrittenAs = { [Format in FileFormat]: { format: Format; words: FormatWords[Format] } }[FileFormat];

/** Writes a report to a new file. */
export function writeReport(file: WritableReport, as: WrittenAs, to: string): Promise<void> {
  if (as.format === "csv") return writeReportSpreadsheet(file, as.words, to);
  if (as.format === "xlsx") return writeReportWorkbook(file, as.words, to);
  return writeReportPaper(file, as.words, to);
}
