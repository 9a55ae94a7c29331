import type { TFunction } from "i18next";
import type { ReportOrder } from "~/domain/exports/report-order";
import { civilDateOf, type Instant, showCivilDate, showTime } from "~/domain/time/civil-date";

type Line = { label: string; value: string };

/** The first sheet of every file: of which date, of whom, by which filters, from where, how many. */
export function aboutReport(
  t: TFunction,
  order: ReportOrder,
  file: { title: string; reach: string; count: number; filters: readonly Line[]; by: string; at: Instant },
): Line[] {
  const { query } = order;
  const time = { time: showTime(file.at), date: showCivilDate(civilDateOf(file.at)) };
  return [
    { label: t("exports:about.report"), value: file.title },
    { label: t("exports:about.asOf"), value: showCivilDate(query.asOf) },
    {
      label: t("exports:about.known"),
      value: t(`exports:about.known-${query.known ?? "now"}`, { date: showCivilDate(query.asOf) }),
    },
    { label: t("exports:about.map"), value: t(`exports:about.map-${query.map ?? "then"}`) },
    { label: t("exports:about.reach"), value: file.reach },
    ...(query.employment
      ? [{ label: t("exports:about.employment"), value: t(`staffing:employment.${query.employment}`) }]
      : []),
    ...file.filters,
    { label: t("exports:about.count"), value: String(file.count) },
    { label: t("exports:about.source"), value: t("exports:about.sourceText") },
    { label: t("exports:about.made"), value: t("exports:about.madeBy", { ...time, by: file.by }) },
  ];
}
