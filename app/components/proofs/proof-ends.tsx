import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ProofEventKind } from "~/domain/proofs/proof-state";
import { Button, LinkButton } from "../button";
import { errorsByField } from "../errors-by-field";
import { FieldFrame } from "../field";
import { Section } from "../section";

export interface ProofEndsProps {
  proof: string;
  may: readonly ProofEventKind[];
  problems: readonly { fieldId?: string; message: string }[];
}

/** The ways on that are not a verification: mend what was returned, withdraw what waits, revoke what was verified. */
export function ProofEnds({ proof, may, problems }: ProofEndsProps) {
  const { t } = useTranslation();
  const end = may.includes("withdrawn") ? "withdrawn" : may.includes("revoked") ? "revoked" : null;
  if (end === null && !may.includes("submitted")) return null;
  return (
    <Section title={t("proofs:decide.title")}>
      {may.includes("submitted") && (
        <p className="section-s">
          <LinkButton href={`/proofs/${proof}/mend`}>{t("proofs:decide.submitted")}</LinkButton>
        </p>
      )}
      {end && (
        <Form method="post" className="flow section-s">
          <p className="meta">{t(`proofs:decide.${end}Text`)}</p>
          {end === "revoked" && (
            <FieldFrame id="text" label={t("proofs:verify.words")} errors={errorsByField(problems)("text")}>
              {(aria) => <textarea {...aria} name="text" className="input" rows={3} maxLength={1000} />}
            </FieldFrame>
          )}
          <p>
            <Button name="event" value={end} variant="danger">
              {t(`proofs:decide.${end}`)}
            </Button>
          </p>
        </Form>
      )}
    </Section>
  );
}
