import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "./button";
import { DateField } from "./date-field";
import { DocumentFields } from "./permission-fields";

/** Asks for the day and the document of an ending. Its errors are said by the summary above it, too. */
export function EndPermission({
  today,
  onceKey,
  typed,
  errorOf,
  cancel,
}: {
  today: string;
  onceKey: string;
  typed: Readonly<Record<string, string>>;
  errorOf: (field: "on" | "document") => string[] | undefined;
  cancel: string;
}) {
  const { t } = useTranslation();
  return (
    <Form method="post" className="flow">
      <input type="hidden" name="onceKey" value={onceKey} />
      <DateField
        id="on"
        name="on"
        label={t("permissions:field.on")}
        hint={t("permissions:end.onHint")}
        errors={errorOf("on")}
        defaultValue={typed.on ?? today}
        required
      />
      <DocumentFields typed={typed} errors={errorOf("document")} />
      <div className="row">
        <Button variant="danger">{t("permissions:end.submit")}</Button>
        <LinkButton href={cancel} variant="secondary">
          {t("permissions:cancel")}
        </LinkButton>
      </div>
    </Form>
  );
}
