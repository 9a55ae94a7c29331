import { useTranslation } from "react-i18next";
import type { SittingEvidence } from "~/domain/evidence-file/evidence-file";
import { civilDateOf, showCivilDate, showTime } from "~/domain/time/civil-date";
import { Anchor } from "../anchor";
import { Badge } from "../badge";
import { useInstant } from "../exams/attempt-log";
import { Facts } from "../facts";
import { useFigures } from "../figures";
import { Fold } from "../fold";
import { Section } from "../section";
import { Table } from "../table";
import { Hash } from "./evidence-attempt";
import { Recorded } from "./evidence-certificate";

export interface SittingResult {
  id: string;
  score: number | null;
  max: number | null;
  passed: boolean;
  paperHash: string;
}

/** An exam day: its plan, who sat it with which result, its minutes, sealed papers and double entries. */
export function EvidenceSitting({
  sitting,
  results,
  hrefOf,
}: {
  sitting: SittingEvidence;
  results: readonly SittingResult[];
  /** the same page with one attempt opened */
  hrefOf: (attempt: string) => string;
}) {
  const { t, i18n } = useTranslation();
  const instant = useInstant();
  const { marks } = useFigures();
  const language = i18n.language === "en" ? "en" : "vi";
  return (
    <>
      <Section title={t("reports:evidence.sitting.title")}>
        <Facts
          items={[
            { term: t("exams:sitting.field.course"), value: sitting.courseTitle[language] },
            {
              term: t("exams:sitting.field.day"),
              value: t("exams:sitting.window", {
                from: showTime(sitting.opensAt),
                to: showTime(sitting.closesAt),
                date: showCivilDate(civilDateOf(sitting.opensAt)),
              }),
            },
            { term: t("exams:sitting.field.place"), value: sitting.place },
            { term: t("exams:sitting.field.unit"), value: sitting.unit[language] },
            {
              term: t("exams:sitting.field.invigilator"),
              value: sitting.invigilator ?? t("exams:sitting.page.noInvigilator"),
            },
          ]}
        />
      </Section>
      <Section
        title={t("exams:sitting.candidates")}
        meta={
          sitting.candidates.length > 0 &&
          t("reports:evidence.sitting.candidates", { count: sitting.candidates.length })
        }
      >
        {sitting.candidates.length === 0 && <p className="section-s">{t("reports:evidence.sitting.noCandidates")}</p>}
        {sitting.candidates.length > 0 && (
          <Table
            caption={t("exams:sitting.candidates")}
            columns={[
              { key: "who", label: t("reports:evidence.sitting.candidate") },
              { key: "score", label: t("reports:evidence.attempt.score"), num: true },
              { key: "state", label: t("statistics:history.state") },
              { key: "paper", label: t("reports:evidence.attempt.paperHash") },
            ]}
            rows={sitting.candidates.map(({ number, name, staffCode, attempt }) => {
              const result = results.find(({ id }) => id === attempt);
              const label = `${number}. ${name} (${staffCode})`;
              return {
                key: number,
                cells: [
                  attempt ? (
                    <Anchor key="who" className="tap" href={hrefOf(attempt)}>
                      {label}
                    </Anchor>
                  ) : (
                    label
                  ),
                  result && result.score !== null ? `${marks(result.score)} / ${marks(result.max ?? 0)}` : "–",
                  result && result.score !== null ? (
                    <Badge key="state" tone={result.passed ? "ok" : "bad"}>
                      {t(`statistics:history.${result.passed ? "passed" : "failed"}`)}
                    </Badge>
                  ) : (
                    t("reports:evidence.sitting.none")
                  ),
                  result ? <Hash key="paper" value={result.paperHash} /> : "–",
                ],
              };
            })}
          />
        )}
      </Section>
      {sitting.papers.length > 0 && (
        <Section title={t("reports:evidence.sitting.papers")}>
          <Facts items={sitting.papers.map(({ code, seal }) => ({ term: code, value: <Hash value={seal} /> }))} />
        </Section>
      )}
      {sitting.entries.length > 0 && (
        <Section title={t("reports:evidence.sitting.entries")}>
          <Facts
            items={sitting.entries.map(({ number, ordinal, code, by, at, retracted }) => ({
              key: `${number} ${ordinal} ${at}`,
              term: t("reports:evidence.sitting.entry", { number, entry: ordinal }),
              value: [code, by, instant(at), retracted ? t("reports:evidence.retracted") : ""]
                .filter(Boolean)
                .join(", "),
            }))}
          />
        </Section>
      )}
      {sitting.minutes.map(({ content, at, by, retracted }) => (
        <Fold
          key={at}
          summary={[
            t("reports:evidence.sitting.minutes", { when: instant(at), name: by ?? "" }),
            retracted ? t("reports:evidence.retracted") : "",
          ]
            .filter(Boolean)
            .join(", ")}
        >
          <Recorded value={content} />
        </Fold>
      ))}
    </>
  );
}
