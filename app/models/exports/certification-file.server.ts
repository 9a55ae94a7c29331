import type { TFunction } from "i18next";
import { type FileCell, type FileColumn, type FileSheet, rowsOf } from "~/domain/exports/report-file";
import type { ReportOrder } from "~/domain/exports/report-order";
import type { Viewer } from "~/domain/permissions/viewer";
import { CERTIFICATION_STATES } from "~/domain/reporting/certification-list";
import { showCivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { certificationRowsOf } from "../reporting/certification.server";
import type { CertificationLine } from "../reporting/certification-view.server";
import { type FileContent, narrowedTo, personColumns } from "./file-content.server";

const COLUMNS = [
  ["programme", "text", 26],
  ["state", "text", 16],
  ["since", "date", 12],
  ["due", "date", 12],
] as const;

/** The columns of a list of certification, as the page has them. */
export function certificationColumns(t: TFunction): FileColumn[] {
  return [...personColumns(t), ...COLUMNS.map(([key, kind, width]) => ({ title: t(`hr:column.${key}`), kind, width }))];
}

export function certificationCells(line: CertificationLine, t: TFunction): FileCell[] {
  const { staffCode, name, position, unit, programme, state, since, due } = line;
  return [staffCode, name, position, unit, programme, t(`hr:state.${state}`), since, due];
}

/** The certification list; null when the unit asked for is unknown or out of reach. */
export async function certificationFile(
  viewer: Viewer,
  order: ReportOrder,
  language: Language,
  t: TFunction,
): Promise<FileContent | null> {
  const query = { ...order.query, state: order.own.state ?? "open" };
  const list = await certificationRowsOf(viewer, "export-people", query, language);
  if (!list) return null;
  const { counts, options, rows, lineOf } = list;
  const sheet: FileSheet = {
    name: t("hr:certification.title"),
    columns: certificationColumns(t),
    rows: rowsOf(rows, (row) => certificationCells(lineOf(row), t)),
    totals: null,
  };
  return {
    title: t("hr:certification.title"),
    reach: list.name,
    filters: [...narrowedTo(t, options, query), { label: t("hr:filter.state"), value: t(`hr:state.${query.state}`) }],
    sentences: [
      t("exports:sentence.asked", {
        date: showCivilDate(query.asOf),
        count: CERTIFICATION_STATES.reduce((sum, state) => sum + counts[state], 0),
      }),
      CERTIFICATION_STATES.filter((state) => counts[state] > 0)
        .map((state) => `${t(`hr:state.${state}`)}: ${counts[state]}`)
        .join("; "),
      t("exports:sentence.listed", { count: rows.length, state: t(`hr:state.${query.state}`) }),
    ].filter(Boolean),
    sheets: [sheet],
    count: rows.length,
  };
}
