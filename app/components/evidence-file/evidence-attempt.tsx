import { useTranslation } from "react-i18next";
import type { AnswerWords } from "~/domain/assessment/shown-answers";
import type { AttemptEvidence, QuestionEvidence } from "~/domain/evidence-file/evidence-file";
import { Anchor } from "../anchor";
import { AttemptHistory } from "../exams/attempt-history";
import { useInstant } from "../exams/attempt-log";
import { Facts } from "../facts";
import { useFigures } from "../figures";
import { Fold } from "../fold";
import { Section } from "../section";
import { Table } from "../table";
import { EvidenceMarks } from "./evidence-marks";

/** An attempt on screen: how many answers were saved, not each of them. */
export type ShownAttempt = Omit<AttemptEvidence, "saves"> & { saves: number };

export type ShownQuestion = Omit<QuestionEvidence, "content">;

const LOG_KINDS = [
  "started",
  "page-shown",
  "hand-in-shown",
  "submitted",
  "device-claimed",
  "late-answers",
  "late-accepted",
  "late-refused",
] as const;

/** One attempt: rules and version, the frozen paper with answers, key and marks, results, acts and log. */
export function EvidenceAttempt({
  attempt,
  questions,
  sittingHref,
}: {
  attempt: ShownAttempt;
  questions: readonly ShownQuestion[];
  /** the file of the exam day it belongs to; null on that file itself */
  sittingHref: ((sitting: string) => string) | null;
}) {
  const { t, i18n } = useTranslation();
  const instant = useInstant();
  const { marks } = useFigures();
  const language = i18n.language === "en" ? "en" : "vi";
  const words = ({ lines }: AnswerWords) =>
    lines.map(({ of, text }) => (of ? `${of[language]} → ${text[language]}` : text[language])).join("; ");
  return (
    <>
      <Section
        id={`attempt-${attempt.id}`}
        title={t("reports:evidence.attempt.title", { course: attempt.title[language], number: attempt.number })}
        meta={`${attempt.holder.name} (${attempt.holder.staffCode})`}
      >
        <Facts
          items={[
            {
              term: t("reports:evidence.attempt.version"),
              value: `${attempt.course} ${attempt.version.number}`,
            },
            { term: t("reports:evidence.attempt.versionHash"), value: <Hash value={attempt.version.hash} /> },
            { term: t("reports:evidence.attempt.paperHash"), value: <Hash value={attempt.paperHash} /> },
            {
              term: t("reports:evidence.attempt.rule"),
              value: t("reports:evidence.attempt.ruleText", { percent: attempt.passPercent, count: attempt.minutes }),
            },
            { term: t("reports:evidence.attempt.began"), value: instant(attempt.startedAt) },
            {
              term: t("reports:evidence.attempt.ended"),
              value: attempt.endedAt
                ? `${instant(attempt.endedAt)} (${t(`reports:evidence.attempt.by.${attempt.endedBy === "submit" ? "submit" : "deadline"}`)})`
                : "–",
            },
            ...(attempt.sitting && sittingHref
              ? [
                  {
                    term: t("reports:evidence.attempt.sitting"),
                    value: (
                      <Anchor href={sittingHref(attempt.sitting)}>{t("reports:evidence.attempt.sittingLink")}</Anchor>
                    ),
                  },
                ]
              : []),
            {
              term: t("reports:evidence.attempt.saves"),
              value: t("reports:evidence.attempt.savesText", { count: attempt.saves }),
            },
          ]}
        />
        <div className="section-s">
          <Table
            caption={t("reports:evidence.attempt.paper")}
            showCaption
            columns={[
              { key: "question", label: t("reports:evidence.attempt.question") },
              { key: "answer", label: t("reports:evidence.attempt.answer") },
              { key: "right", label: t("reports:evidence.attempt.right") },
              { key: "score", label: t("reports:evidence.attempt.score"), num: true },
            ]}
            rows={attempt.items.map((item) => {
              const question = questions.find(({ id }) => id === item.question);
              return {
                key: String(item.number),
                cells: [
                  <span key="question">
                    {item.number}. {question?.stem[language]}
                    <span className="meta block">
                      {question?.key} · <code title={question?.hash}>{question?.hash.slice(0, 12)}</code>
                    </span>
                  </span>,
                  words(item.answer) || t("reports:evidence.attempt.unanswered"),
                  words(item.right),
                  item.score === null ? "–" : `${marks(item.score)} / ${marks(item.max)}`,
                ],
              };
            })}
          />
        </div>
      </Section>
      <AttemptHistory results={attempt.results} acts={attempt.acts} />
      <EvidenceMarks marks={attempt.marks} />
      {attempt.log.length > 0 && (
        <Fold summary={t("reports:evidence.attempt.log", { count: attempt.log.length })}>
          <Table
            caption={t("reports:evidence.attempt.log", { count: attempt.log.length })}
            columns={[
              { key: "at", label: t("statistics:log.at") },
              { key: "what", label: t("statistics:log.what") },
              { key: "device", label: t("statistics:log.device") },
            ]}
            rows={attempt.log.map(({ kind, page, device, at }, index) => ({
              key: `${at}-${index}`,
              cells: [
                instant(at),
                t(`statistics:log.kind.${LOG_KINDS.find((each) => each === kind) ?? "other"}`, { page: page ?? 0 }),
                device ?? "",
              ],
            }))}
          />
        </Fold>
      )}
    </>
  );
}

export function Hash({ value }: { value: string }) {
  return <code className="seal">{value}</code>;
}
