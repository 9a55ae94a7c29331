import { useTranslation } from "react-i18next";
import type { SheetDraft } from "~/domain/assessment/mark-sheet";
import { civilDateOf, showCivilDate } from "~/domain/time/civil-date";
import { useFigures } from "../figures";
import { Section } from "../section";
import { Table } from "../table";
import type { RubricLine } from "../tasks/rubric-table";
import type { PaperItem } from "./mark-sheet";

export interface FinishedSheetProps {
  page: { criteria: readonly RubricLine[]; items: readonly PaperItem[]; sheet: SheetDraft };
  mark: { points: number; max: number; at: string };
}

/** A finished mark, as it stays. */
export function FinishedSheet({ page, mark }: FinishedSheetProps) {
  const { t } = useTranslation();
  const { marks: points } = useFigures();
  const lines = [
    ...page.criteria.map(({ key, title, points: most }) => ({ key, title, most })),
    ...page.items.map(({ number, stem, max }) => ({
      key: String(number),
      title: t("marking:sheet.item", { number, stem }),
      most: max,
    })),
  ];
  return (
    <Section
      title={t("marking:sheet.finished", { points: points(mark.points), max: points(mark.max) })}
      meta={showCivilDate(civilDateOf(mark.at))}
    >
      <Table
        caption={t("tasks:told.byCriterion")}
        columns={[
          { key: "criterion", label: t("tasks:told.criterion") },
          { key: "points", label: t("tasks:told.points"), num: true },
          { key: "comment", label: t("tasks:told.comment") },
        ]}
        stack
        rows={lines.map(({ key, title, most }) => ({
          key,
          cells: [
            title,
            t("tasks:told.of", { points: points(Number(page.sheet.points[key] ?? 0)), max: points(most) }),
            page.sheet.comments[key] || "–",
          ],
        }))}
      />
      {page.sheet.comment && <p className="pre-line section-s">{page.sheet.comment}</p>}
      <p className="meta section-s">{t("marking:sheet.stays")}</p>
    </Section>
  );
}
