import { useTranslation } from "react-i18next";
import { lastDayOf } from "~/domain/certification/certificate-status";
import type { CertificateEvidence } from "~/domain/evidence-file/evidence-file";
import { showCivilDate } from "~/domain/time/civil-date";
import { useInstant } from "../exams/attempt-log";
import { Facts } from "../facts";
import { Fold } from "../fold";
import { Section } from "../section";
import { Timeline } from "../timeline";

const EVENTS = ["issued", "renewed", "revoked", "reinstated", "superseded"] as const;
const STEPS = ["drawn-up", "submitted", "returned", "approved", "withdrawn"] as const;

/** The certificate itself: what it says, by which rules, under whose authority, and what became of it. */
export function EvidenceCertificate({ certificate }: { certificate: CertificateEvidence }) {
  const { t } = useTranslation();
  const instant = useInstant();
  const { rules, decision } = certificate;
  const met = certificate.completion ?? certificate.basis;
  const last = lastDayOf(certificate.validUntil);
  return (
    <>
      <Section title={t("reports:evidence.certificate.title")}>
        <Facts
          items={[
            { term: t("reports:evidence.certificate.serial"), value: certificate.serial },
            {
              term: t("reports:evidence.certificate.holder"),
              value: `${certificate.holder.name} (${certificate.holder.staffCode})`,
            },
            { term: t("reports:evidence.certificate.issued"), value: showCivilDate(certificate.issuedOn) },
            { term: t("reports:evidence.certificate.completed"), value: showCivilDate(certificate.completedOn) },
            {
              term: t("reports:evidence.certificate.until"),
              value: last ? showCivilDate(last) : t("reports:evidence.certificate.noEnd"),
            },
            ...(certificate.renews
              ? [{ term: t("reports:evidence.certificate.renews"), value: certificate.renews }]
              : []),
            ...(certificate.replaces
              ? [{ term: t("reports:evidence.certificate.replaces"), value: certificate.replaces }]
              : []),
            ...certificate.signedCopies.map(({ sha256, signer, signedOn, retracted }) => ({
              key: sha256,
              term: t("reports:evidence.certificate.signedCopy"),
              value: [signer, showCivilDate(signedOn), retracted && t("reports:evidence.certificate.laterCopy")]
                .filter(Boolean)
                .join(", "),
            })),
          ]}
        />
        <Timeline
          events={certificate.events.map(({ kind, on, cause, reason, retracted, change }, index) => ({
            key: `${change}-${index}`,
            date: on,
            title: t(`reports:evidence.event.${EVENTS.find((each) => each === kind) ?? "other"}`),
            meta: [[cause, reason].filter(Boolean).join(". "), t("reports:evidence.change", { change })]
              .filter(Boolean)
              .join(" · "),
            retracted,
            kind: kind === "issued" || kind === "renewed" ? "milestone" : kind === "revoked" ? "ended" : undefined,
          }))}
        />
      </Section>
      <Section title={t("reports:evidence.rules.title")}>
        <Facts
          items={[
            { term: t("reports:evidence.rules.source"), value: t(`reports:evidence.rules.from.${rules.source}`) },
            { term: t("reports:evidence.rules.version"), value: rules.number },
            { term: t("reports:evidence.rules.since"), value: showCivilDate(rules.validFrom) },
            ...(rules.hash
              ? [
                  {
                    term: "SHA-256",
                    value: (
                      <code key="hash" className="seal">
                        {rules.hash}
                      </code>
                    ),
                  },
                ]
              : []),
          ]}
        />
        <Fold summary={t("reports:evidence.rules.text")}>
          <Recorded value={rules.programme} />
        </Fold>
        {met === null ? (
          <p className="section-s">{t("reports:evidence.rules.notRecorded")}</p>
        ) : (
          <Fold summary={t("reports:evidence.rules.met")}>
            <Recorded value={met} />
          </Fold>
        )}
      </Section>
      {decision && (
        <Section title={t("reports:evidence.authority.title")}>
          <Facts
            items={[
              {
                term: t("reports:evidence.authority.way"),
                value: t(`reports:evidence.authority.${decision.kind}`),
              },
              { term: t("reports:evidence.authority.number"), value: decision.number ?? "–" },
              {
                term: t("reports:evidence.authority.on"),
                value: decision.on ? showCivilDate(decision.on) : "–",
              },
              { term: t("reports:evidence.authority.signatory"), value: decision.signatory ?? "–" },
              ...decision.steps.map(({ kind, at, by, text }, index) => ({
                key: `${kind}-${index}`,
                term: t(`reports:evidence.step.${STEPS.find((each) => each === kind) ?? "other"}`),
                value: [by, instant(at), text].filter(Boolean).join(", "),
              })),
            ]}
          />
        </Section>
      )}
    </>
  );
}

/** What was recorded, word for word: JSON as it stands in the file. */
export function Recorded({ value }: { value: unknown }) {
  return <pre className="recorded">{JSON.stringify(value, null, 2)}</pre>;
}
