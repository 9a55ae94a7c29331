import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { showCivilDate } from "~/domain/time/civil-date";
import { ActList, type ActListItem } from "./act-list";
import { Button, LinkButton } from "./button";
import { ErrorSummary } from "./error-summary";
import { Field } from "./field";
import { PageTitle } from "./page-title";
import { Section } from "./section";

/** Why an act stays, as the server said. */
export type UndoTrouble =
  | "unknown-change"
  | "already-undone"
  | "is-undo"
  | "not-undoable"
  | "later-changes"
  | "inconsistent";

/** One act on record, and the way to take it back while nothing later builds on it. */
export function UndoPage({
  act,
  trouble,
  because = [],
  back,
  children,
}: {
  act: ActListItem;
  trouble?: UndoTrouble;
  /** later acts that stand in the way */
  because?: readonly { title: string; on: string }[];
  back: string;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <>
      {trouble && (
        <ErrorSummary
          title={t("rules:undo.refused")}
          errors={[
            { message: t(`rules:undo.trouble.${trouble}`) },
            ...because.map(({ title, on }) => ({ message: `${showCivilDate(on)}: ${title}` })),
          ]}
        />
      )}
      <PageTitle title={act.title} lead={act.undone ? t("rules:undo.isUndone") : undefined} />
      <ActList acts={[act]} />
      {children}
      {!act.undone && (
        <Section className="section" title={t("rules:undo.title")}>
          <p className="section-s">{t("rules:undo.what")}</p>
          <Form method="post" className="flow">
            <Field id="note" name="note" label={t("rules:undo.why")} maxLength={500} required />
            <div className="row">
              <Button variant="danger">{t("rules:undo.submit")}</Button>
              <LinkButton href={back} variant="secondary">
                {t("rules:order.cancel")}
              </LinkButton>
            </div>
          </Form>
        </Section>
      )}
    </>
  );
}
