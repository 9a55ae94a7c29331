import { useTranslation } from "react-i18next";
import type { ShownFigure } from "~/domain/assessment/shown-item";
import { Fold } from "../fold";
import { Figures } from "../questions/figures";
import { QuestionReview, type QuestionReviewProps } from "../questions/question-review";

export interface ReviewedItemProps extends Pick<QuestionReviewProps, "own" | "verdict" | "right"> {
  number: number;
  stem: string;
  figures: ShownFigure[];
  explanation: { text: string; source: string; lesson: string | null } | null;
  remarks: string[];
}

/** A question of an ended attempt, folded. */
export function ReviewedItem({ item, slug, open }: { item: ReviewedItemProps; slug: string; open?: boolean }) {
  const { t } = useTranslation();
  const { number, stem, figures, own, verdict, right, explanation, remarks } = item;
  return (
    <Fold
      open={open}
      summary={
        <>
          <b>{t("exam:result.question", { number })}</b> {stem}
        </>
      }
    >
      <Figures figures={figures} />
      <QuestionReview
        own={own}
        verdict={verdict}
        right={right}
        remarks={remarks}
        explanation={explanation?.text}
        source={
          explanation && (
            <>
              {explanation.source}.{" "}
              {explanation.lesson && (
                <a href={`/courses/${slug}/lessons/${explanation.lesson}`}>{t("exam:result.readAgain")}</a>
              )}
            </>
          )
        }
      />
    </Fold>
  );
}
