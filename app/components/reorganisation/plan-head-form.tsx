import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "../button";
import { DateField } from "../date-field";
import { ErrorSummary } from "../error-summary";
import { Field, FieldFrame } from "../field";

type HeadField = "titleVi" | "titleEn" | "date" | "document" | "note";

export interface PlanHeadFormProps {
  values: Record<HeadField, string>;
  wrong: readonly HeadField[];
  submit: string;
  cancel: string;
  /** hidden inputs */
  children: ReactNode;
}

/** What a reorganisation is called, from when it holds and what orders it. */
export function PlanHeadForm({ values, wrong, submit, cancel, children }: PlanHeadFormProps) {
  const { t } = useTranslation();
  const errorsOf = (field: HeadField) => (wrong.includes(field) ? [t(`reorganisation:wrong.${field}`)] : undefined);
  return (
    <Form method="post" noValidate>
      <ErrorSummary errors={wrong.map((field) => ({ fieldId: field, message: t(`reorganisation:wrong.${field}`) }))} />
      {children}
      <Field
        id="titleVi"
        name="titleVi"
        label={t("reorganisation:head.titleVi")}
        hint={t("reorganisation:head.titleViHint")}
        errors={errorsOf("titleVi")}
        defaultValue={values.titleVi}
        maxLength={200}
        required
      />
      <Field
        id="titleEn"
        name="titleEn"
        label={t("reorganisation:head.titleEn")}
        hint={t("reorganisation:head.titleEnHint")}
        errors={errorsOf("titleEn")}
        defaultValue={values.titleEn}
        maxLength={200}
        optional
      />
      <DateField
        id="date"
        name="date"
        label={t("reorganisation:head.date")}
        hint={t("reorganisation:head.dateHint")}
        errors={errorsOf("date")}
        defaultValue={values.date}
        required
      />
      <Field
        id="document"
        name="document"
        label={t("reorganisation:head.document")}
        hint={t("reorganisation:head.documentHint")}
        errors={errorsOf("document")}
        defaultValue={values.document}
        maxLength={200}
        required
      />
      <FieldFrame id="note" label={t("reorganisation:head.note")} errors={errorsOf("note")} optional>
        {(aria) => (
          <textarea {...aria} name="note" className="input" defaultValue={values.note} maxLength={2000} rows={3} />
        )}
      </FieldFrame>
      <p className="row section">
        <Button>{submit}</Button>
        <LinkButton href={cancel} variant="secondary">
          {t("reorganisation:cancel")}
        </LinkButton>
      </p>
    </Form>
  );
}
