import { useState } from "react";
import { useTranslation } from "react-i18next";
import { fieldName } from "~/domain/assessment/form-answer";
import type { ShownShortText } from "~/domain/assessment/shown-item";
import { hintId, QuestionFrame } from "./question-frame";

/** The longest answer that is kept, in characters. */
const LONGEST = 4000;

const wordsOf = (text: string) => text.split(/\s+/).filter(Boolean).length;

/** An answer in a few sentences. Where JavaScript runs, words are counted; too many are said, never cut off. */
export function ShortTextField({
  item,
  typed,
  errors,
}: {
  item: ShownShortText;
  typed: string;
  errors?: readonly string[];
}) {
  const { t } = useTranslation("question");
  const [count, setCount] = useState(() => wordsOf(typed));
  const id = fieldName(item.number);
  const over = count > item.mostWords;
  return (
    <QuestionFrame item={item} hint={t("hint.short-text", { count: item.mostWords })} errors={errors}>
      <label className="sr" htmlFor={id}>
        {t("shortText.label")}
      </label>
      <textarea
        id={id}
        name={id}
        className="input"
        rows={6}
        aria-describedby={hintId(item.number)}
        defaultValue={typed}
        maxLength={LONGEST}
        onInput={(event) => setCount(wordsOf(event.currentTarget.value))}
      />
      {count > 0 && (
        <p className="meta" data-tone={over ? "bad" : undefined}>
          {t("shortText.words", { count, most: item.mostWords })}
        </p>
      )}
      <p className="sr" role="status">
        {over ? t("shortText.over", { count: item.mostWords }) : ""}
      </p>
    </QuestionFrame>
  );
}
