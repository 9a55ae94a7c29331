import { CERTIFICATION_STATES, type CertificationFilter } from "~/domain/reporting/certification-list";
import { readReportParts } from "~/domain/reporting/read-report-parts";
import type { ReportQuery } from "~/domain/reporting/report-query";
import type { CivilDate } from "~/domain/time/civil-date";
import type { FileFormat, FileReport } from "./report-file";
import { reportOn } from "./report-pages";

/** What a file is asked: the question of the report's page. */
export interface ReportOrder {
  report: FileReport;
  query: ReportQuery;
  /** of the certification list */
  state: CertificationFilter["state"];
  /** of the people's list */
  search: string;
}

const STATES = ["open", "all", ...CERTIFICATION_STATES] as const;
const LONGEST_SEARCH = 100;

/** The question that the parts of a page's address ask; null where they ask nothing that can be answered. */
export function readReportOrder(report: FileReport, parts: URLSearchParams, today: CivilDate): ReportOrder | null {
  const asked = readReportParts(parts, today);
  if (!asked || asked.dateProblem) return null;
  const given = parts.get("state") || (report === "provinces" ? "all" : "open");
  const state = STATES.find((each) => each === given);
  if (!state) return null;
  return { report, query: asked.query, state, search: (parts.get("q") ?? "").slice(0, LONGEST_SEARCH) };
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
};

/** What its file is called: "cau-noi-chung-nhan-2026-11-20.xlsx". */
export function fileName({ report, query }: ReportOrder, format: FileFormat): string {
  return `cau-noi-${NAMES[report]}-${query.asOf}.${format}`;
}
