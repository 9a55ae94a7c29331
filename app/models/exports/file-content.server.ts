import type { ReportFile } from "~/domain/exports/report-file";

/** What a report holds, before what is alike in all of them. */
export interface FileContent extends Pick<ReportFile, "title" | "sentences" | "sheets" | "count"> {
  /** name of the part; null: all that the viewer may see */
  reach: string | null;
  filters: { label: string; value: string }[];
}
