import type { Viewer } from "~/domain/permissions/viewer";
import { type CertificationFilter, filterCertification } from "~/domain/reporting/certification-list";
import type { StaffMember } from "~/domain/reporting/workforce";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { type ReportBasis, reportBasis } from "../reporting/report-basis.server";
import { partOf, positionName, unitName } from "../reporting/report-part.server";

/** Who is meant: people by their public ids, or everyone that a list of certification shows. */
export interface OrderSelection {
  people: readonly string[];
  /** null: only those named */
  list: {
    unit: string | null;
    position: string | null;
    programme: string | null;
    state: CertificationFilter["state"];
  } | null;
}

export interface OrderSubjects {
  basis: ReportBasis;
  members: StaffMember[];
}

/**
 * The people meant by a selection, as far as the viewer may assign duties to them today: whoever is outside is not there. Null where
 * the list asked for is none that the viewer has.
 */
export async function orderSubjects(
  viewer: Viewer,
  { people, list }: OrderSelection,
  today: CivilDate,
  language: Language,
): Promise<OrderSubjects | null> {
  const basis = await reportBasis(viewer, "assign-duties", { asOf: today, today });
  if (list === null) {
    const wanted = new Set(people);
    return { basis, members: basis.workforce.members.filter(({ publicId }) => wanted.has(publicId)) };
  }
  const part = partOf(basis, list.unit, language);
  if (!part) return null;
  const { position, programme, state } = list;
  const rows = filterCertification(basis.certification, { units: part.units, position, programme, state });
  const members = new Set(rows.map(({ member }) => member));
  return { basis, members: basis.workforce.members.filter((member) => members.has(member)) };
}

/** Post and unit of someone, in words. */
export function placeOf(basis: ReportBasis, { postings: [posting] }: StaffMember, language: Language): string {
  return posting
    ? `${positionName(basis, posting.position, language)}, ${unitName(basis, posting.unitId, language)}`
    : "";
}
