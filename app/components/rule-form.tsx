import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "./button";
import { DateField } from "./date-field";
import { ErrorSummary } from "./error-summary";
import { Field, FieldError, SelectField } from "./field";
import { Fold } from "./fold";
import { RuleGroupFields } from "./rule-group-fields";
import { Section } from "./section";
import type { UnitOptionGroup } from "./unit-field";

export interface RuleFormChoices {
  positions: readonly { value: string; label: string }[];
  assignable: readonly { value: string; label: string }[];
  /** rules in force that this one can take the place of */
  rules: readonly { value: string; label: string }[];
  units: readonly UnitOptionGroup[];
}

export type RuleFormProblem =
  | "titleVi"
  | "titleEn"
  | "reasonVi"
  | "reasonEn"
  | "issuerVi"
  | "issuerEn"
  | "document"
  | "from"
  | "until"
  | "assigns"
  | "dueDays"
  | "replaces"
  | "when"
  | "changed-meanwhile"
  | "unknown-programme";

const GROUPS = [0, 1, 2];

/** The text of a rule: whom it means, what it assigns, until when, and why. Works without JavaScript. */
export function RuleForm({
  typed,
  problems,
  choices,
  once,
  back,
}: {
  typed: Readonly<Record<string, readonly string[]>>;
  problems: readonly RuleFormProblem[];
  choices: RuleFormChoices;
  once: string;
  back: string;
}) {
  const { t } = useTranslation();
  const words = (problem: RuleFormProblem) => t(`rules:problem.${problem}`);
  const errors = (problem: RuleFormProblem) => (problems.includes(problem) ? [words(problem)] : undefined);
  const field = (name: "titleVi" | "titleEn" | "reasonVi" | "reasonEn" | "issuerVi" | "issuerEn") => ({
    id: name,
    name,
    label: t(`rules:form.${name}`),
    errors: errors(name),
    defaultValue: typed[name]?.[0],
    maxLength: 300,
    required: true,
  });
  const used = (group: number) => Object.keys(typed).some((name) => name.startsWith(`g${group}-`));
  return (
    <>
      <ErrorSummary
        errors={problems.map((problem) => ({
          fieldId: problem === "when" ? "g0-position" : problem,
          message: words(problem),
        }))}
      />
      <Form method="post" className="flow-l">
        <input type="hidden" name="once" value={once} />
        <Section title={t("rules:form.name")}>
          <div className="flow section-s">
            <Field {...field("titleVi")} />
            <Field {...field("titleEn")} />
          </div>
        </Section>
        <Section title={t("rules:form.who")} meta={t("rules:form.whoMeta")}>
          <div className="section-s">
            {errors("when") && <FieldError id="when-error" errors={errors("when") ?? []} />}
            <RuleGroupFields group={0} typed={typed} positions={choices.positions} units={choices.units} />
            {GROUPS.slice(1).map((group) => (
              <Fold key={group} summary={t("rules:form.group", { number: group + 1 })} open={used(group)}>
                <RuleGroupFields group={group} typed={typed} positions={choices.positions} units={choices.units} />
              </Fold>
            ))}
          </div>
        </Section>
        <Section title={t("rules:form.what")}>
          <div className="flow section-s">
            <SelectField
              id="assigns"
              name="assigns"
              label={t("rules:form.assigns")}
              errors={errors("assigns") ?? errors("unknown-programme")}
              options={choices.assignable}
              defaultValue={typed.assigns?.[0]}
            />
            <Field
              id="dueDays"
              name="dueDays"
              type="number"
              min={1}
              max={3650}
              label={t("rules:form.dueDays")}
              hint={t("rules:form.dueDaysHint")}
              errors={errors("dueDays")}
              defaultValue={typed.dueDays?.[0]}
              short
              required
            />
            <Field {...field("reasonVi")} hint={t("rules:form.reasonHint")} />
            <Field {...field("reasonEn")} hint={t("rules:form.reasonHint")} />
          </div>
        </Section>
        <Section title={t("rules:form.when")}>
          <div className="flow section-s">
            <div className="inline-form">
              <DateField
                id="from"
                name="from"
                label={t("rules:form.from")}
                errors={errors("from")}
                defaultValue={typed.from?.[0]}
                required
              />
              <DateField
                id="until"
                name="until"
                label={t("rules:form.until")}
                errors={errors("until")}
                defaultValue={typed.until?.[0]}
                optional
              />
            </div>
            <Field
              id="document"
              name="document"
              label={t("rules:order.document")}
              hint={t("rules:order.documentHint")}
              errors={errors("document")}
              defaultValue={typed.document?.[0]}
              maxLength={200}
              required
            />
            <Field {...field("issuerVi")} />
            <Field {...field("issuerEn")} />
            <SelectField
              id="replaces"
              name="replaces"
              label={t("rules:form.replaces")}
              hint={t("rules:form.replacesHint")}
              errors={errors("replaces")}
              options={[{ value: "", label: t("rules:form.replacesNone") }, ...choices.rules]}
              defaultValue={typed.replaces?.[0] ?? ""}
              optional
            />
            <div className="row">
              <Button>{t("rules:form.submit")}</Button>
              <LinkButton href={back} variant="secondary">
                {t("rules:order.cancel")}
              </LinkButton>
            </div>
          </div>
        </Section>
      </Form>
    </>
  );
}
