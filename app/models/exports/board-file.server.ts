import type { TFunction } from "i18next";
import type { FileSheet } from "~/domain/exports/report-file";
import type { ReportOrder } from "~/domain/exports/report-order";
import type { Viewer } from "~/domain/permissions/viewer";
import { BOARD_STATES, type BoardState, countBoard } from "~/domain/reporting/board";
import { filterCertification } from "~/domain/reporting/certification-list";
import { showCivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { reportBasis } from "../reporting/report-basis.server";
import { headOf } from "../reporting/report-head.server";
import { nameOfScope, partOf, programmeName } from "../reporting/report-part.server";
import { onMap } from "../reporting/todays-map.server";
import { type FileContent, narrowedTo } from "./file-content.server";

/** The certification board: how many stand how, by programme. Null when the unit asked for is unknown or out of reach. */
export async function boardFile(
  viewer: Viewer,
  order: ReportOrder,
  language: Language,
  t: TFunction,
): Promise<FileContent | null> {
  const { query } = order;
  const basis = await onMap(await reportBasis(viewer, "export-people", query), query);
  const part = partOf(basis, query.unit, language);
  if (!part) return null;
  const { position, programme } = query;
  const rows = filterCertification(basis.certification, { units: part.units, position, programme, state: "all" });
  const board = countBoard(rows, query.asOf);
  const sum = (state: BoardState) => [...board.values()].reduce((total, counts) => total + counts[state], 0);
  const sheet: FileSheet = {
    name: t("exports:board.title"),
    columns: [
      { title: t("hr:column.programme"), kind: "text", width: 36 },
      ...BOARD_STATES.map((state) => ({ title: t(`exports:board.${state}`), kind: "count" as const, width: 12 })),
      { title: t("exports:column.total"), kind: "count", width: 10 },
    ],
    rows: [...board].map(([key, counts]) => [
      programmeName(basis, key, language),
      ...BOARD_STATES.map((state) => counts[state]),
      BOARD_STATES.reduce((total, state) => total + counts[state], 0),
    ]),
    totals: [t("exports:column.total"), ...BOARD_STATES.map(sum), rows.length],
  };
  return {
    title: t("exports:board.title"),
    reach: part.unit?.name ?? nameOfScope(basis, language),
    filters: narrowedTo(t, headOf(basis, part, language).options, query),
    sentences: [t("exports:sentence.asked", { date: showCivilDate(query.asOf), count: rows.length })],
    sheets: [sheet],
    count: rows.length,
  };
}
