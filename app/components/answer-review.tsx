import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "./icon";
import { Note } from "./note";

export interface AnswerReviewProps {
  /** null: not answered */
  chosen: ReactNode | null;
  correct: boolean;
  /** The key, where the learner may see it. */
  right?: ReactNode;
  explanation?: ReactNode;
  /** Citation, with a link to the lesson. */
  source?: ReactNode;
}

/** One question looked at again: what was chosen, what is right, why, by which rule. */
export function AnswerReview({ chosen, correct, right, explanation, source }: AnswerReviewProps) {
  const { t } = useTranslation("parts");
  return (
    <div className="flow">
      <dl className="answer">
        <div data-tone={correct ? "ok" : "bad"}>
          <Icon name={correct ? "check" : "cross"} />
          <dt>{t("answer.chosen")}</dt>
          <dd>{chosen ?? t("answer.none")}</dd>
        </div>
        {!correct && right && (
          <div data-tone="ok">
            <Icon name="check" />
            <dt>{t("answer.right")}</dt>
            <dd>{right}</dd>
          </div>
        )}
      </dl>
      {explanation && (
        <Note title={t("answer.explanation")} level={3}>
          <p>{explanation}</p>
          {source && <p className="meta">{source}</p>}
        </Note>
      )}
    </div>
  );
}
