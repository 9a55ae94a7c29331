import type { Power } from "~/domain/permissions/role";
import type { Viewer } from "~/domain/permissions/viewer";
import { type ExpiryMonth, expiryForecast } from "~/domain/reporting/expiry-forecast";
import type { ReportQuery } from "~/domain/reporting/report-query";
import type { Language } from "~/i18n/language";
import type { CertificationLine } from "./certification-view.server";
import { headOf, pageOf, type ReportHead } from "./report-head.server";
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
  page: number | null;
}

/** The certificates that end in one month of the forecast. Null, too, for a month outside it. */
export async function loadForecastPeople(
  viewer: Viewer,
  query: ForecastPeopleQuery,
  language: Language,
  power: Power = "see-people",
): Promise<(ReportHead & { total: number; pages: number; lines: CertificationLine[] }) | null> {
  const asked = await askedRows(viewer, query, language, power);
  const month = asked && forecastOf(asked, query).find((each) => each.month === query.month);
  if (!asked || !month) return null;
  const { shown, total, pages } = pageOf(asked.byUnit(month.rows), query.page);
  return { ...headOf(asked.basis, asked.part, language), total, pages, lines: shown.map(asked.lineOf) };
}

function forecastOf({ basis, rows }: AskedRows, query: ReportQuery): ExpiryMonth[] {
  const key = `forecast ${query.unit} ${query.position} ${query.programme}`;
  return basis.remember(key, () => expiryForecast(rows, query.asOf, MONTHS));
}
