import { useTranslation } from "react-i18next";
import { Field } from "./field";

export interface OrderErrors {
  document?: readonly string[];
  note?: readonly string[];
}

/** The document that orders an act, and a note. */
export function OrderFields({
  typed,
  errors = {},
}: {
  typed?: { document?: string; note?: string };
  errors?: OrderErrors;
}) {
  const { t } = useTranslation();
  return (
    <>
      <Field
        id="document"
        name="document"
        label={t("rules:order.document")}
        hint={t("rules:order.documentHint")}
        errors={errors.document}
        defaultValue={typed?.document}
        maxLength={200}
        required
      />
      <Field
        id="note"
        name="note"
        label={t("rules:order.note")}
        errors={errors.note}
        defaultValue={typed?.note}
        maxLength={500}
        optional
      />
    </>
  );
}
