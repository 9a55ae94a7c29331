import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ORDER_ACTS, type OrderAct } from "~/domain/enrolment/duty-order";
import { Button, LinkButton } from "./button";
import { Choice, Choices } from "./choice";
import { DateField } from "./date-field";
import { Field, SelectField } from "./field";

export type OrderFormProblem = "assigns" | "due" | "until" | "reason" | "document";

/** What is ordered for the people chosen: assign, more time, an exemption, or another date; one reason, one document. */
export function DutyOrderForm({
  selection,
  typed,
  problems,
  assignable,
  back,
}: {
  selection: readonly { name: string; value: string }[];
  typed: Partial<Record<"act" | "assigns" | "due" | "until" | "reason" | "document", string>>;
  problems: readonly OrderFormProblem[];
  assignable: readonly { value: string; label: string }[];
  back: string;
}) {
  const { t } = useTranslation();
  const errors = (problem: OrderFormProblem) =>
    problems.includes(problem) ? [t(`rules:duties.problem.${problem}`)] : undefined;
  const chosen: OrderAct = ORDER_ACTS.find((act) => act === typed.act) ?? "assign";
  return (
    <Form method="post" className="flow">
      {selection.map(({ name, value }) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <Choices legend={t("rules:duties.act")}>
        {ORDER_ACTS.map((act) => (
          <Choice key={act} name="act" value={act} defaultChecked={act === chosen} note={t(`rules:duties.note.${act}`)}>
            {t(`rules:duties.do.${act}`)}
          </Choice>
        ))}
      </Choices>
      <SelectField
        id="assigns"
        name="assigns"
        label={t("rules:form.assigns")}
        errors={errors("assigns")}
        options={assignable}
        defaultValue={typed.assigns}
      />
      <div className="inline-form">
        <DateField
          id="due"
          name="due"
          label={t("rules:duties.due")}
          hint={t("rules:duties.dueHint")}
          errors={errors("due")}
          defaultValue={typed.due}
        />
        <DateField
          id="until"
          name="until"
          label={t("rules:duties.until")}
          hint={t("rules:duties.untilHint")}
          errors={errors("until")}
          defaultValue={typed.until}
        />
      </div>
      <Field
        id="reason"
        name="reason"
        label={t("rules:duties.reason")}
        hint={t("rules:duties.reasonHint")}
        errors={errors("reason")}
        defaultValue={typed.reason}
        maxLength={300}
        required
      />
      <Field
        id="document"
        name="document"
        label={t("rules:order.document")}
        hint={t("rules:order.documentHint")}
        errors={errors("document")}
        defaultValue={typed.document}
        maxLength={200}
        required
      />
      <div className="row">
        <Button>{t("rules:duties.preview")}</Button>
        <LinkButton href={back} variant="secondary">
          {t("rules:order.cancel")}
        </LinkButton>
      </div>
    </Form>
  );
}
