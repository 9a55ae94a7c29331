import { useTranslation } from "react-i18next";
import type { EvidenceFile, EvidenceSubject, EvidenceTaking } from "~/domain/evidence-file/evidence-file";
import { LinkButton } from "../button";
import { Crumbs } from "../crumbs";
import { useInstant } from "../exams/attempt-log";
import { PageTitle } from "../page-title";
import { PrintButton } from "../print-button";
import { EvidenceActs, EvidenceDocuments } from "./evidence-acts";
import { EvidenceAttempt, type ShownAttempt, type ShownQuestion } from "./evidence-attempt";
import { EvidenceCertificate } from "./evidence-certificate";
import { EvidenceShut, type EvidenceShutProps } from "./evidence-shut";
import { EvidenceSitting, type SittingResult } from "./evidence-sitting";
import { EvidenceProofs, EvidenceWorks } from "./evidence-works";

/** A file as the page shows it. */
export interface ShownFile extends Omit<EvidenceFile, "attempts" | "questions"> {
  attempts: readonly ShownAttempt[];
  /** of all attempts of an exam day */
  results: readonly SittingResult[];
  questions: readonly ShownQuestion[];
}

export interface EvidencePageProps {
  subject: EvidenceSubject;
  takings: readonly EvidenceTaking[];
  onceKey: string;
  /** null: shut */
  file: ShownFile | null;
  answer: EvidenceShutProps["answer"] | undefined;
}

/** The evidence file of a certificate or an exam day: what for first, then the file. */
export function EvidencePage({ subject, takings, onceKey, file, answer }: EvidencePageProps) {
  const { t } = useTranslation();
  const instant = useInstant();
  const path = subject.kind === "certificate" ? `/certificates/${subject.id}` : `/exams/sittings/${subject.id}`;
  const above =
    subject.kind === "certificate"
      ? { label: subject.title, href: path }
      : { label: t("reports:sittings.title"), href: "/reports/sittings" };
  const crumbs = <Crumbs items={[above, { label: t("reports:evidence.title") }]} />;
  if (!file) {
    return (
      <main id="main" className="narrow">
        {crumbs}
        <EvidenceShut
          subject={subject}
          takings={takings}
          onceKey={onceKey}
          cancel={above.href}
          answer={answer ?? null}
        />
      </main>
    );
  }
  const here = `${path}/evidence?taken=${file.taken.change}`;
  return (
    <main id="main" className="wrap flow-l evidence">
      <div>
        {crumbs}
        <PageTitle
          title={t("reports:evidence.titleOf", { title: subject.title })}
          lead={t(`reports:evidence.lead.${subject.kind}`, { count: file.documents.length + 1 })}
          meta={t("reports:evidence.takenBy", {
            name: file.taken.by ?? "",
            when: instant(file.taken.at),
            purpose: file.taken.purpose,
            change: file.taken.change,
          })}
          actions={
            <div className="row actions no-print">
              <LinkButton
                href={`${path}/evidence.zip?taken=${file.taken.change}`}
                icon="download"
                variant="secondary"
                reload
              >
                {t("reports:evidence.download")}
              </LinkButton>
              <PrintButton />
            </div>
          }
        />
      </div>
      {file.certificate && <EvidenceCertificate certificate={file.certificate} />}
      {file.sitting && (
        <EvidenceSitting
          sitting={file.sitting}
          results={file.results}
          hrefOf={(attempt) => `${here}&attempt=${attempt}#attempt-${attempt}`}
        />
      )}
      {file.attempts.map((attempt) => (
        <EvidenceAttempt
          key={attempt.id}
          attempt={attempt}
          questions={file.questions}
          sittingHref={file.sitting ? null : (sitting) => `/exams/sittings/${sitting}/evidence`}
        />
      ))}
      <EvidenceWorks works={file.works} questions={file.questions} />
      <EvidenceProofs proofs={file.proofs} />
      <EvidenceActs acts={file.acts} />
      <EvidenceDocuments file={file} />
    </main>
  );
}
