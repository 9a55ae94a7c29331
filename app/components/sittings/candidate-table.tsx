import { useTranslation } from "react-i18next";
import { showTime } from "~/domain/time/civil-date";
import { Anchor } from "../anchor";
import { Badge } from "../badge";
import { Table } from "../table";
import type { Tone } from "../tone";

type State = "not-begun" | "working" | "ended" | "void" | "one-entry" | "entries-differ";

export interface CandidateRow {
  person: string;
  number: string;
  name: string;
  staffCode: string;
  unit: string;
  state: State;
  attempt: string | null;
  startedAt: string | null;
  deadlineAt: string | null;
  endedAt: string | null;
}

const TONES: Partial<Record<State, Tone>> = {
  working: "info",
  ended: "ok",
  "one-entry": "info",
  "entries-differ": "warn",
};

/** Who sits the exam, and what they do now. `officer`: names lead to the attempts. */
export function CandidateTable({ candidates, officer }: { candidates: readonly CandidateRow[]; officer: boolean }) {
  const { t } = useTranslation();
  const time = (instant: string | null) => (instant === null ? "" : showTime(instant));
  return (
    <Table
      caption={t("exams:sitting.candidates")}
      columns={[
        { key: "number", label: t("exams:sitting.column.number") },
        { key: "name", label: t("exams:sitting.column.name") },
        { key: "unit", label: t("exams:sitting.column.unit") },
        { key: "state", label: t("exams:sitting.column.state") },
        { key: "started", label: t("exams:sitting.column.started") },
        { key: "ends", label: t("exams:sitting.column.ends") },
      ]}
      rows={candidates.map((each) => ({
        key: each.number,
        cells: [
          each.number,
          <span key="name">
            {officer && each.attempt ? (
              <Anchor href={`/exams/attempts/${each.attempt}`}>{each.name}</Anchor>
            ) : (
              each.name
            )}{" "}
            <span className="meta">{each.staffCode}</span>
          </span>,
          each.unit,
          <Badge key="state" tone={TONES[each.state]}>
            {t(`exams:sitting.candidate.${each.state}`)}
          </Badge>,
          time(each.startedAt),
          time(each.endedAt ?? each.deadlineAt),
        ],
      }))}
    />
  );
}
