import type { TFunction } from "i18next";
import { percentMet } from "~/domain/competency/coverage";
import type { FileColumn, FileRow } from "~/domain/exports/report-file";
import type { ReportOrder } from "~/domain/exports/report-order";
import type { Viewer } from "~/domain/permissions/viewer";
import { isShort, peopleIn, placesOf } from "~/domain/reporting/heat-map";
import { showCivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { type HeatView, heatView } from "../reporting/heat-view.server";
import { loadProgrammeMap } from "../reporting/programme-map.server";
import { reportBasis } from "../reporting/report-basis.server";
import { nameOfScope, partOf } from "../reporting/report-part.server";
import { onMap } from "../reporting/todays-map.server";
import { type FileContent, narrowedTo } from "./file-content.server";

/**
 * The heat maps as figures: a line for each competency and level, and in a sheet of its own for each programme and level. Null when
 * the unit asked for is unknown or out of reach.
 */
export async function heatFile(
  viewer: Viewer,
  order: ReportOrder,
  language: Language,
  t: TFunction,
): Promise<FileContent | null> {
  const { query } = order;
  const basis = await onMap(await reportBasis(viewer, "export-people", query), query);
  const part = partOf(basis, query.unit, language);
  const programmes = await loadProgrammeMap(viewer, query, language, "export-people");
  if (!part || !programmes) return null;
  const places = placesOf(basis.proven, basis.positions, { units: part.units, position: query.position });
  const people = peopleIn(places);
  const short = peopleIn(places.filter(isShort));
  const columnsOf = (title: string): FileColumn[] => [
    { title, kind: "text", width: 40 },
    { title: t("exports:column.level"), kind: "text", width: 14 },
    { title: t("exports:column.required"), kind: "count", width: 12 },
    { title: t("exports:column.met"), kind: "count", width: 12 },
    { title: t("exports:column.missing"), kind: "count", width: 12 },
    { title: t("exports:column.share"), kind: "share", width: 10 },
  ];
  return {
    title: t("hr:heat.title"),
    reach: part.unit?.name ?? nameOfScope(basis, language),
    filters: narrowedTo(t, programmes.options, query),
    sentences: [t("exports:sentence.short", { count: people, short, date: showCivilDate(query.asOf) })],
    sheets: [
      {
        name: t("hr:heat.title"),
        columns: columnsOf(t("hr:heat.competency")),
        rows: rowsOfMap(heatView(basis, places, query.programme, language), t),
        totals: null,
      },
      {
        name: t("reports:programmes.title"),
        columns: columnsOf(t("hr:column.programme")),
        rows: rowsOfMap(programmes, t),
        totals: null,
      },
    ],
    count: people,
  };
}

function rowsOfMap({ levels, rows }: HeatView, t: TFunction): FileRow[] {
  return rows.flatMap(({ title, cells }) =>
    levels.flatMap((level, index) => {
      const cell = cells[index];
      if (!cell) return [];
      const { required, met } = cell;
      return [[title, t(`hr:level.${level}`), required, met, required - met, percentMet(cell) / 100]];
    }),
  );
}
