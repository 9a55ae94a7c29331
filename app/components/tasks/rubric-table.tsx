import { useTranslation } from "react-i18next";
import { Facts } from "../facts";
import { useFigures } from "../figures";
import { Section } from "../section";

export interface RubricLine {
  key: string;
  title: string;
  points: number;
  levels: readonly { points: number; text: string }[];
}

/** By what a task is marked, and what passes. */
export function RubricTable({ criteria, passPercent }: { criteria: readonly RubricLine[]; passPercent: number }) {
  const { t } = useTranslation();
  const { marks: points } = useFigures();
  const total = criteria.reduce((sum, line) => sum + line.points, 0);
  return (
    <Section title={t("tasks:rubric.title")} meta={t("tasks:rubric.total", { points: points(total) })}>
      <p className="meta section-s">{t("tasks:rubric.pass", { percent: passPercent })}</p>
      <ul className="plain flow">
        {criteria.map((line) => (
          <li key={line.key}>
            <h3 className="h3">{t("tasks:rubric.line", { title: line.title, points: points(line.points) })}</h3>
            <RubricLevels levels={line.levels} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What a number of points means. */
export function RubricLevels({ levels }: { levels: RubricLine["levels"] }) {
  const { marks: points } = useFigures();
  if (levels.length === 0) return null;
  return (
    <Facts
      items={levels.map((level) => ({ key: String(level.points), term: points(level.points), value: level.text }))}
    />
  );
}
