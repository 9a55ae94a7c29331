import { useTranslation } from "react-i18next";
import type { ReminderStage } from "~/domain/reminders/reminders-due";
import type { CivilDate as Civil } from "~/domain/time/civil-date";
import { Badge } from "./badge";
import { CivilDate } from "./civil-date";
import { Row, Rows } from "./rows";

export interface ReminderRow {
  id: number;
  audience: "holder" | "hr";
  stage: ReminderStage;
  programme: string;
  lastDay: Civil;
  certificate: string;
  person: string;
  name: string;
}

/** Certificates that end or have ended: one's own by programme, those of others by name. */
export function ReminderRows({ reminders }: { reminders: readonly ReminderRow[] }) {
  const { t } = useTranslation();
  return (
    <Rows>
      {reminders.map((each) => (
        <Row
          key={each.id}
          title={each.audience === "holder" ? each.programme : each.name}
          href={each.audience === "holder" ? `/certificates/${each.certificate}` : `/people/${each.person}`}
          meta={
            <>
              {each.audience === "hr" && `${each.programme} · `}
              {t(each.stage === "lapsed" ? "learning:reminders.ended" : "learning:reminders.until")}{" "}
              <CivilDate date={each.lastDay} />
            </>
          }
          end={
            <Badge tone={each.stage === "lapsed" ? "bad" : "warn"}>{t(`learning:reminders.stage.${each.stage}`)}</Badge>
          }
        />
      ))}
    </Rows>
  );
}
