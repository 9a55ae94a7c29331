import { useTranslation } from "react-i18next";
import type { LifeAct, RevocationCause } from "~/domain/certification/life-acts";
import { type CivilDate, showCivilDate } from "~/domain/time/civil-date";
import { Anchor } from "./anchor";
import { LinkButton } from "./button";
import { Section } from "./section";
import { Timeline } from "./timeline";

export interface CertificateLifeProps {
  id: string;
  life: {
    events: readonly {
      kind: "issued" | "renewed" | "revoked" | "reinstated" | "superseded";
      on: CivilDate;
      cause: RevocationCause | null;
      reason: string | null;
      document: string | null;
      by: string | null;
    }[];
    replaces: { id: string; serial: string } | null;
    replacedBy: { id: string; serial: string } | null;
    renews: { id: string; serial: string } | null;
    signedCopy: { signer: string; signedOn: CivilDate } | null;
    acts: readonly LifeAct[];
    mayUpload: boolean;
  };
}

const LINKS = ["replaces", "replacedBy", "renews"] as const;

/** What happened to a certificate, which other papers it is linked to, the body's own signature, and what may be done to it. */
export function CertificateLife({ id, life }: CertificateLifeProps) {
  const { t } = useTranslation();
  return (
    <Section className="section no-print" title={t("certificates:life.title")} meta={t("certificates:life.meta")}>
      <div className="section-s flow-s">
        {LINKS.map((link) => {
          const other = life[link];
          return (
            other && (
              <p key={link}>
                {t(`certificates:life.${link}`)} <Anchor href={`/certificates/${other.id}`}>{other.serial}</Anchor>
              </p>
            )
          );
        })}
        <p>
          {life.signedCopy ? (
            <>
              {t("certificates:life.signed", {
                signer: life.signedCopy.signer,
                date: showCivilDate(life.signedCopy.signedOn),
              })}{" "}
              <Anchor className="tap" href={`/certificates/${id}/proof/signed-copy`} reload>
                {t("certificates:life.signedCopy")}
              </Anchor>
            </>
          ) : (
            t("certificates:life.unsigned")
          )}
        </p>
      </div>
      <Timeline
        events={life.events.map((event, index) => ({
          key: `${event.kind} ${event.on} ${index}`,
          date: event.on,
          title: t(`certificates:event.${event.kind}`),
          kind: event.kind === "revoked" ? "ended" : event.kind === "superseded" ? undefined : "milestone",
          meta: [
            event.cause && t(`certificates:cause.${event.cause}`),
            event.reason,
            event.document,
            event.by && t("certificates:life.by", { name: event.by }),
          ]
            .filter(Boolean)
            .join(" · "),
        }))}
      />
      {(life.acts.length > 0 || life.mayUpload) && (
        <p className="row section-s">
          {life.acts.map((act) => (
            <LinkButton key={act} href={`/register/${id}/${act}`} variant="secondary">
              {t(`certificates:act.${act}`)}
            </LinkButton>
          ))}
          {life.mayUpload && (
            <LinkButton href={`/register/${id}/signed-copy`} variant="secondary">
              {t("certificates:act.signed")}
            </LinkButton>
          )}
        </p>
      )}
    </Section>
  );
}
