import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { CertificateStatus } from "~/domain/certification/certificate-status";
import type { LifeAct, LifeRefusal } from "~/domain/certification/life-acts";
import { showCivilDate } from "~/domain/time/civil-date";
import { CertificateBadge } from "../certificate-badge";
import { errorsByField } from "../errors-by-field";
import { Facts } from "../facts";
import { Field } from "../field";
import { Note } from "../note";
import { TextArea } from "../text-area";
import { ActPage } from "./act-page";

export interface LifePageProps {
  act: LifeAct;
  certificate: {
    id: string;
    serial: string;
    holder: string;
    unit: string;
    programme: string;
    issuedOn: string;
    status: CertificateStatus;
    impossible: "own" | LifeRefusal | null;
  };
  onceKey: string;
  /** what came back of a form that was not accepted */
  answer: { wrong: readonly LifeField[]; refusal: Refusal | null; typed: Typed } | undefined;
  danger?: boolean;
  /** what this act asks for beside the reason */
  fields?: (form: { errorOf: ReturnType<typeof errorsByField>; typed: Typed }) => ReactNode;
}

type Typed = Readonly<Record<string, string>>;
type Refusal = "own" | "nothing-changed" | LifeRefusal;
type LifeField = "reason" | "document" | "cause" | "holder" | "unitVi" | "unitEn" | "programmeVi" | "programmeEn";

/** One act in the life of a certificate: whose it is and how it stands, what the act does, why it is done. */
export function LifePage({ act, certificate, onceKey, answer, danger, fields }: LifePageProps) {
  const { t } = useTranslation();
  const problems = [
    ...(answer?.wrong ?? []).map((field) => ({ fieldId: field as string, message: t(`authority:wrong.${field}`) })),
    ...(answer?.refusal ? [{ message: t(`authority:life.refused.${answer.refusal}`) }] : []),
  ];
  const errorOf = errorsByField(problems);
  const typed: Typed = answer?.typed ?? {};
  const back = `/certificates/${certificate.id}`;
  return (
    <ActPage
      crumbs={[
        { label: t("authority:register.short"), href: "/register" },
        { label: certificate.serial, href: back },
      ]}
      title={t(`authority:life.${act}.title`)}
      lead={t(`authority:life.${act}.lead`)}
      problems={problems}
      about={
        <Facts
          items={[
            { term: t("authority:column.serial"), value: certificate.serial },
            { term: t("authority:column.name"), value: certificate.holder },
            { term: t("authority:column.unit"), value: certificate.unit },
            { term: t("authority:field.programme"), value: certificate.programme },
            { term: t("authority:column.issued"), value: showCivilDate(certificate.issuedOn) },
            { term: t("authority:column.standing"), value: <CertificateBadge status={certificate.status} /> },
          ]}
        />
      }
      onceKey={onceKey}
      submit={t(`authority:life.${act}.submit`)}
      danger={danger}
      back={back}
      form={certificate.impossible === null ? "plain" : null}
    >
      {certificate.impossible === null ? (
        <>
          {fields?.({ errorOf, typed })}
          <TextArea
            id="reason"
            name="reason"
            label={t("authority:field.reason")}
            hint={t("authority:life.reasonHint")}
            errors={errorOf("reason")}
            defaultValue={typed.reason}
            required
          />
          <Field
            id="document"
            name="document"
            label={t("authority:field.document")}
            optional
            maxLength={200}
            errors={errorOf("document")}
            defaultValue={typed.document}
          />
        </>
      ) : (
        <Note tone="warn" icon="alert" title={t("authority:life.impossible")}>
          <p>{t(`authority:life.refused.${certificate.impossible}`)}</p>
        </Note>
      )}
    </ActPage>
  );
}
