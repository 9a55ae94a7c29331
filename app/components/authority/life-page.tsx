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
  problems: readonly { fieldId?: string; message: string }[];
  typed: Readonly<Record<string, string>>;
  onceKey: string;
  danger?: boolean;
  children?: ReactNode;
}

/** One act in the life of a certificate: whose it is and how it stands, what the act does, why it is done. */
export function LifePage({ act, certificate, problems, typed, onceKey, danger, children }: LifePageProps) {
  const { t } = useTranslation();
  const errorOf = errorsByField(problems);
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
          {children}
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
