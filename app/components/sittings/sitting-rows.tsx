import { useTranslation } from "react-i18next";
import type { SittingState } from "~/domain/assessment/sitting";
import { civilDateOf, showCivilDate, showTime } from "~/domain/time/civil-date";
import { Badge } from "../badge";
import { Row, Rows } from "../rows";
import type { Tone } from "../tone";

export interface SittingRow {
  sitting: string;
  title: string;
  place: string;
  course: string;
  unit: string;
  opensAt: string;
  closesAt: string;
  state: SittingState;
  candidates: number;
}

const TONES: Partial<Record<SittingState, Tone>> = { planned: "info", open: "ok", over: "warn", cancelled: "bad" };

export function SittingBadge({ state }: { state: SittingState }) {
  const { t } = useTranslation();
  return <Badge tone={TONES[state]}>{t(`exams:sitting.state.${state}`)}</Badge>;
}

/** Sittings, one a row: when, where, how many. */
export function SittingRows({ sittings }: { sittings: readonly SittingRow[] }) {
  const { t } = useTranslation();
  return (
    <Rows>
      {sittings.map((each) => (
        <Row
          key={each.sitting}
          heading={3}
          title={each.title}
          href={`/exams/sittings/${each.sitting}`}
          meta={[each.course, each.place, each.unit].join(" · ")}
          cells={[
            t("exams:sitting.window", {
              from: showTime(each.opensAt),
              to: showTime(each.closesAt),
              date: showCivilDate(civilDateOf(each.opensAt)),
            }),
            t("exams:sitting.candidatesCount", { count: each.candidates }),
          ]}
          end={<SittingBadge state={each.state} />}
        />
      ))}
    </Rows>
  );
}
