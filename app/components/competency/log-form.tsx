import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { PracticeRule } from "~/domain/competency/practice-evidence";
import { LOG_LANGUAGES, LOG_ROLES } from "~/domain/practice-log/log-entry";
import { Button, LinkButton } from "../button";
import { Choice, Choices } from "../choice";
import { DateField } from "../date-field";
import { ErrorSummary } from "../error-summary";
import { errorsByField } from "../errors-by-field";
import { Field, SelectField } from "../field";
import { Fold } from "../fold";
import { Note } from "../note";
import { PageTitle } from "../page-title";
import { TextArea } from "../text-area";
import { PracticeRuleText } from "./practice-rule";

type Problem =
  | "competency"
  | "onDate"
  | "future"
  | "too-early"
  | "place"
  | "audience"
  | "people"
  | "role"
  | "language"
  | "link"
  | "note"
  | "not-possible";

export interface LogFormProps {
  title: string;
  lead: string;
  /** why the leader returned it; null: that did not happen */
  returned?: string | null;
  submit: string;
  back: string;
  onceKey: string;
  today: string;
  choices: readonly { key: string; title: string; rules: readonly PracticeRule[] }[];
  typed: Readonly<Record<string, string>>;
  problems: readonly Problem[];
}

/** The entry of the practice log as a form, new or to be mended. */
export function LogForm({
  title,
  lead,
  returned = null,
  submit,
  back,
  onceKey,
  today,
  choices,
  typed,
  problems,
}: LogFormProps) {
  const { t } = useTranslation();
  const errors = problems.map((problem) => ({
    fieldId: problem === "not-possible" ? undefined : fieldOf(problem),
    message: t(`competency:log.problem.${problem}`),
  }));
  const at = errorsByField(errors);
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageTitle title={title} lead={lead} />
      <div className="flow">
        {returned !== null && (
          <Note tone="warn" title={t("competency:log.mendWhy")} icon="info">
            <p className="pre-line">{returned}</p>
          </Note>
        )}
        <Note title={t("competency:log.privacyTitle")} icon="lock">
          <p>{t("competency:log.privacy")}</p>
        </Note>
      </div>
      <Form method="post" className="flow section-s">
        <input type="hidden" name="onceKey" value={typed.onceKey ?? onceKey} />
        <SelectField
          id="competency"
          name="competency"
          label={t("competency:log.field.competency")}
          errors={at("competency")}
          options={[
            { value: "", label: t("competency:log.choose") },
            ...choices.map((choice) => ({ value: choice.key, label: choice.title })),
          ]}
          defaultValue={typed.competency ?? ""}
        />
        <DateField
          id="onDate"
          name="onDate"
          label={t("competency:log.field.onDate")}
          errors={at("onDate")}
          max={today}
          defaultValue={typed.onDate ?? ""}
        />
        <Field
          id="place"
          name="place"
          label={t("competency:log.field.place")}
          errors={at("place")}
          maxLength={200}
          defaultValue={typed.place ?? ""}
        />
        <Field
          id="audience"
          name="audience"
          label={t("competency:log.field.audience")}
          hint={t("competency:log.field.audienceHint")}
          errors={at("audience")}
          maxLength={200}
          defaultValue={typed.audience ?? ""}
        />
        <Field
          id="people"
          name="people"
          label={t("competency:log.field.people")}
          hint={t("competency:log.field.peopleHint")}
          errors={at("people")}
          short
          inputMode="numeric"
          defaultValue={typed.people ?? ""}
        />
        <Choices id="role" legend={t("competency:log.field.role")} errors={at("role")}>
          {LOG_ROLES.map((role) => (
            <Choice
              key={role}
              name="role"
              value={role}
              defaultChecked={typed.role === role}
              note={t(`competency:log.roleNote.${role}`)}
            >
              {t(`competency:log.role.${role}`)}
            </Choice>
          ))}
        </Choices>
        <SelectField
          id="language"
          name="language"
          label={t("competency:log.field.language")}
          errors={at("language")}
          options={LOG_LANGUAGES.map((language) => ({
            value: language,
            label: t(`competency:log.language.${language}`),
          }))}
          defaultValue={typed.language ?? "vi"}
        />
        <Field
          id="link"
          name="link"
          label={t("competency:log.field.link")}
          hint={t("competency:log.field.linkHint")}
          errors={at("link")}
          optional
          inputMode="url"
          maxLength={500}
          defaultValue={typed.link ?? ""}
        />
        <TextArea
          id="note"
          name="note"
          label={t("competency:log.field.note")}
          hint={t("competency:log.field.noteHint")}
          errors={at("note")}
          optional
          rows={4}
          maxLength={1000}
          defaultValue={typed.note ?? ""}
        />
        <div className="row">
          <Button>{submit}</Button>
          <LinkButton href={back} variant="secondary">
            {t("competency:log.cancel")}
          </LinkButton>
        </div>
      </Form>
      <Fold summary={t("competency:log.rulesTitle")}>
        <ul>
          {choices.map((choice) => (
            <li key={choice.key}>
              <b>{choice.title}</b>
              {choice.rules.map((rule) => (
                <p key={rule.level} className="meta">
                  <PracticeRuleText rule={rule} />
                </p>
              ))}
            </li>
          ))}
        </ul>
      </Fold>
    </>
  );
}

function fieldOf(problem: Exclude<Problem, "not-possible">): string {
  return problem === "future" || problem === "too-early" ? "onDate" : problem;
}
