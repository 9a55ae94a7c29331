import type { FocalState } from "~/domain/certification/focal-state";
import { type FocalPlace, focalNetwork } from "~/domain/reporting/focal-network";
import { focalUnits } from "~/domain/reporting/focal-units";
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

/** The focal-point posts of a part: one of each unit that is asked for one, provinces by the codes of their areas. */
export function focalPlaces(basis: ReportBasis, part: ReportPart): FocalPlace[] {
  const units = focalUnits(basis.facts, basis.organisation, basis.focal).filter(
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
    holders: holders.map(({ member }) => ({ person: member.publicId, name: member.fullName })),
  };
}
