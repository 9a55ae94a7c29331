import { useTranslation } from "react-i18next";
import type { CertificationState } from "~/domain/reporting/certification-list";
import type { CivilDate as Civil } from "~/domain/time/civil-date";
import { CertificationBadge } from "./certification-badge";
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
}

/** Who has to hold which certificate, and how they stand: post and unit, since when, until when. */
export function CertificationRows({ rows }: { rows: readonly CertificationRowData[] }) {
  return (
    <Rows>
      {rows.map((row) => (
        <Row
          key={`${row.person} ${row.programme}`}
          title={row.name}
          href={row.href}
          meta={`${row.position}, ${row.unit}`}
          cells={[row.programme, <Dates key="dates" row={row} />, <CertificationBadge key="state" state={row.state} />]}
        />
      ))}
    </Rows>
  );
}

function Dates({ row: { state, since, due, overdue } }: { row: CertificationRowData }) {
  const { t } = useTranslation();
  const inForce = state === "valid" || state === "expiring";
  return (
    <>
      {t(`hr:since.${state}`)} <CivilDate date={since} />
      {due && state !== "expired" && (
        <>
          <br />
          {t(inForce ? "hr:due.until" : overdue ? "hr:due.over" : "hr:due.by")} <CivilDate date={due} />
        </>
      )}
    </>
  );
}
