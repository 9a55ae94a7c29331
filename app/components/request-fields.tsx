import { useTranslation } from "react-i18next";
import { RECORD_FIELDS, type RequestKind } from "~/domain/requests/request-kind";
import { addDays } from "~/domain/time/civil-date";
import { DateField } from "./date-field";
import { Field, FieldFrame, SelectField } from "./field";
import { ProofFilesField } from "./proof-files-field";

interface Option {
  value: string;
  label: string;
}

export interface RequestFieldsProps {
  kind: RequestKind;
  /** what the page that led here was about */
  about: string;
  today: string;
  choices: { programmes: Option[]; competencies: Option[]; attempts: Option[]; courses: Option[] };
  typed: Record<string, string>;
  problems: readonly { problem: string; message: string }[];
}

const LEVELS = ["1", "2", "3", "4", "5"] as const;

/** The fields of a new request: what it is about, by kind; why; proof. */
export function RequestFields({ kind, about, today, choices, typed, problems }: RequestFieldsProps) {
  const { t } = useTranslation();
  const errors = (...ids: string[]) =>
    problems.filter(({ problem }) => ids.includes(problem)).map(({ message }) => message);
  const select = (id: "programme" | "competency" | "attempt" | "course", options: readonly Option[], any = false) => (
    <SelectField
      id={id}
      name={id}
      label={t(`requests:field.${id}`)}
      errors={errors(id)}
      defaultValue={typed[id] ?? about}
      options={[{ value: "", label: t(any ? "requests:field.noCourse" : "requests:field.choose") }, ...options]}
    />
  );
  return (
    <>
      {kind === "correct-record" && (
        <>
          <SelectField
            id="field"
            name="field"
            label={t("requests:field.field")}
            errors={errors("field")}
            defaultValue={typed.field ?? "name"}
            options={RECORD_FIELDS.map((field) => ({ value: field, label: t(`requests:record.${field}`) }))}
          />
          <Field
            id="value"
            name="value"
            label={t("requests:field.value")}
            hint={t("requests:field.valueHint")}
            errors={errors("value")}
            defaultValue={typed.value}
            maxLength={200}
          />
        </>
      )}
      {(kind === "extend" || kind === "exempt") && select("programme", choices.programmes)}
      {kind === "extend" && (
        <DateField
          id="until"
          name="until"
          label={t("requests:field.newDay")}
          errors={errors("until")}
          defaultValue={typed.until}
          min={addDays(today, 1)}
        />
      )}
      {kind === "exempt" && (
        <DateField
          id="until"
          name="until"
          optional
          label={t("requests:field.exemptUntil")}
          hint={t("requests:field.exemptUntilHint")}
          errors={errors("until")}
          defaultValue={typed.until}
          min={addDays(today, 1)}
        />
      )}
      {kind === "contest-level" && (
        <>
          {select("competency", choices.competencies)}
          <SelectField
            id="level"
            name="level"
            label={t("requests:field.level")}
            errors={errors("level")}
            defaultValue={typed.level ?? "1"}
            options={LEVELS.map((level) => ({ value: level, label: level }))}
          />
        </>
      )}
      {kind === "appeal-mark" && select("attempt", choices.attempts)}
      {kind === "more-attempt" && select("course", choices.courses)}
      {kind === "ask-trainer" && select("course", choices.courses, true)}
      <FieldFrame
        id="text"
        label={t(kind === "ask-trainer" ? "requests:field.question" : "requests:field.text")}
        hint={t(kind === "ask-trainer" ? "requests:field.questionHint" : "requests:field.textHint")}
        errors={errors("text")}
      >
        {(aria) => (
          <textarea {...aria} name="text" className="input" rows={6} maxLength={4000} defaultValue={typed.text} />
        )}
      </FieldFrame>
      {kind !== "ask-trainer" && (
        <ProofFilesField
          optional
          label={t("requests:field.proof")}
          hint={t("requests:field.proofHint")}
          errors={errors("proofKind", "proofSize", "proofCount")}
        />
      )}
    </>
  );
}
