import type { TFunction } from "i18next";
import type { FileColumn } from "~/domain/exports/report-file";
import type { ReportOrder } from "~/domain/exports/report-order";
import type { Viewer } from "~/domain/permissions/viewer";
import type { Language } from "~/i18n/language";
import { figurePeople } from "../reporting/people-list.server";
import { type FileContent, listContent, narrowedTo, personColumns } from "./file-content.server";

/** The people behind a figure of people, with what each lacks. Null: as in `figurePeople`. */
export async function figurePeopleFile(
  viewer: Viewer,
  { query, own }: ReportOrder,
  language: Language,
  t: TFunction,
): Promise<FileContent | null> {
  const { list: which = "staff" } = own;
  const list = await figurePeople(viewer, { ...query, list: which }, language, "export-people");
  if (!list) return null;
  const { name, options, rows, lineOf } = list;
  const head = { title: t(`reports:people.list.${which}`), reach: name, filters: narrowedTo(t, options, query) };
  const columns: FileColumn[] = [...personColumns(t), { title: t("exports:column.lacks"), kind: "text", width: 48 }];
  return listContent(t, query, { ...head, columns, rows }, (row) => {
    const { name: person, position, unit, missing } = lineOf(row);
    const lacks = missing.map((gap) => t("exports:lacks", { ...gap }));
    return [row.member.staffCode, person, position, unit, lacks.join("; ")];
  });
}
