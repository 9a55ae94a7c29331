import type { TFunction } from "i18next";
import type { ReportFile } from "~/domain/exports/report-file";
import type { ReportQuery } from "~/domain/reporting/report-query";
import { showCivilDate } from "~/domain/time/civil-date";

/** What a report holds, before what is alike in all of them. */
export interface FileContent extends Pick<ReportFile, "title" | "sentences" | "sheets" | "count"> {
  /** name of the part; null: all that the viewer may see */
  reach: string | null;
  filters: { label: string; value: string }[];
}

type Options = readonly { value: string; label: string }[];

/** To which position and which programme a report was narrowed. */
export function narrowedTo(
  t: TFunction,
  { positions, programmes }: { positions: Options; programmes: Options },
  query: Pick<ReportQuery, "position" | "programme">,
): FileContent["filters"] {
  const chosen = (options: Options, value: string | null) =>
    options.find((option) => option.value === value)?.label ?? t("hr:filter.any");
  return [
    { label: t("hr:filter.position"), value: chosen(positions, query.position) },
    { label: t("hr:filter.programme"), value: chosen(programmes, query.programme) },
  ];
}

/** What is said above a list: how many lines it has, and of which date. */
export function listSentences(t: TFunction, { asOf }: Pick<ReportQuery, "asOf">, count: number): string[] {
  return [t("exports:sentence.lines", { count }), t("exports:sentence.asOf", { date: showCivilDate(asOf) })];
}
