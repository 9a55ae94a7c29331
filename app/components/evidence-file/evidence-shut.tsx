import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { EvidenceSubject, EvidenceTaking } from "~/domain/evidence-file/evidence-file";
import { Button, LinkButton } from "../button";
import { ErrorSummary } from "../error-summary";
import { useInstant } from "../exams/attempt-log";
import { Field } from "../field";
import { PageTitle } from "../page-title";
import { Row, Rows } from "../rows";
import { Section } from "../section";

export interface EvidenceShutProps {
  subject: EvidenceSubject;
  takings: readonly EvidenceTaking[];
  onceKey: string;
  cancel: string;
  /** what was typed, where it said nothing */
  answer: { wrong: boolean; purpose: string } | null;
}

/** Before a file opens: what is in it, what for it is taken, and who took it before. */
export function EvidenceShut({ subject, takings, onceKey, cancel, answer }: EvidenceShutProps) {
  const { t } = useTranslation();
  const instant = useInstant();
  const errors = answer?.wrong ? [t("reports:evidence.purposeMissing")] : [];
  return (
    <>
      <ErrorSummary errors={errors.map((message) => ({ fieldId: "purpose", message }))} />
      <PageTitle
        title={t("reports:evidence.titleOf", { title: subject.title })}
        lead={t(`reports:evidence.what.${subject.kind}`)}
        meta={t("reports:evidence.careful")}
      />
      <Form method="post" className="flow">
        <input type="hidden" name="onceKey" value={onceKey} />
        <Field
          id="purpose"
          name="purpose"
          label={t("reports:evidence.purpose")}
          hint={t("reports:evidence.purposeHint")}
          errors={errors}
          defaultValue={answer?.purpose}
          maxLength={200}
          autoComplete="off"
          required
        />
        <div className="row">
          <Button>{t("reports:evidence.open")}</Button>
          <LinkButton href={cancel} variant="secondary">
            {t("reports:evidence.cancel")}
          </LinkButton>
        </div>
      </Form>
      <Section className="section" title={t("reports:evidence.takings")}>
        {takings.length === 0 && <p className="section-s">{t("reports:evidence.neverTaken")}</p>}
        <Rows>
          {takings.map(({ change, at, by, purpose }) => (
            <Row key={change} title={by ?? t("reports:evidence.house")} meta={instant(at)} cells={[purpose]} />
          ))}
        </Rows>
      </Section>
    </>
  );
}
