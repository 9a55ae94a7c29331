import { useTranslation } from "react-i18next";
import type { LogRole } from "~/domain/practice-log/log-entry";
import type { LogState } from "~/domain/practice-log/log-state";
import { showCivilDate } from "~/domain/time/civil-date";
import { Row, Rows } from "../rows";
import { LogBadge } from "./log-badge";

export interface LogRowFace {
  entry: string;
  competency: string;
  onDate: string;
  place: string;
  audience: string;
  people: number;
  role: LogRole;
  state: LogState;
  person: string;
  post: string;
}

/** Entries of the practice log as rows; whose they are where the list is of several people. */
export function LogRows({ lines }: { lines: readonly LogRowFace[] }) {
  const { t } = useTranslation();
  return (
    <Rows>
      {lines.map((line) => (
        <Row
          key={line.entry}
          title={line.person ? `${line.person}: ${line.competency}` : line.competency}
          href={`/log/${line.entry}`}
          meta={
            <>
              {line.post && `${line.post} · `}
              {showCivilDate(line.onDate)}, {line.place} · {line.audience},{" "}
              {t("competency:log.people", { count: line.people })} · {t(`competency:log.role.${line.role}`)}
            </>
          }
          end={<LogBadge state={line.state} />}
        />
      ))}
    </Rows>
  );
}
