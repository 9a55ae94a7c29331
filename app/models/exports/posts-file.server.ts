import type { TFunction } from "i18next";
import type { FileColumn } from "~/domain/exports/report-file";
import type { ReportOrder } from "~/domain/exports/report-order";
import type { Viewer } from "~/domain/permissions/viewer";
import type { Language } from "~/i18n/language";
import { type PostLineView, posts } from "../reporting/posts-report.server";
import { type FileContent, listContent, narrowedTo } from "./file-content.server";

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
  const stateOf = ({ state }: PostLineView) => (state === "vacant" ? t("exports:vacant") : t(`reports:posts.${state}`));
  const head = { title: t(`reports:posts.show.${show}`), reach: name, filters: narrowedTo(t, options, query) };
  const columns: FileColumn[] = [
    { title: t("hr:column.unit"), kind: "text", width: 32 },
    { title: t("hr:column.position"), kind: "text", width: 26 },
    { title: t("hr:column.state"), kind: "text", width: 14 },
    { title: t("hr:column.staffCode"), kind: "text", width: 13 },
    { title: t("hr:column.name"), kind: "text", width: 26 },
    { title: t("exports:column.lacks"), kind: "text", width: 36 },
    { title: t("hr:vacancies.since"), kind: "date", width: 12 },
  ];
  return listContent(t, query, { ...head, columns, rows }, (row) => {
    const line = lineOf(row);
    const position = line.deputy ? t("hr:vacancies.deputy", { position: line.position }) : line.position;
    const staffCode = row.state === "vacant" ? "" : row.member.staffCode;
    const { unit, holder, missing, since } = line;
    return [unit, position, stateOf(line), staffCode, holder?.name ?? "", missing.join("; "), since];
  });
}
