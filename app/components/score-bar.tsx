import { useTranslation } from "react-i18next";
import { SpanDrawing } from "./span-drawing";

/** Right answers of all, with the mark that had to be reached. Counts, not percentages. */
export function ScoreBar({ score, max, pass }: { score: number; max: number; pass: number }) {
  const { t } = useTranslation("parts");
  const share = (value: number) => (max === 0 ? 0 : (100 * value) / max);
  const label = t("score.pass", { count: pass, percent: Math.round(share(pass)) });
  return (
    <div className="measure">
      <p className="sr">{label}</p>
      <SpanDrawing tone={score >= pass ? "ok" : "warn"} full={[0, share(score)]} mark={{ at: share(pass), label }} />
      <p className="span-ends score-ends" aria-hidden="true">
        <span>0</span>
        <span>{max}</span>
      </p>
    </div>
  );
}
