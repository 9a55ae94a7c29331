import { useTranslation } from "react-i18next";
import type { CertificateStatus } from "~/domain/certification/certificate-status";
import type { EvidenceKind } from "~/domain/competency/strength";
import type { CivilDate as Civil } from "~/domain/time/civil-date";
import { Anchor } from "./anchor";
import { Badge } from "./badge";
import { CivilDate } from "./civil-date";
import { EmptyState } from "./empty-state";
import { Item } from "./item";
import { Levels } from "./levels";
import { Row, Rows } from "./rows";
import { Section } from "./section";
import { SpanBar } from "./span-bar";
import { Timeline, type TimelineEvent } from "./timeline";
import type { Tone } from "./tone";

export interface PersonRecordData {
  competencies: readonly {
    key: string;
    title: string;
    level: number;
    need: number | null;
    proof: { kind: EvidenceKind; course: string; date: Civil; until: Civil | null } | null;
    course: { slug: string; title: string } | null;
  }[];
  certificates: readonly {
    id: string;
    programme: string;
    serial: string;
    status: CertificateStatus;
    from: Civil;
    lastDay: Civil | null;
    endedOn: Civil | null;
  }[];
  history: readonly { kind: string; date: Civil; values: Record<string, string | number> }[];
}

const tones: Record<CertificateStatus, Tone | undefined> = {
  "not-yet": undefined,
  valid: "ok",
  expiring: "warn",
  expired: undefined,
  revoked: "bad",
  replaced: undefined,
};

const milestones = new Set(["issued", "issued-open"]);
const endings = new Set(["revoked"]);

/** What is known of a person on a date: levels with their proof, certificates as spans, and what happened, newest first. */
export function PersonRecord({
  record,
  asOf,
  own,
  competencyHref,
}: {
  record: PersonRecordData;
  asOf: Civil;
  own: boolean;
  /** the page with the evidence behind each level */
  competencyHref: string;
}) {
  const { t } = useTranslation();
  return (
    <>
      <div className="split-3-2">
        <Section title={t("people:competencies.title")} meta={t("people:competencies.meta")}>
          <Competencies record={record} own={own} />
          <p>
            <Anchor className="tap" href={competencyHref}>
              {t("people:competencies.behind")}
            </Anchor>
          </p>
        </Section>
        <Section title={t("people:certificates.title")}>
          <Certificates record={record} asOf={asOf} />
        </Section>
      </div>
      <Section className="section" title={t("people:history.title")} meta={t("people:history.meta")}>
        {record.history.length === 0 ? (
          <p className="section-s">{t("people:history.none")}</p>
        ) : (
          <Timeline events={record.history.map(eventOf)} />
        )}
      </Section>
    </>
  );

  function eventOf(event: PersonRecordData["history"][number], index: number): TimelineEvent {
    return {
      key: `${event.date} ${event.kind} ${index}`,
      date: event.date,
      title: t(`people:event.${event.kind}.title`, event.values),
      meta: t(`people:event.${event.kind}.meta`, event.values),
      kind: milestones.has(event.kind) ? "milestone" : endings.has(event.kind) ? "ended" : undefined,
    };
  }
}

function Competencies({ record, own }: { record: PersonRecordData; own: boolean }) {
  const { t } = useTranslation();
  if (record.competencies.length === 0) return <p className="section-s">{t("people:competencies.none")}</p>;
  return (
    <Rows>
      {record.competencies.map(({ key, title, level, need, proof, course }) => (
        <Row
          key={key}
          title={title}
          meta={
            <>
              {proof ? (
                <>
                  {t(`people:competencies.proof.${proof.kind}`, { course: proof.course })},{" "}
                  <CivilDate date={proof.date} />
                  {proof.until && (
                    <>
                      {" "}
                      – <CivilDate date={proof.until} />
                    </>
                  )}
                </>
              ) : (
                t("people:competencies.noProof")
              )}
              {course && (
                <>
                  <br />
                  {t("people:competencies.advice")}{" "}
                  {own ? <Anchor href={`/courses/${course.slug}`}>{course.title}</Anchor> : course.title}
                </>
              )}
            </>
          }
          end={
            <Levels level={level} need={need}>
              {need === null ? (
                <Badge>{t("people:competencies.extra")}</Badge>
              ) : level >= need ? (
                <Badge tone="ok">{t("people:competencies.met")}</Badge>
              ) : (
                <Badge tone="warn" icon="dash">
                  {t("people:competencies.missing", { count: need - level })}
                </Badge>
              )}
            </Levels>
          }
        />
      ))}
    </Rows>
  );
}

function Certificates({ record, asOf }: { record: PersonRecordData; asOf: Civil }) {
  const { t } = useTranslation();
  if (record.certificates.length === 0) {
    return (
      <div className="section-s">
        <EmptyState title={t("people:certificates.none")}>
          <p>{t("people:certificates.noneText")}</p>
        </EmptyState>
      </div>
    );
  }
  return (
    <>
      {record.certificates.map((certificate) => (
        <Item key={certificate.id} title={certificate.programme} href={`/certificates/${certificate.id}`}>
          <SpanBar
            from={certificate.from}
            lastDay={certificate.lastDay}
            asOf={asOf}
            endedOn={certificate.endedOn ?? undefined}
            tone={certificate.status === "expiring" ? "warn" : undefined}
          />
          <p>
            <Badge tone={tones[certificate.status]}>{t(`people:certificates.${certificate.status}`)}</Badge>{" "}
            <span className="meta">{certificate.serial}</span>
          </p>
        </Item>
      ))}
    </>
  );
}
