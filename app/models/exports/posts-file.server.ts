import type { TFunction } from "i18next";
import { rowsOf } from "~/domain/exports/report-file";
import type { ReportOrder } from "~/domain/exports/report-order";
import type { Viewer } from "~/domain/permissions/viewer";
import type { Language } from "~/i18n/language";
import { type PostLineView, posts } from "../reporting/posts-report.server";
import { type FileContent, listSentences, narrowedTo } from "./file-content.server";

/** Posts, with who holds them and what is missing; of a vacant one, since when. Null: as in `posts`. */
export async function postsFile(
  viewer: Viewer,
  { query, own }: ReportOrder,
  language: Language,
  t: TFunction,
): Promise<FileContent | null> {
  const { show = "vacant" } = own;
  const list = await posts(viewer, { ...query, show }, language, "export-people");
  if (!list) return null;
  const { name, options, rows, lineOf } = list;
  const title = t(`reports:posts.show.${show}`);
  const stateOf = ({ state }: PostLineView) => (state === "vacant" ? t("exports:vacant") : t(`reports:posts.${state}`));
  return {
    title,
    reach: name,
    filters: narrowedTo(t, options, query),
    sentences: listSentences(t, query, rows.length),
    sheets: [
      {
        name: title,
        columns: [
          { title: t("hr:column.unit"), kind: "text", width: 32 },
          { title: t("hr:column.position"), kind: "text", width: 26 },
          { title: t("hr:column.state"), kind: "text", width: 14 },
          { title: t("hr:column.staffCode"), kind: "text", width: 13 },
          { title: t("hr:column.name"), kind: "text", width: 26 },
          { title: t("exports:column.lacks"), kind: "text", width: 36 },
          { title: t("hr:vacancies.since"), kind: "date", width: 12 },
        ],
        rows: rowsOf(rows, (row) => {
          const line = lineOf(row);
          const position = line.deputy ? t("hr:vacancies.deputy", { position: line.position }) : line.position;
          const staffCode = row.state === "vacant" ? "" : row.member.staffCode;
          return [
            line.unit,
            position,
            stateOf(line),
            staffCode,
            line.holder?.name ?? "",
            line.missing.join("; "),
            line.since,
          ];
        }),
        totals: null,
      },
    ],
    count: rows.length,
  };
}
