import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "../button";
import { PageTitle } from "../page-title";

/** The process of an import broke off: nothing was written, and it can be run again. */
export function ImportStopped({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <>
      <PageTitle title={t("imports:stopped.title")} lead={t("imports:stopped.lead")} />
      <Form method="post" action={`/imports/${id}/again`} className="row">
        <Button>{t("imports:stopped.again")}</Button>
        <LinkButton href="/imports" variant="secondary">
          {t("imports:back")}
        </LinkButton>
      </Form>
    </>
  );
}
