import type { CertificationRow, CertificationState } from "~/domain/reporting/certification-list";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import type { ReportBasis } from "./report-basis.server";
import { positionName, programmeName, unitName } from "./report-part.server";

/** A line of the certification list in one language. */
export interface CertificationLine {
  person: string;
  staffCode: string;
  name: string;
  position: string;
  unit: string;
  programme: string;
  state: CertificationState;
  since: CivilDate;
  due: CivilDate | null;
  overdue: boolean;
  /** away, told to those alone who may see absences of the unit */
  paused: boolean;
}

export function certificationLine(
  basis: ReportBasis,
  row: CertificationRow,
  language: Language,
  seesAbsences: (unitId: number) => boolean = () => false,
): CertificationLine {
  const posting = row.postings[0];
  return {
    person: row.member.publicId,
    staffCode: row.member.staffCode,
    name: row.member.fullName,
    position: posting ? positionName(basis, posting.position, language) : "",
    unit: posting ? unitName(basis, posting.unitId, language) : "",
    programme: programmeName(basis, row.programme, language),
    state: row.state,
    since: row.since,
    due: row.due,
    overdue: row.overdue,
    paused: row.paused && posting !== undefined && seesAbsences(posting.unitId),
  };
}
