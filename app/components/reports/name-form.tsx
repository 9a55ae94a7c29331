import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "../button";
import { Crumbs } from "../crumbs";
import { ErrorSummary } from "../error-summary";
import { errorsByField } from "../errors-by-field";
import { Field } from "../field";
import { PageTitle } from "../page-title";

export interface NameFormProps {
  title: string;
  lead: string;
  meta?: string;
  hint: string;
  submit: string;
  cancelHref: string;
  /** where the form goes, if not to the address of the page */
  action?: string;
  onceKey: string;
  /** what was typed, where it was refused */
  typed?: string;
  /** why it was */
  problem: string | null;
  /** hidden fields of the page's own */
  children?: ReactNode;
}

/** A page that asks for nothing but a name: under it a question or a report is kept. */
export function NameForm(props: NameFormProps) {
  const { title, lead, meta, hint, submit, cancelHref, action, onceKey, typed, problem, children } = props;
  const { t } = useTranslation();
  const problems = problem === null ? [] : [{ fieldId: "name" as const, message: problem }];
  return (
    <main id="main" className="narrow">
      <Crumbs items={[{ label: t("reports:index.title"), href: "/reports" }, { label: title }]} />
      <ErrorSummary errors={problems} />
      <PageTitle title={title} lead={lead} meta={meta} />
      <Form method="post" action={action} className="flow">
        <input type="hidden" name="onceKey" value={onceKey} />
        {children}
        <Field
          id="name"
          name="name"
          label={t("reports:views.name")}
          hint={hint}
          errors={errorsByField(problems)("name")}
          defaultValue={typed}
          maxLength={100}
          autoComplete="off"
          required
        />
        <div className="row">
          <Button>{submit}</Button>
          <LinkButton href={cancelHref} variant="secondary">
            {t("reports:views.cancel")}
          </LinkButton>
        </div>
      </Form>
    </main>
  );
}
