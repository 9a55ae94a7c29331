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
    knownLine(t, query),
    mapLine(t, query),
    { label: t("exports:about.reach"), value: file.reach },
    ...employmentLine(t, query),
    ...file.filters,
    { label: t("exports:about.count"), value: String(file.count) },
    { label: t("exports:about.source"), value: t("exports:about.sourceText") },
    { label: t("exports:about.made"), value: t("exports:about.madeBy", { ...time, by: file.by }) },
  ];
}

/**
 * A sentence for whoever holds only the paper: to what the figures were narrowed, and how they count where that is not the usual.
 * Null where they are all there is, or where the sentences that stand there say it.
 */
export function narrowedSentence(
  t: TFunction,
  { query }: ReportOrder,
  { filters, sentences }: { filters: readonly Line[]; sentences: readonly string[] },
): string | null {
  const lines = [
    ...employmentLine(t, query),
    ...filters.filter(({ value }) => value !== t("hr:filter.any")),
    ...(query.map ? [mapLine(t, query)] : []),
    ...(query.known ? [knownLine(t, query)] : []),
  ].filter(({ value }) => !sentences.some((each) => each.includes(value)));
  if (lines.length === 0) return null;
  return t("exports:sentence.narrowed", { filters: lines.map(({ label, value }) => `${label}: ${value}`).join("; ") });
}

type Query = ReportOrder["query"];

function employmentLine(t: TFunction, { employment }: Query): Line[] {
  return employment ? [{ label: t("exports:about.employment"), value: t(`staffing:employment.${employment}`) }] : [];
}

function mapLine(t: TFunction, { map }: Query): Line {
  return { label: t("exports:about.map"), value: t(`exports:about.map-${map ?? "then"}`) };
}

function knownLine(t: TFunction, { known, asOf }: Query): Line {
  return {
    label: t("exports:about.known"),
    value: t(`exports:about.known-${known ?? "now"}`, { date: showCivilDate(asOf) }),
  };
}
