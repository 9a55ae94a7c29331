import { useTranslation } from "react-i18next";
import { readReason } from "~/domain/assessment/attempt-acts";
import type { EffectDecision } from "~/domain/assessment/mark-effects";
import { Badge } from "../badge";
import { useFigures } from "../figures";
import { Section } from "../section";
import { Table } from "../table";
import { useInstant } from "./attempt-log";

export interface AttemptHistoryProps {
  results: readonly {
    id: number;
    kind: string;
    score: number;
    max: number;
    passed: boolean;
    pending: boolean;
    at: string;
    by: string | null;
    reason: string | null;
    standing: boolean;
  }[];
  acts: readonly {
    at: string;
    kind: "extended" | "reopened" | "void" | "unvoid" | "effect";
    minutes: number | null;
    decision: EffectDecision | null;
    reason: string;
    by: string;
  }[];
}

const KINDS = ["ended", "marked", "late-answers", "regraded", "appealed"] as const;

/** All results of an attempt, the old ones too, and the acts upon it: each with who and why. */
export function AttemptHistory({ results, acts }: AttemptHistoryProps) {
  const { t } = useTranslation();
  const { marks } = useFigures();
  const instant = useInstant();
  const why = (reason: string) => {
    const { kind, words } = readReason(reason);
    return kind === "other" ? words : [t(`exams:reason.${kind}`), words].filter(Boolean).join(": ");
  };
  return (
    <>
      <Section title={t("statistics:history.results")}>
        {results.length === 0 ? (
          <p className="section-s">{t("statistics:history.noResult")}</p>
        ) : (
          <Table
            caption={t("statistics:history.results")}
            columns={[
              { key: "what", label: t("statistics:history.what") },
              { key: "score", label: t("statistics:history.score"), num: true },
              { key: "state", label: t("statistics:history.state") },
              { key: "who", label: t("statistics:history.who") },
            ]}
            rows={results.map((result) => ({
              key: String(result.id),
              cells: [
                <span key="what">
                  {t(`statistics:history.kind.${KINDS.find((kind) => kind === result.kind) ?? "ended"}`)}
                  {result.standing && results.length > 1 && (
                    <span className="meta"> ({t("statistics:history.standing")})</span>
                  )}
                </span>,
                t("statistics:regrade.score", { score: marks(result.score), max: marks(result.max) }),
                <Badge key="state" tone={result.pending ? "info" : result.passed ? "ok" : "bad"}>
                  {t(`statistics:history.${result.pending ? "pending" : result.passed ? "passed" : "failed"}`)}
                </Badge>,
                <span key="who">
                  {result.by ?? t("statistics:history.machine")}, {instant(result.at)}
                  {result.reason && (
                    <span className="meta"> {t("statistics:regrade.because", { reason: why(result.reason) })}</span>
                  )}
                </span>,
              ],
            }))}
          />
        )}
      </Section>
      {acts.length > 0 && (
        <Section title={t("statistics:history.acts")}>
          <Table
            caption={t("statistics:history.acts")}
            columns={[
              { key: "what", label: t("statistics:history.what") },
              { key: "why", label: t("statistics:history.why") },
              { key: "who", label: t("statistics:history.who") },
            ]}
            rows={acts.map((act) => ({
              key: `${act.at}-${act.kind}`,
              cells: [
                act.kind === "effect" && act.decision
                  ? t(`statistics:effects.did.${act.decision}`)
                  : t(`statistics:history.act.${act.kind === "effect" ? "void" : act.kind}`, {
                      count: act.minutes ?? 0,
                    }),
                why(act.reason),
                [act.by, instant(act.at)].filter(Boolean).join(", "),
              ],
            }))}
          />
        </Section>
      )}
    </>
  );
}
