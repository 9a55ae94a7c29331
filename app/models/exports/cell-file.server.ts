import type { TFunction } from "i18next";
import type { FileColumn } from "~/domain/exports/report-file";
import type { ReportOrder } from "~/domain/exports/report-order";
import type { Viewer } from "~/domain/permissions/viewer";
import type { Language } from "~/i18n/language";
import { cell } from "../reporting/cell.server";
import { type FileContent, listContent, personColumns } from "./file-content.server";

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
  const columns: FileColumn[] = [
    ...personColumns(t),
    { title: t("exports:column.requiredLevel"), kind: "count", width: 12 },
    { title: t("exports:column.provenLevel"), kind: "count", width: 12 },
  ];
  const head = { title: `${title}: ${t(`exports:who.${who}`)}`, reach: list.name, filters: [] };
  const content = listContent(t, query, { ...head, columns, rows }, (row) => {
    const { name, position, unitName, required, proven } = lineOf(row);
    return [row.place.member.staffCode, name, position, unitName, required, proven];
  });
  const [sheet] = content.sheets;
  return {
    ...content,
    sentences: [t("hr:cell.lead", { count, met, missing: count - met }), ...content.sentences],
    sheets: [{ ...sheet, name: list.competency.title }],
  };
}
