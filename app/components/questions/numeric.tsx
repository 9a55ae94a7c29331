import { useTranslation } from "react-i18next";
import { fieldName } from "~/domain/assessment/form-answer";
import type { ShownNumeric } from "~/domain/assessment/shown-item";
import { hintId, QuestionFrame } from "./question-frame";

/** A number, with its unit after it, or with several to choose from. */
export function NumericFields({
  item,
  typed,
  errors,
}: {
  item: ShownNumeric;
  typed: Readonly<Record<string, string>>;
  errors?: readonly string[];
}) {
  const { t } = useTranslation("question");
  const [numberId, unitId] = [fieldName(item.number, "number"), fieldName(item.number, "unit")];
  const [only, ...more] = item.units;
  const suffix = only && more.length === 0 ? only.text : null;
  return (
    <QuestionFrame item={item} hint={t("hint.numeric")} errors={errors}>
      <div className="number-row">
        <div>
          <label htmlFor={numberId}>{suffix ? t("numeric.numberIn", { unit: suffix }) : t("numeric.number")}</label>
          <span className="number-input">
            <input
              id={numberId}
              name={numberId}
              className="input input-s"
              inputMode="decimal"
              autoComplete="off"
              aria-describedby={hintId(item.number)}
              aria-invalid={errors && errors.length > 0 ? true : undefined}
              defaultValue={typed.number ?? ""}
              maxLength={40}
            />
            {suffix && <span aria-hidden="true">{suffix}</span>}
          </span>
        </div>
        {more.length > 0 && (
          <div>
            <label htmlFor={unitId}>{t("numeric.unit")}</label>
            <select id={unitId} name={unitId} className="input" defaultValue={typed.unit ?? ""}>
              <option value="">{t("numeric.noUnit")}</option>
              {item.units.map(({ token, text }) => (
                <option key={token} value={token}>
                  {text}
                </option>
              ))}
            </select>
          </div>
        )}
      </div>
    </QuestionFrame>
  );
}
