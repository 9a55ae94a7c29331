import { useTranslation } from "react-i18next";
import type { Counted, LeftOut } from "~/domain/statistics/counted-attempts";
import { LEAST_ATTEMPTS } from "~/domain/statistics/exam-statistics";
import type { ScoreStatistics } from "~/domain/statistics/score-statistics";
import { Facts } from "../facts";
import { useFigures } from "../figures";

/** How the papers went as a whole, and which attempts that rests on. */
export function ScoreFacts({
  report: { score, leftOut, medianMinutes },
  counted,
}: {
  report: { score: ScoreStatistics; leftOut: LeftOut; medianMinutes: number | null };
  counted: Counted;
}) {
  const { t } = useTranslation();
  const { percent, figure, count, marks } = useFigures();
  const { alpha, why } = score.reliability;
  const left = [
    leftOut.later > 0 && t("statistics:left.later", { count: leftOut.later }),
    leftOut.void > 0 && t("statistics:left.void", { count: leftOut.void }),
    leftOut.pending > 0 && t("statistics:left.pending", { count: leftOut.pending }),
  ].filter(Boolean);
  return (
    <div className="flow">
      <p>
        {alpha === null
          ? t(`statistics:alpha.${why}`, { count: LEAST_ATTEMPTS.reliability })
          : t(`statistics:alpha.${alpha >= 0.8 ? "good" : alpha >= 0.7 ? "fair" : "poor"}`, {
              alpha: figure(alpha),
              error: percent(score.standardError, 1),
            })}
      </p>
      <Facts
        items={[
          { term: t("statistics:score.attempts"), value: count(score.attempts) },
          { term: t("statistics:score.basis"), value: t(`statistics:counted.${counted}`) },
          ...(left.length > 0 ? [{ term: t("statistics:score.left"), value: left.join("; ") }] : []),
          { term: t("statistics:score.mean"), value: percent(score.mean, 1) },
          { term: t("statistics:score.median"), value: percent(score.median, 1) },
          { term: t("statistics:score.deviation"), value: percent(score.deviation, 1) },
          { term: t("statistics:score.alpha"), value: figure(alpha) },
          { term: t("statistics:score.standardError"), value: percent(score.standardError, 1) },
          { term: t("statistics:score.items"), value: marks(score.items) },
          ...(medianMinutes === null
            ? []
            : [
                {
                  term: t("statistics:score.minutes"),
                  value: t("statistics:time.minutes", { count: Math.round(medianMinutes) }),
                },
              ]),
        ]}
      />
    </div>
  );
}
