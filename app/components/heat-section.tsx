import { useTranslation } from "react-i18next";
import { HeatTable } from "./heat-table";
import { Section } from "./section";

export interface HeatSectionProps {
  heat: {
    levels: readonly string[];
    rows: readonly {
      key: string;
      title: string;
      cells: readonly ({ required: number; met: number } | null)[];
    }[];
  };
  /** what the levels were called on the date */
  labels?: readonly string[];
  hrefOf: (competency: string, level: string) => string;
}

/** Coverage of what the posts require: levels of the organisation by competencies, each cell a link to its people. */
export function HeatSection({ heat, labels = [], hrefOf }: HeatSectionProps) {
  const { t } = useTranslation();
  return (
    <Section title={t("hr:heat.title")} meta={t("hr:heat.meta")}>
      {heat.rows.length === 0 ? (
        <p className="section-s">{t("hr:heat.none")}</p>
      ) : (
        <HeatTable
          caption={t("hr:heat.caption")}
          rowHead={t("hr:heat.competency")}
          columns={heat.levels.map((key) => ({ key, label: t(`hr:level.${key}`) }))}
          rows={heat.rows.map((row) => ({
            key: row.key,
            label: row.title,
            cells: row.cells.map((cell, index) => cell && { ...cell, href: hrefOf(row.key, heat.levels[index] ?? "") }),
          }))}
        />
      )}
      {labels.length > 0 && (
        <p className="meta section-xs">
          {t("hr:heat.labels")} {labels.join("; ")}.
        </p>
      )}
    </Section>
  );
}
