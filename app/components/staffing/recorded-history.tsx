import { useTranslation } from "react-i18next";
import type { Employment, EndReason, PostingKind } from "~/domain/people/people-batch";
import type { AbsenceKind } from "~/domain/people/personnel-acts";
import { type CivilDate, showCivilDate } from "~/domain/time/civil-date";
import { Anchor } from "../anchor";
import { Timeline } from "../timeline";

export interface Recorded {
  key: string;
  date: CivilDate;
  said:
    | { kind: "named"; values: { name: string } }
    | { kind: "details"; employment: Employment; values: { email: string; phone: string } }
    | { kind: "posted"; as: PostingKind; values: { position: string; unit: string } }
    | { kind: "left"; reason: EndReason | null; values: { position: string; unit: string } }
    | { kind: "absent"; absence: AbsenceKind; values: { until: string } }
    | { kind: "handover"; handover: string; values: { position: string; unit: string } }
    | { kind: "merged"; values: { code: string } };
  document: string | null;
  recordedOn: CivilDate;
  by: string | null;
  onBehalfOf: string | null;
}

/** What is recorded of a person, each with its document, and who recorded it when, on whose behalf. */
export function RecordedHistory({ facts }: { facts: readonly Recorded[] }) {
  const { t } = useTranslation();
  const title = ({ said }: Recorded) => {
    switch (said.kind) {
      case "details":
        return t("staffing:person.fact.details", { employment: t(`staffing:employment.${said.employment}`) });
      case "posted":
        return t(`staffing:person.fact.posted.${said.as}`, said.values);
      case "absent":
        return t(`people:absence.kind.${said.absence}`);
      case "handover":
        return <Anchor href={`/handovers/${said.handover}`}>{t("staffing:person.fact.handover", said.values)}</Anchor>;
      default:
        return t(`staffing:person.fact.${said.kind}`, said.values);
    }
  };
  const more = ({ said }: Recorded) => {
    if (said.kind === "left" && said.reason) return t(`staffing:endReason.${said.reason}`);
    if (said.kind === "absent" && said.values.until) return t("staffing:person.fact.until", said.values);
    if (said.kind === "details") return [said.values.email, said.values.phone].filter(Boolean).join(" · ");
    return "";
  };
  const recorded = ({ recordedOn, by, onBehalfOf }: Recorded) => {
    const date = showCivilDate(recordedOn);
    if (by && onBehalfOf) return t("staffing:person.fact.recordedFor", { date, by, onBehalfOf });
    return by ? t("staffing:person.fact.recordedBy", { date, by }) : t("staffing:person.fact.recorded", { date });
  };
  return (
    <Timeline
      events={facts.map((fact) => ({
        key: fact.key,
        date: fact.date,
        title: title(fact),
        meta: [more(fact), fact.document, recorded(fact)].filter(Boolean).join(" · "),
      }))}
    />
  );
}
