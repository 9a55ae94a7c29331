import { useTranslation } from "react-i18next";
import type { ShownChoice } from "~/domain/assessment/shown-item";
import { ChoiceList } from "./choice-list";
import { QuestionFrame } from "./question-frame";

/** Several of several choices. */
export function MultipleField({
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
    <QuestionFrame item={item} hint={t("hint.multiple")} errors={errors}>
      <ChoiceList item={item.number} options={item.options} chosen={chosen} several />
    </QuestionFrame>
  );
}
