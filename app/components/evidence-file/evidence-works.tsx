import { useTranslation } from "react-i18next";
import type { ProofEvidence, WorkEvidence } from "~/domain/evidence-file/evidence-file";
import { useInstant } from "../exams/attempt-log";
import { Facts } from "../facts";
import { Fold } from "../fold";
import { Section } from "../section";
import { Hash, type ShownQuestion } from "./evidence-attempt";
import { Recorded } from "./evidence-certificate";
import { EvidenceMarks } from "./evidence-marks";

/** Tasks that were handed in, with the hands that marked them. */
export function EvidenceWorks({
  works,
  questions,
}: {
  works: readonly WorkEvidence[];
  questions: readonly ShownQuestion[];
}) {
  const { t, i18n } = useTranslation();
  const instant = useInstant();
  const language = i18n.language === "en" ? "en" : "vi";
  return works.map((work) => (
    <div key={work.id} className="flow-l">
      <Section title={t("reports:evidence.work.title")}>
        <p className="section-s">{questions.find(({ id }) => id === work.question)?.stem[language]}</p>
        {work.handIns.map(({ round, text, files, at }) => (
          <Fold key={round} summary={t("reports:evidence.work.handIn", { number: round + 1, when: instant(at) })}>
            <p className="pre-line">{text}</p>
            <Facts items={files.map(({ name, sha256 }) => ({ term: name, value: <Hash value={sha256} /> }))} />
          </Fold>
        ))}
        <Facts
          items={work.returns.map(({ round, note, by, at }) => ({
            key: String(round),
            term: t("reports:evidence.work.returned"),
            value: [note, by, instant(at)].filter(Boolean).join(", "),
          }))}
        />
      </Section>
      <EvidenceMarks marks={work.marks} />
    </div>
  ));
}

const EVENTS = ["submitted", "returned", "verified", "refused", "withdrawn", "revoked"] as const;

/** Training and language proofs from outside, as claimed and as verified. */
export function EvidenceProofs({ proofs }: { proofs: readonly ProofEvidence[] }) {
  const { t } = useTranslation();
  const instant = useInstant();
  return proofs.map((proof) => (
    <Section key={proof.id} title={t(`reports:evidence.proof.${proof.kind === "language" ? "language" : "training"}`)}>
      <Facts
        items={[
          ...proof.events.map(({ kind, text, by, at }, index) => ({
            key: `${kind}-${index}`,
            term: t(`reports:evidence.proof.event.${EVENTS.find((each) => each === kind) ?? "other"}`),
            value: [by, instant(at), text].filter(Boolean).join(", "),
          })),
          ...proof.files.map(({ name, sha256 }) => ({ key: sha256, term: name, value: <Hash value={sha256} /> })),
        ]}
      />
      <Fold summary={t("reports:evidence.proof.content")}>
        <Recorded value={proof.content} />
      </Fold>
    </Section>
  ));
}
