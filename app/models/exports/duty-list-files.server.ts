import type { TFunction } from "i18next";
import type { ReportOrder } from "~/domain/exports/report-order";
import type { Viewer } from "~/domain/permissions/viewer";
import type { CertificationRow } from "~/domain/reporting/certification-list";
import { showMonth } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { boardPeople } from "../reporting/board.server";
import type { CertificationLine } from "../reporting/certification-view.server";
import { forecastPeople } from "../reporting/forecast.server";
import { programmeCell } from "../reporting/programme-map.server";
import type { Listed, ReportHead } from "../reporting/report-head.server";
import { certificationCells, certificationColumns } from "./certification-file.server";
import { type FileContent, listContent, narrowedTo } from "./file-content.server";

const POWER = "export-people";

/** The people behind a figure of the board. Null: as in `boardPeople`. */
export async function boardPeopleFile(
  viewer: Viewer,
  { query, own }: ReportOrder,
  language: Language,
  t: TFunction,
): Promise<FileContent | null> {
  const board = own.board ?? "all";
  const list = await boardPeople(viewer, { ...query, board }, language, POWER);
  return list && dutyList(t, query, list, t(`reports:board.state.${board}`));
}

/** The people behind a cell of the map of programmes. Null: as in `programmeCell`. */
export async function programmePeopleFile(
  viewer: Viewer,
  { query, own }: ReportOrder,
  language: Language,
  t: TFunction,
): Promise<FileContent | null> {
  const { who = "missing", level = "CENTRAL" } = own;
  const cell = { ...query, programme: query.programme ?? "", level, who };
  const list = await programmeCell(viewer, cell, language, POWER);
  if (!list) return null;
  const title = t("hr:cell.title", { competency: list.programme.title, level: t(`hr:levelIn.${level}`) });
  return dutyList(t, query, list, `${title}: ${t(`exports:who.${who}`)}`);
}

/** The certificates that end in one month. Null: as in `forecastPeople`. */
export async function endingFile(
  viewer: Viewer,
  { query, own }: ReportOrder,
  language: Language,
  t: TFunction,
): Promise<FileContent | null> {
  const { month = "" } = own;
  const list = await forecastPeople(viewer, { ...query, month }, language, POWER);
  return list && dutyList(t, query, list, t("reports:forecast.ofMonth", { month: showMonth(month) }));
}

function dutyList(
  t: TFunction,
  query: ReportOrder["query"],
  { name, options, rows, lineOf }: ReportHead & Listed<CertificationRow, CertificationLine>,
  title: string,
): FileContent {
  const list = { title, reach: name, filters: narrowedTo(t, options, query), columns: certificationColumns(t), rows };
  return listContent(t, query, list, (row) => certificationCells(lineOf(row), t));
}
