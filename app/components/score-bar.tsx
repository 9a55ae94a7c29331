import { useTranslation } from "react-i18next";
import { SpanDrawing } from "./span-drawing";

/** Marks of all, with the share that had to be reached. */
export function ScoreBar({ score, max, passPercent }: { score: number; max: number; passPercent: number }) {
  const { t } = useTranslation("parts");
  const share = max === 0 ? 0 : (100 * score) / max;
  const label = t("score.pass", { percent: passPercent });
  return (
    <div className="measure">
      <p className="sr">{label}</p>
      <SpanDrawing tone={share >= passPercent ? "ok" : "warn"} full={[0, share]} mark={{ at: passPercent, label }} />
      <p className="span-ends score-ends" aria-hidden="true">
        <span>0</span>
        <span>{max}</span>
      </p>
    </div>
  );
}
