import type { TFunction } from "i18next";
import { rowsOf } from "~/domain/exports/report-file";
import type { ReportOrder } from "~/domain/exports/report-order";
import type { Viewer } from "~/domain/permissions/viewer";
import type { Language } from "~/i18n/language";
import { cell } from "../reporting/cell.server";
import { type FileContent, listSentences } from "./file-content.server";

/** The people behind a cell of the heat map, with the level required and the level proven. Null: as in `cell`. */
export async function cellFile(
  viewer: Viewer,
  { query, own }: ReportOrder,
  language: Language,
  t: TFunction,
): Promise<FileContent | null> {
  const { competency = "", level = "CENTRAL", who = "missing" } = own;
  const list = await cell(viewer, { ...query, competency, level, who }, language, "export-people");
  if (!list) return null;
  const { required: count, met, rows, lineOf } = list;
  const title = t("hr:cell.title", { competency: list.competency.title, level: t(`hr:levelIn.${level}`) });
  return {
    title: `${title}: ${t(`exports:who.${who}`)}`,
    reach: list.name,
    filters: [],
    sentences: [t("hr:cell.lead", { count, met, missing: count - met }), ...listSentences(t, query, rows.length)],
    sheets: [
      {
        name: list.competency.title,
        columns: [
          { title: t("hr:column.staffCode"), kind: "text", width: 13 },
          { title: t("hr:column.name"), kind: "text", width: 26 },
          { title: t("hr:column.position"), kind: "text", width: 24 },
          { title: t("hr:column.unit"), kind: "text", width: 32 },
          { title: t("exports:column.requiredLevel"), kind: "count", width: 12 },
          { title: t("exports:column.provenLevel"), kind: "count", width: 12 },
        ],
        rows: rowsOf(rows, (row) => {
          const { name, position, unitName, required, proven } = lineOf(row);
          return [row.place.member.staffCode, name, position, unitName, required, proven];
        }),
        totals: null,
      },
    ],
    count: rows.length,
  };
}
