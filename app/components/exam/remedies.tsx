import { useTranslation } from "react-i18next";
import { Anchor } from "../anchor";
import { useFigures } from "../figures";

export interface RemediesProps {
  slug: string;
  remedies: readonly { competency: string; score: number; max: number; lessons: { key: string; title: string }[] }[];
}

/** What to read again, by the competencies in which an attempt fell short, and where to practise. */
export function Remedies({ slug, remedies }: RemediesProps) {
  const { t } = useTranslation();
  const { marks } = useFigures();
  return (
    <div className="flow">
      {remedies.map(({ competency, score, max, lessons }) => (
        <div key={competency}>
          <p>
            <b>{competency}</b>{" "}
            <span className="meta">{t("exam:remedy.score", { score: marks(score), max: marks(max) })}</span>
          </p>
          <ul>
            {lessons.map(({ key, title }) => (
              <li key={key}>
                <Anchor className="tap" href={`/courses/${slug}/lessons/${key}`}>
                  {title}
                </Anchor>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <p>
        <Anchor className="tap" href={`/practice/courses/${slug}`}>
          {t("exam:remedy.practise")}
        </Anchor>
      </p>
    </div>
  );
}
