import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ProofContent } from "~/domain/proofs/outside-proof";
import { Button } from "../button";
import { errorsByField } from "../errors-by-field";
import { SelectField } from "../field";
import { Section } from "../section";
import { TextArea } from "../text-area";
import { fieldsOf, ProofFields } from "./proof-fields";

const LEVELS = ["1", "2", "3", "4", "5"] as const;

export interface VerifyFormProps {
  content: ProofContent;
  competencies: readonly { key: string; title: string }[];
  mostLevels: number;
  typed: Record<string, string> | null;
  problems: readonly { fieldId?: string; message: string }[];
}

/** What whoever verifies holds against the papers, and mends where they say something else; then the ways to decide. */
export function VerifyForm({ content, competencies, mostLevels, typed, problems }: VerifyFormProps) {
  const { t } = useTranslation();
  const shown = typed ?? fieldsOf(content);
  const none = { value: "", label: t("proofs:verify.noLevel") };
  return (
    <Section title={t("proofs:verify.title")}>
      <Form method="post" className="flow section-s">
        <p className="meta">{t("proofs:verify.lead")}</p>
        <ProofFields kind={content.kind} typed={shown} problems={problems} />
        {content.kind === "training" && (
          <fieldset className="flow">
            <legend className="label">{t("proofs:verify.levels")}</legend>
            <p className="hint">{t("proofs:verify.levelsHint")}</p>
            {Array.from({ length: mostLevels }, (_, place) => place).map((place) => (
              <div className="row" key={place}>
                <SelectField
                  id={`competency${place}`}
                  name={`competency${place}`}
                  label={t("proofs:verify.competency", { number: place + 1 })}
                  defaultValue={shown[`competency${place}`] ?? ""}
                  options={[none, ...competencies.map(({ key, title }) => ({ value: key, label: title }))]}
                />
                <SelectField
                  id={`level${place}`}
                  name={`level${place}`}
                  label={t("proofs:verify.level", { number: place + 1 })}
                  defaultValue={shown[`level${place}`] ?? ""}
                  options={[none, ...LEVELS.map((value) => ({ value, label: value }))]}
                />
              </div>
            ))}
          </fieldset>
        )}
        <TextArea
          id="text"
          name="text"
          optional
          label={t("proofs:verify.words")}
          hint={t("proofs:verify.wordsHint")}
          errors={errorsByField(problems)("text")}
          defaultValue={typed?.text}
          maxLength={1000}
        />
        <div className="row">
          <Button name="event" value="verified">
            {t("proofs:decide.verified")}
          </Button>
          <Button name="event" value="returned" variant="secondary">
            {t("proofs:decide.returned")}
          </Button>
          <Button name="event" value="refused" variant="danger">
            {t("proofs:decide.refused")}
          </Button>
        </div>
      </Form>
    </Section>
  );
}
