import { useTranslation } from "react-i18next";
import type { ShownChoice } from "~/domain/assessment/shown-item";
import { ChoiceList } from "./choice-list";
import { QuestionFrame } from "./question-frame";

/** Whether a statement is true. */
export function TrueFalseField({
  item,
  chosen,
  errors,
}: {
  item: ShownChoice;
  chosen: readonly string[];
  errors?: readonly string[];
}) {
  const { t } = useTranslation("question");
  return (
    <QuestionFrame item={item} hint={t("hint.truefalse")} errors={errors}>
      <ChoiceList item={item.number} options={item.options} chosen={chosen} />
    </QuestionFrame>
  );
}
