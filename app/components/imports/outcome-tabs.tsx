import { useTranslation } from "react-i18next";
import { OUTCOMES, type Outcome } from "~/domain/imports/outcome";
import { Anchor } from "../anchor";
import { useFigures } from "../figures";

/** The rows by what they would do, each with its count. */
export function OutcomeTabs({
  id,
  counts,
  current,
}: {
  id: string;
  counts: Record<Outcome, number>;
  current: Outcome;
}) {
  const { t } = useTranslation();
  const { count } = useFigures();
  return (
    <nav aria-label={t("imports:result.tabs")} className="section-xs">
      <ul className="plain row">
        {OUTCOMES.map((outcome) => {
          const label = t(`imports:outcome.${outcome}`);
          const text = `${label} (${count(counts[outcome])})`;
          return (
            <li key={outcome}>
              {outcome === current ? (
                <b aria-current="true">{text}</b>
              ) : (
                <Anchor className="tap" href={`/imports/${id}?outcome=${outcome}`}>
                  {text}
                </Anchor>
              )}
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
