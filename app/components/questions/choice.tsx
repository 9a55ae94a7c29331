import { useTranslation } from "react-i18next";
import type { ShownChoice, ShownJudgement } from "~/domain/assessment/shown-item";
import { ChoiceList } from "./choice-list";
import { QuestionFrame } from "./question-frame";

/** Options to choose from: one, several, true or false, or the best way to act in a situation. */
export function ChoiceField({
  item,
  chosen,
  errors,
}: {
  item: ShownChoice | ShownJudgement;
  chosen: readonly string[];
  errors?: readonly string[];
}) {
  const { t } = useTranslation("question");
  const kind = item.type === "judgement" ? "best" : item.type;
  return (
    <QuestionFrame item={item} hint={t(`hint.${kind}`)} errors={errors}>
      <ChoiceList item={item.number} options={item.options} chosen={chosen} several={item.type === "multiple"} />
    </QuestionFrame>
  );
}
