import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "../button";
import { FieldFrame } from "../field";

/** The note with which a task goes back to its author. */
export function ReworkForm({ typed, errors, back }: { typed: string; errors?: readonly string[]; back: string }) {
  const { t } = useTranslation();
  return (
    <Form method="post" className="flow">
      <FieldFrame id="note" label={t("marking:rework.note")} hint={t("marking:rework.hint")} errors={errors}>
        {(aria) => <textarea {...aria} name="note" className="input" rows={6} maxLength={4000} defaultValue={typed} />}
      </FieldFrame>
      <div className="row">
        <Button>{t("marking:rework.submit")}</Button>
        <LinkButton href={back} variant="secondary">
          {t("marking:rework.back")}
        </LinkButton>
      </div>
    </Form>
  );
}
