import { readReportParts } from "~/domain/reporting/read-report-parts";
import type { ReportQuery } from "~/domain/reporting/report-query";
import type { CivilDate } from "~/domain/time/civil-date";
import { type OwnParts, readOwnParts } from "./own-parts";
import type { FileFormat, FileReport } from "./report-file";
import { reportOn } from "./report-pages";

/** What a file is asked: the question of the report's page. */
export interface ReportOrder {
  report: FileReport;
  query: ReportQuery;
  own: OwnParts;
}

/** The question that the parts of a page's address ask; null where they ask nothing that can be answered. */
export function readReportOrder(report: FileReport, parts: URLSearchParams, today: CivilDate): ReportOrder | null {
  const asked = readReportParts(parts, today);
  if (!asked || asked.dateProblem) return null;
  const own = readOwnParts(parts);
  return own && { report, query: asked.query, own };
}

const OWN_ADDRESS = /^\/[a-z/]+(\?[^#]*)?$/;

/**
 * The report behind the address of one of our pages, always of the day on which it is asked: a scheduled report speaks of the day
 * of its sending. Null for any other address.
 */
export function orderOfAddress(address: string, today: CivilDate): ReportOrder | null {
  if (!OWN_ADDRESS.test(address)) return null;
  const [path = "", search = ""] = address.split("?", 2);
  const report = reportOn(path);
  if (!report) return null;
  const parts = new URLSearchParams(search);
  for (const dated of ["ngay", "map", "biet", "page"]) parts.delete(dated);
  return readReportOrder(report, parts, today);
}

const NAMES: Record<FileReport, string> = {
  certification: "chung-nhan",
  board: "bang-chung-nhan",
  heat: "nang-luc",
  people: "trich-ngang",
  provinces: "chung-nhan-cac-tinh",
  "board-people": "danh-sach-chung-nhan",
  "programme-people": "danh-sach-theo-chuong-trinh",
  ending: "danh-sach-het-han",
  cell: "danh-sach-theo-nang-luc",
  "figure-people": "danh-sach-nguoi",
  posts: "danh-sach-vi-tri",
};

/** What its file is called: "cau-noi-chung-nhan-2026-11-20.xlsx". */
export function fileName({ report, query }: ReportOrder, format: FileFormat): string {
  return `cau-noi-${NAMES[report]}-${query.asOf}.${format}`;
}
