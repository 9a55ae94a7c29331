import { useTranslation } from "react-i18next";
import type { CertificationState } from "~/domain/reporting/certification-list";
import type { CivilDate as Civil } from "~/domain/time/civil-date";
import { CertificationBadge } from "./certification-badge";
import { ChoosePerson } from "./choose-people";
import { CivilDate } from "./civil-date";
import { Row, Rows } from "./rows";

export interface CertificationRowData {
  href: string;
  person: string;
  name: string;
  position: string;
  unit: string;
  programme: string;
  state: CertificationState;
  since: Civil;
  due: Civil | null;
  overdue: boolean;
  /** away: nothing is asked until the return; told to those alone who may see absences */
  paused: boolean;
}

/** Who has to hold which certificate, and how they stand: post and unit, since when, until when. */
export function CertificationRows({
  rows,
  choose = false,
}: {
  rows: readonly CertificationRowData[];
  /** people of the list can be chosen */
  choose?: boolean;
}) {
  return (
    <Rows>
      {rows.map((row) => (
        <Row
          key={`${row.person} ${row.programme}`}
          title={row.name}
          href={row.href}
          meta={`${row.position}, ${row.unit}`}
          lead={choose && <ChoosePerson person={row.person} name={row.name} />}
          cells={[row.programme, <Dates key="dates" row={row} />, <CertificationBadge key="state" state={row.state} />]}
        />
      ))}
    </Rows>
  );
}

function Dates({ row: { state, since, due, overdue, paused } }: { row: CertificationRowData }) {
  const { t } = useTranslation();
  const inForce = state === "valid" || state === "expiring";
  return (
    <>
      {t(`hr:since.${state}`)} <CivilDate date={since} />
      {paused && (
        <>
          <br />
          {t("hr:due.paused")}
        </>
      )}
      {due && state !== "expired" && (
        <>
          <br />
          {t(inForce ? "hr:due.until" : overdue ? "hr:due.over" : "hr:due.by")} <CivilDate date={due} />
        </>
      )}
    </>
  );
}
