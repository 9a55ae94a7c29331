import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ShownWords } from "~/domain/assessment/shown-words";
import { Icon, type IconName } from "../icon";
import { Note } from "../note";

export type Verdict = "right" | "partly" | "wrong" | "pending";

export interface QuestionReviewProps {
  /** null: not to be seen */
  own: ShownWords | null;
  /** null: not to be seen */
  verdict: Verdict | null;
  /** The key, where the learner may see it. */
  right: ShownWords | null;
  /** What markers wrote about the answer. */
  remarks?: readonly string[];
  explanation?: ReactNode;
  /** Citation, with a link to the lesson. */
  source?: ReactNode;
}

const signs: Record<Verdict, { icon: IconName; tone: "ok" | "warn" | "bad" | "info" }> = {
  right: { icon: "check", tone: "ok" },
  partly: { icon: "dash", tone: "warn" },
  wrong: { icon: "cross", tone: "bad" },
  pending: { icon: "clock", tone: "info" },
};

/** One question looked at again: what was answered, what is right, why, by which rule. Of any type. */
export function QuestionReview({ own, verdict, right, remarks = [], explanation, source }: QuestionReviewProps) {
  const { t } = useTranslation("question");
  const sign = verdict ? signs[verdict] : null;
  return (
    <div className="flow">
      {(own || right) && (
        <dl className="answer">
          {own && (
            <div data-tone={sign?.tone}>
              {sign ? <Icon name={sign.icon} /> : <Icon name="pen" />}
              <dt>
                {t("review.own")}
                {verdict && `: ${t(`review.verdict.${verdict}`)}`}
              </dt>
              <dd>{own.lines.length > 0 ? <Words {...own} /> : t("review.none")}</dd>
            </div>
          )}
          {right && right.lines.length > 0 && verdict !== "right" && (
            <div data-tone="ok">
              <Icon name="check" />
              <dt>{t("review.right")}</dt>
              <dd>
                <Words {...right} />
              </dd>
            </div>
          )}
        </dl>
      )}
      {remarks.length > 0 && (
        <Note title={t("review.remarks")} level={3}>
          {remarks.map((remark) => (
            <p key={remark}>{remark}</p>
          ))}
        </Note>
      )}
      {explanation && (
        <Note title={t("review.explanation")} level={3}>
          <p>{explanation}</p>
          {source && <p className="meta">{source}</p>}
        </Note>
      )}
    </div>
  );
}

function Words({ ordered, lines }: ShownWords) {
  const [first, ...more] = lines;
  if (first && more.length === 0) return <Line {...first} />;
  const List = ordered ? "ol" : "ul";
  return (
    <List className="answer-words">
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of an answer are fixed
        <li key={index}>
          <Line {...line} />
        </li>
      ))}
    </List>
  );
}

function Line({ of, text }: ShownWords["lines"][number]) {
  if (of === null) return text;
  return (
    <>
      {of} <span aria-hidden="true">→</span> <b>{text}</b>
    </>
  );
}
