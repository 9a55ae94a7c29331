import { useTranslation } from "react-i18next";
import type { ShownJudgement } from "~/domain/assessment/shown-item";
import { ChoiceList } from "./choice-list";
import { QuestionFrame } from "./question-frame";

/** The best way to act in a situation. */
export function BestField({
  item,
  chosen,
  errors,
}: {
  item: ShownJudgement;
  chosen: readonly string[];
  errors?: readonly string[];
}) {
  const { t } = useTranslation("question");
  return (
    <QuestionFrame item={item} hint={t("hint.best")} errors={errors}>
      <ChoiceList item={item.number} options={item.options} chosen={chosen} />
    </QuestionFrame>
  );
}
