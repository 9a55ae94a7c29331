import { useTranslation } from "react-i18next";
import { civilDateOf, showCivilDate, showTime } from "~/domain/time/civil-date";
import { Anchor } from "../anchor";
import { Badge } from "../badge";
import { Row, Rows } from "../rows";
import type { Tone } from "../tone";

type State = "running" | "pending" | "passed" | "failed" | "void";

export interface AttemptRowData {
  id: string;
  person: string;
  name: string;
  staffCode: string;
  unit: string;
  number: number;
  state: State;
  startedAt: string;
  deadlineAt: string;
  endedAt: string | null;
  score: number | null;
  maxScore: number | null;
}

const TONES: Partial<Record<State, Tone>> = { running: "info", pending: "warn", passed: "ok", failed: "bad" };

/** Attempts, one a row, each leading to its page. */
export function AttemptRows({
  lines,
  slug,
  manages,
}: {
  lines: readonly AttemptRowData[];
  slug: string;
  manages: boolean;
}) {
  const { t } = useTranslation();
  const when = (instant: string) => ({ time: showTime(instant), date: showCivilDate(civilDateOf(instant)) });
  return (
    <Rows>
      {lines.map((line) => (
        <Row
          key={line.id}
          title={t("exams:attempt.of", { name: line.name, number: line.number })}
          href={`/exams/attempts/${line.id}`}
          meta={[line.staffCode, line.unit].filter(Boolean).join(" · ")}
          cells={[
            line.endedAt === null
              ? t("exams:attempt.until", when(line.deadlineAt))
              : t("exams:attempt.endedAt", when(line.endedAt)),
            line.score !== null && line.maxScore !== null && line.state !== "pending"
              ? t("exams:attempt.score", { score: shown(line.score), max: shown(line.maxScore) })
              : "",
            manages && line.state === "failed" ? (
              <Anchor key="grant" href={`/exams/people/${line.person}/grant?course=${slug}`}>
                {t("exams:link.grant")}
              </Anchor>
            ) : (
              ""
            ),
          ]}
          end={<Badge tone={TONES[line.state]}>{t(`exams:state.${line.state}`)}</Badge>}
        />
      ))}
    </Rows>
  );
}

function shown(points: number): string {
  return String(Math.round(points * 100) / 100).replace(".", ",");
}
