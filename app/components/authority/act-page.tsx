import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "../button";
import { type Crumb, Crumbs } from "../crumbs";
import { ErrorSummary, type SummaryError } from "../error-summary";
import { PageTitle } from "../page-title";

export interface ActPageProps {
  crumbs: readonly Crumb[];
  title: string;
  lead: string;
  problems: readonly SummaryError[];
  /** what it is about, before the form */
  about?: ReactNode;
  onceKey: string;
  submit: string;
  danger?: boolean;
  back: string;
  /** null: nothing can be sent, `children` say why */
  form?: "plain" | "file" | null;
  children: ReactNode;
}

/** A page that does one act: what it does, what it is about, what it asks for, and the way back. */
export function ActPage(props: ActPageProps) {
  const {
    crumbs,
    title,
    lead,
    problems,
    about,
    onceKey,
    submit,
    danger = false,
    back,
    form = "plain",
    children,
  } = props;
  const { t } = useTranslation();
  return (
    <main id="main" className="narrow flow-l">
      <div>
        <Crumbs items={[...crumbs, { label: title }]} />
        <ErrorSummary errors={problems} />
        <PageTitle title={title} lead={lead} />
      </div>
      {about}
      {form === null ? (
        <div className="flow">
          {children}
          <p>
            <LinkButton href={back} variant="secondary" icon="left">
              {t("authority:back")}
            </LinkButton>
          </p>
        </div>
      ) : (
        <Form
          method="post"
          className="flow"
          encType={form === "file" ? "multipart/form-data" : undefined}
          reloadDocument={form === "file"}
        >
          <input type="hidden" name="onceKey" value={onceKey} />
          {children}
          <div className="row">
            <Button variant={danger ? "danger" : "primary"}>{submit}</Button>
            <LinkButton href={back} variant="secondary">
              {t("authority:cancel")}
            </LinkButton>
          </div>
        </Form>
      )}
    </main>
  );
}
