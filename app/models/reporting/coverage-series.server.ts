import type { Power } from "~/domain/permissions/role";
import type { Viewer } from "~/domain/permissions/viewer";
import { type CoveragePoint, coveragePoint, monthPoints } from "~/domain/reporting/coverage-over-time";
import { FIRST_DATE, type ReportQuery } from "~/domain/reporting/report-query";
import type { Language } from "~/i18n/language";
import { headOf, type ReportHead } from "./report-head.server";
import { askedRows } from "./report-rows.server";

export interface CoverageSeriesView extends ReportHead {
  /** oldest first; the last one is the date of the query */
  points: CoveragePoint[];
}

/** The share of certificates asked for that were in force at the ends of so many months. Null: as in `askedRows`. */
export async function loadCoverageSeries(
  viewer: Viewer,
  query: ReportQuery,
  months: number,
  language: Language,
  power: Power = "see-people",
): Promise<CoverageSeriesView | null> {
  const last = await askedRows(viewer, query, language, power);
  if (!last) return null;
  const points: CoveragePoint[] = [];
  for (const date of monthPoints(query.asOf, months, FIRST_DATE)) {
    const asked = date === query.asOf ? last : await askedRows(viewer, { ...query, asOf: date }, language, power);
    if (asked) points.push(coveragePoint(asked.rows, date));
  }
  return { ...headOf(last.basis, last.part, language), points };
}
