import { lastDayOf } from "~/domain/certification/certificate-status";
import type { UnitAsOf } from "~/domain/organisation/organisation-as-of";
import type { CertificationRow } from "~/domain/reporting/certification-list";
import { isOpen } from "~/domain/reporting/certification-list";
import { type Place, placeWith } from "~/domain/reporting/heat-map";
import { nameOfUnit, subtreesOf } from "~/domain/reporting/unit-selection";
import { summarise, type UnitSummary } from "~/domain/reporting/unit-summary";
import { isCollaborator, type StaffMember, type StaffPosting, selects } from "~/domain/reporting/workforce";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import type { ReportBasis } from "./report-basis.server";
import { positionName, type ReportPart, unitName } from "./report-part.server";

/** One step further down the tree. `own`: the unit's own office, without those below it. */
export interface UnitLine extends UnitSummary {
  unit: string;
  name: string;
  own: boolean;
}

/** The lines of the next step down from a part: the office of its head and the units below, or its heads where it has several. */
export function unitLines(
  basis: ReportBasis,
  part: ReportPart,
  places: readonly Place[],
  rows: readonly CertificationRow[],
  language: Language,
): UnitLine[] {
  const [top, ...others] = part.tops;
  if (!top) return [];
  const single = others.length === 0;
  const below = (single ? top.children : part.tops).filter((unit) => basis.scope.has(unit.id));
  const lines = below.map((unit) => ({ unit, own: false, units: subtreesOf(basis.organisation, [unit.id]) }));
  const heads = single && below.length > 0 ? [{ unit: top, own: true, units: new Set([top.id]) }] : [];
  const all = [...heads, ...lines];
  const sums = summarise(
    all.map(({ units }) => units),
    places,
    rows,
    (place, postings) => placeIn(basis, place, postings),
  );
  return all.flatMap(({ unit, own }, index) => {
    const sum = sums[index];
    if (!sum || (own && sum.people === 0)) return [];
    return [{ unit: unit.publicId, name: nameIn(basis, unit, single, language), own, ...sum }];
  });
}

function placeIn({ proven, positions }: ReportBasis, place: Place, postings: StaffPosting[]): Place {
  const levels = proven.get(place.member);
  return levels ? placeWith(place, postings, levels, positions) : place;
}

function nameIn(basis: ReportBasis, unit: UnitAsOf, underItsParent: boolean, language: Language): string {
  return (underItsParent ? unit.short : nameOfUnit(basis.organisation, unit))[language];
}

export interface StaffLine {
  person: string;
  name: string;
  position: string;
  required: number;
  met: number;
  /** programmes not held, or that end soon */
  open: number;
}

/** The people of one unit's own office, in the order of names. */
export function staffLines(
  basis: ReportBasis,
  unitId: number,
  places: readonly Place[],
  rows: readonly CertificationRow[],
  language: Language,
): StaffLine[] {
  return places.flatMap((place) => {
    const here = place.postings.filter((posting) => posting.unitId === unitId);
    if (here.length === 0) return [];
    const { member, postings, gaps, met } = placeIn(basis, place, here);
    return [
      {
        person: member.publicId,
        name: member.fullName,
        position: postings.map(({ position }) => positionName(basis, position, language)).join(", "),
        required: gaps.length,
        met,
        open: rows.filter((row) => row.member === member && isOpen(row.state)).length,
      },
    ];
  });
}

export interface CollaboratorLine {
  person: string;
  name: string;
  unit: string;
  /** last day with the host unit; null: no end is set */
  until: CivilDate | null;
  /** programmes not held, or that end soon */
  open: number;
}

/** The collaborators of a part, in the order of names: they learn what is assigned to them and are no part of the staff. */
export function collaboratorLines(
  basis: ReportBasis,
  part: ReportPart,
  rows: readonly CertificationRow[],
  language: Language,
): CollaboratorLine[] {
  const open = new Map<StaffMember, number>();
  for (const { member, state } of rows) if (isOpen(state)) open.set(member, (open.get(member) ?? 0) + 1);
  return basis.workforce.members.filter(isCollaborator).flatMap((member) => {
    const host = member.postings.find((posting) => selects({ units: part.units, position: null }, posting));
    if (!host) return [];
    return {
      person: member.publicId,
      name: member.fullName,
      unit: unitName(basis, host.unitId, language),
      until: lastDayOf(host.validTo),
      open: open.get(member) ?? 0,
    };
  });
}
