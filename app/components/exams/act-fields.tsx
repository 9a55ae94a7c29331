import { useTranslation } from "react-i18next";
import { ACT_REASONS, MOST_MINUTES } from "~/domain/assessment/attempt-acts";
import { Choice, Choices } from "../choice";
import { Field } from "../field";

export interface ActFieldsProps {
  onceKey: string;
  typed: Readonly<Record<string, string>>;
  errorOf: (field: string) => string[] | undefined;
  /** the label's sentence of the minutes; left out: the act gives none */
  minutes?: { label: string; hint?: string; value: string };
}

/** What every act on an attempt asks for: minutes where it gives some, why, and the document where there is one. */
export function ActFields({ onceKey, typed, errorOf, minutes }: ActFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <input type="hidden" name="onceKey" value={onceKey} />
      {minutes && (
        <Field
          id="minutes"
          name="minutes"
          short
          inputMode="numeric"
          label={minutes.label}
          hint={minutes.hint ?? t("exams:act.minutesHint", { most: MOST_MINUTES })}
          errors={errorOf("minutes")}
          defaultValue={typed.minutes ?? minutes.value}
          maxLength={3}
          required
        />
      )}
      <Choices id="reason" legend={t("exams:act.reason")} errors={errorOf("reason")}>
        {ACT_REASONS.map((reason) => (
          <Choice key={reason} name="reason" value={reason} defaultChecked={typed.reason === reason} required>
            {t(`exams:reason.${reason}`)}
          </Choice>
        ))}
      </Choices>
      <Field
        id="words"
        name="words"
        label={t("exams:act.words")}
        hint={t("exams:act.wordsHint")}
        errors={errorOf("words")}
        defaultValue={typed.words}
        maxLength={500}
      />
      <Field
        id="document"
        name="document"
        optional
        label={t("exams:act.document")}
        hint={t("exams:act.documentHint")}
        errors={errorOf("document")}
        defaultValue={typed.document}
        maxLength={200}
      />
    </>
  );
}
