import type { TFunction } from "i18next";
import { type FileCell, type FileColumn, type ReportFile, rowsOf } from "~/domain/exports/report-file";
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

/** Who somebody is, where and as what: the columns with which every list of people begins. */
export function personColumns(t: TFunction): FileColumn[] {
  return [
    { title: t("hr:column.staffCode"), kind: "text", width: 13 },
    { title: t("hr:column.name"), kind: "text", width: 26 },
    { title: t("hr:column.position"), kind: "text", width: 24 },
    { title: t("hr:column.unit"), kind: "text", width: 32 },
  ];
}

/** The list behind a figure: one sheet, with a sentence of how many lines it has and one of which date. */
export function listContent<Row>(
  t: TFunction,
  { asOf }: Pick<ReportQuery, "asOf">,
  list: Pick<FileContent, "title" | "reach" | "filters"> & { columns: readonly FileColumn[]; rows: readonly Row[] },
  cellsOf: (row: Row) => FileCell[],
): FileContent {
  const { columns, rows, ...head } = list;
  return {
    ...head,
    sentences: [
      t("exports:sentence.lines", { count: rows.length }),
      t("exports:sentence.asOf", { date: showCivilDate(asOf) }),
    ],
    sheets: [{ name: head.title, columns, rows: rowsOf(rows, cellsOf), totals: null }],
    count: rows.length,
  };
}
