import { useTranslation } from "react-i18next";
import { Anchor } from "../anchor";
import { EmptyState } from "../empty-state";
import { Section } from "../section";
import { CompetencyItem, type CompetencyItemProps } from "./competency-item";

export interface CompetencyRecordProps {
  page: {
    groups: readonly { key: string; title: string; lines: readonly CompetencyItemProps["line"][] }[];
    next: readonly { slug: string; title: string; closes: readonly string[] }[];
  };
  own: boolean;
}

/** The next courses in order, then every competency by its group. */
export function CompetencyRecord({ page: { groups, next }, own }: CompetencyRecordProps) {
  const { t } = useTranslation();
  return (
    <>
      {next.length > 0 && (
        <Section title={t("competency:next.title")} meta={t("competency:next.meta")}>
          <ol className="section-s">
            {next.map((course) => (
              <li key={course.slug}>
                {own ? <Anchor href={`/courses/${course.slug}`}>{course.title}</Anchor> : <b>{course.title}</b>}
                <br />
                <span className="meta">{t("competency:next.closes", { what: course.closes.join("; ") })}</span>
              </li>
            ))}
          </ol>
        </Section>
      )}
      {groups.length === 0 && (
        <EmptyState title={t("competency:page.none")} level={2}>
          <p>{t("competency:page.noneText")}</p>
        </EmptyState>
      )}
      {groups.map((group) => (
        <Section key={group.key} className="section" title={group.title}>
          {group.lines.map((line) => (
            <CompetencyItem key={line.key} line={line} own={own} />
          ))}
        </Section>
      ))}
    </>
  );
}
