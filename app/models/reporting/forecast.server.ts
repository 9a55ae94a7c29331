import type { Power } from "~/domain/permissions/role";
import type { Viewer } from "~/domain/permissions/viewer";
import type { CertificationRow } from "~/domain/reporting/certification-list";
import { type ExpiryMonth, expiryForecast } from "~/domain/reporting/expiry-forecast";
import type { ReportQuery } from "~/domain/reporting/report-query";
import type { Language } from "~/i18n/language";
import type { CertificationLine } from "./certification-view.server";
import { headOf, type Listed, pageOfLines, type ReportHead } from "./report-head.server";
import { programmeName } from "./report-part.server";
import { type AskedRows, askedRows } from "./report-rows.server";

const MONTHS = 12;

export interface ForecastView extends ReportHead {
  months: { month: string; total: number; byProgramme: { key: string; label: string; count: number }[] }[];
  total: number;
}

/** How many certificates end in each of the twelve months from the date on. Null: as in `askedRows`. */
export async function loadForecast(
  viewer: Viewer,
  query: ReportQuery,
  language: Language,
  power: Power = "see-people",
): Promise<ForecastView | null> {
  const asked = await askedRows(viewer, query, language, power);
  if (!asked) return null;
  const { basis, part } = asked;
  const months = forecastOf(asked, query);
  return {
    ...headOf(basis, part, language),
    months: months.map(({ month, rows, byProgramme }) => ({
      month,
      total: rows.length,
      byProgramme: [...byProgramme].map(([key, count]) => ({ key, label: programmeName(basis, key, language), count })),
    })),
    total: months.reduce((sum, { rows }) => sum + rows.length, 0),
  };
}

export interface ForecastPeopleQuery extends ReportQuery {
  /** "2026-12" */
  month: string;
}

/** A page of the certificates that end in one month of the forecast. */
export async function loadForecastPeople(
  viewer: Viewer,
  query: ForecastPeopleQuery & { page: number | null },
  language: Language,
) {
  const list = await forecastPeople(viewer, query, language);
  return list && pageOfLines(list, query.page);
}

/** The certificates that end in one month of the forecast, by unit and name. Null, too, for a month outside it. */
export async function forecastPeople(
  viewer: Viewer,
  query: ForecastPeopleQuery,
  language: Language,
  power: Power = "see-people",
): Promise<(ReportHead & Listed<CertificationRow, CertificationLine>) | null> {
  const asked = await askedRows(viewer, query, language, power);
  const month = asked && forecastOf(asked, query).find((each) => each.month === query.month);
  if (!asked || !month) return null;
  const { basis, part, byUnit, lineOf } = asked;
  return { ...headOf(basis, part, language), rows: byUnit(month.rows), lineOf };
}

function forecastOf({ basis, rows }: AskedRows, query: ReportQuery): ExpiryMonth[] {
  const key = `forecast ${query.unit} ${query.position} ${query.programme}`;
  return basis.remember(key, () => expiryForecast(rows, query.asOf, MONTHS));
}
