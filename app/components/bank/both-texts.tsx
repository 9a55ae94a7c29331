import { useTranslation } from "react-i18next";
import { LANGUAGES } from "~/domain/text/language";
import { Field, FieldFrame } from "../field";
import { useQuestionField } from "./question-form-context";

export interface BothTextsProps {
  name: string;
  label: string;
  hint?: string;
  optional?: boolean;
  /** rows of a text that may be long; left out: one line */
  lines?: number;
}

/** A text in both languages, side by side where there is room. */
export function BothTexts({ name, label, hint, optional, lines }: BothTextsProps) {
  const { t } = useTranslation();
  const { of } = useQuestionField();
  return (
    <div className="grid-2 both-texts">
      {LANGUAGES.map((language) => {
        const { defaultValue, ...face } = of(`${name}.${language}`);
        const common = { ...face, label: t(`bank:inLanguage.${language}`, { name: label }), hint, optional };
        return lines === undefined ? (
          <Field key={language} {...common} lang={language} defaultValue={defaultValue} maxLength={2000} />
        ) : (
          <FieldFrame key={language} {...common}>
            {(aria) => (
              <textarea
                {...aria}
                className="input"
                name={face.name}
                lang={language}
                rows={lines}
                maxLength={6000}
                defaultValue={defaultValue}
              />
            )}
          </FieldFrame>
        );
      })}
    </div>
  );
}
