import type { FocalState } from "~/domain/certification/focal-state";
import { provincialUnits } from "~/domain/organisation/organisation-as-of";
import { type FocalPlace, focalNetwork } from "~/domain/reporting/focal-network";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import type { ReportBasis } from "./report-basis.server";
import type { ReportPart } from "./report-part.server";

export interface FocalView {
  unit: string;
  /** within the list: "Cao Bằng" */
  name: string;
  fullName: string;
  state: FocalState;
  since: CivilDate | null;
  until: CivilDate | null;
  holders: { person: string; name: string }[];
}

/** The focal-point posts of the provincial units of a part, by the codes of their areas; one of each unit. */
export function focalPlaces(basis: ReportBasis, part: ReportPart): FocalPlace[] {
  const units = provincialUnits(basis.organisation).filter(
    (unit) => basis.scope.has(unit.id) && (part.units === null || part.units.has(unit.id)),
  );
  return focalNetwork(units, basis.workforce, basis.focal);
}

export function focalView(place: FocalPlace, language: Language): FocalView {
  const { unit, state, since, until, holders } = place;
  return {
    unit: unit.publicId,
    name: unit.short[language],
    fullName: unit.name[language],
    state,
    since,
    until,
    holders: holders.map((member) => ({ person: member.publicId, name: member.fullName })),
  };
}
