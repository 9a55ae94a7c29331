import { useTranslation } from "react-i18next";
import { HeatTable } from "./heat-table";
import { Section } from "./section";

export interface HeatSectionProps {
  /** competencies, or the programmes of certificates */
  of?: "competencies" | "programmes";
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

/** Coverage of what the posts require: levels of the organisation by competencies or programmes, each cell a link to its people. */
export function HeatSection({ of = "competencies", heat, labels = [], hrefOf }: HeatSectionProps) {
  const { t } = useTranslation();
  const words =
    of === "competencies"
      ? {
          title: t("hr:heat.title"),
          meta: t("hr:heat.meta"),
          none: t("hr:heat.none"),
          caption: t("hr:heat.caption"),
          head: t("hr:heat.competency"),
        }
      : {
          title: t("reports:programmes.title"),
          meta: t("reports:programmes.meta"),
          none: t("reports:programmes.none"),
          caption: t("reports:programmes.caption"),
          head: t("hr:column.programme"),
        };
  return (
    <Section title={words.title} meta={words.meta}>
      {heat.rows.length === 0 ? (
        <p className="section-s">{words.none}</p>
      ) : (
        <HeatTable
          caption={words.caption}
          rowHead={words.head}
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
