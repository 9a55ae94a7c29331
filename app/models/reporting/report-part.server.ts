import { ancestorsOf, type UnitAsOf } from "~/domain/organisation/organisation-as-of";
import { nameAround, nameOfUnit } from "~/domain/reporting/unit-selection";
import type { Language } from "~/i18n/language";
import type { ReportBasis } from "./report-basis.server";
import { unitsOfPart } from "./units-of-part.server";

/** The part of the tree that a report is asked of. */
export interface ReportPart {
  /** null: all that the viewer may see */
  unit: { publicId: string; name: string } | null;
  /** the units of the date that head it */
  tops: UnitAsOf[];
  /** null: all in scope */
  units: ReadonlySet<number> | null;
}

/** The part under a unit (null: the whole scope); null when there is no such unit or the viewer may not see it. */
export function partOf(basis: ReportBasis, publicId: string | null, language: Language): ReportPart | null {
  if (publicId === null) return { unit: null, tops: basis.tops, units: null };
  const unit = basis.facts.units.find((each) => each.publicId === publicId);
  if (!unit || !basis.scope.has(unit.id)) return null;
  const { heads, units } = unitsOfPart(basis, unit.id);
  const tops = heads.flatMap((id) => basis.organisation.byId.get(id) ?? []);
  const standing = basis.organisation.byId.get(unit.id);
  const name = standing
    ? nameOfUnit(basis.organisation, standing)
    : nameAround(basis.facts, unit.id, basis.organisation.date);
  return { unit: { publicId, name: name[language] }, tops, units };
}

export interface UnitCrumb {
  unit: string;
  name: string;
}

/** The units in scope above the part, from the top down; the part itself is not among them. */
export function crumbsTo(basis: ReportBasis, part: ReportPart, language: Language): UnitCrumb[] {
  const first = part.unit && part.tops[0];
  if (!first) return [];
  return ancestorsOf(basis.organisation, first.id)
    .filter((unit) => basis.scope.has(unit.id))
    .map((unit) => ({ unit: unit.publicId, name: unit.short[language] }));
}

/** What the viewer's whole scope is called where it has one head; null where it is the whole organisation or several parts. */
export function nameOfScope(basis: ReportBasis, language: Language): string | null {
  const only = basis.tops.length === 1 ? basis.tops[0] : undefined;
  return only && only.parentId !== null ? nameOfUnit(basis.organisation, only)[language] : null;
}

/** A unit's name that stands alone, by its id. */
export function unitName(basis: ReportBasis, unitId: number, language: Language): string {
  const unit = basis.organisation.byId.get(unitId);
  return (unit ? nameOfUnit(basis.organisation, unit) : nameAround(basis.facts, unitId, basis.organisation.date))[
    language
  ];
}

export function positionName(basis: ReportBasis, key: string, language: Language): string {
  return basis.positions.get(key)?.short[language] ?? key;
}

export function programmeName(basis: ReportBasis, key: string, language: Language): string {
  return basis.programmes.get(key)?.short[language] ?? key;
}
