import { useTranslation } from "react-i18next";
import { fieldName } from "~/domain/assessment/form-answer";
import type { ShownMatching } from "~/domain/assessment/shown-item";
import { hintId, QuestionFrame } from "./question-frame";

/** "A", "B", "C" … of a list. */
const letterOf = (index: number) => String.fromCharCode(65 + index);

/** What belongs together: the right sides stand as a lettered list, which a closed select could not show in full. */
export function MatchingFields({
  item,
  chosen,
  errors,
}: {
  item: ShownMatching;
  chosen: Readonly<Record<string, string>>;
  errors?: readonly string[];
}) {
  const { t } = useTranslation("question");
  return (
    <QuestionFrame item={item} hint={t("hint.matching")} errors={errors}>
      <ol className="plain lettered">
        {item.rights.map(({ token, text }, index) => (
          <li key={token}>
            <b>{letterOf(index)}.</b> {text}
          </li>
        ))}
      </ol>
      <ul className="plain answer-rows match-rows">
        {item.lefts.map(({ token, text }) => {
          const id = fieldName(item.number, token);
          return (
            <li key={token}>
              <label htmlFor={id}>{text}</label>
              <select
                id={id}
                name={id}
                className="input"
                defaultValue={chosen[token] ?? ""}
                aria-describedby={hintId(item.number)}
              >
                <option value="">{t("matching.none")}</option>
                {item.rights.map((right, index) => (
                  <option key={right.token} value={right.token}>
                    {letterOf(index)}. {right.text}
                  </option>
                ))}
              </select>
            </li>
          );
        })}
      </ul>
    </QuestionFrame>
  );
}
