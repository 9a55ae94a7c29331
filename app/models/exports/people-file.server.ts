import type { TFunction } from "i18next";
import { rowsOf } from "~/domain/exports/report-file";
import type { ReportOrder } from "~/domain/exports/report-order";
import type { Viewer } from "~/domain/permissions/viewer";
import { showCivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { everyoneFound } from "../people/search-people.server";
import type { FileContent } from "./file-content.server";

/** "Danh sách trích ngang": the people found, each with a place to sign. Null when the unit asked for is unknown or out of reach. */
export async function peopleFile(
  viewer: Viewer,
  order: ReportOrder,
  language: Language,
  t: TFunction,
): Promise<FileContent | null> {
  const { query } = order;
  const search = order.own.q ?? "";
  const view = await everyoneFound(viewer, "export-people", { ...query, search }, language);
  if (!view) return null;
  const position = view.positions.find(({ value }) => value === query.position)?.label ?? t("hr:filter.any");
  return {
    title: t("exports:people.title"),
    reach: view.unitName,
    filters: [
      { label: t("hr:filter.position"), value: position },
      ...(search ? [{ label: t("exports:people.search"), value: search }] : []),
    ],
    sentences: [t("exports:sentence.people", { count: view.total, date: showCivilDate(query.asOf) })],
    sheets: [
      {
        name: t("exports:people.title"),
        columns: [
          { title: t("exports:column.number"), kind: "count", width: 6 },
          { title: t("hr:column.name"), kind: "text", width: 26 },
          { title: t("hr:column.staffCode"), kind: "text", width: 13 },
          { title: t("hr:column.position"), kind: "text", width: 24 },
          { title: t("hr:column.unit"), kind: "text", width: 32 },
          { title: t("exports:column.signature"), kind: "signature", width: 16 },
        ],
        rows: rowsOf(view.slice(), (person, index) => [
          index + 1,
          person.name,
          person.staffCode,
          person.post,
          person.unit,
          null,
        ]),
        totals: null,
      },
    ],
    count: view.total,
  };
}
