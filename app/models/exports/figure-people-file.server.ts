import type { TFunction } from "i18next";
import { rowsOf } from "~/domain/exports/report-file";
import type { ReportOrder } from "~/domain/exports/report-order";
import type { Viewer } from "~/domain/permissions/viewer";
import type { Language } from "~/i18n/language";
import { figurePeople } from "../reporting/people-list.server";
import { type FileContent, listSentences, narrowedTo } from "./file-content.server";

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
  const title = t(`reports:people.list.${which}`);
  return {
    title,
    reach: name,
    filters: narrowedTo(t, options, query),
    sentences: listSentences(t, query, rows.length),
    sheets: [
      {
        name: title,
        columns: [
          { title: t("hr:column.staffCode"), kind: "text", width: 13 },
          { title: t("hr:column.name"), kind: "text", width: 26 },
          { title: t("hr:column.position"), kind: "text", width: 24 },
          { title: t("hr:column.unit"), kind: "text", width: 32 },
          { title: t("exports:column.lacks"), kind: "text", width: 48 },
        ],
        rows: rowsOf(rows, (row) => {
          const { name: person, position, unit, missing } = lineOf(row);
          const lacks = missing.map((gap) => t("exports:lacks", { ...gap }));
          return [row.member.staffCode, person, position, unit, lacks.join("; ")];
        }),
        totals: null,
      },
    ],
    count: rows.length,
  };
}
