import type { Bilingual } from "~/domain/text/bilingual";
import { vietnameseOrder } from "~/domain/text/vietnamese-order";
import { type CivilDate, holdsOn, type Span } from "~/domain/time/civil-date";
import type { AreaKind, Level, OrganisationFacts, Unit } from "./organisation-facts";

export interface AreaAsOf {
  id: number;
  code: string;
  name: Bilingual;
  kind: AreaKind;
}

/** A unit as it was on the date: name, place in the tree and area of that day. */
export interface UnitAsOf extends Unit {
  name: Bilingual;
  short: Bilingual;
  /** null: a root */
  parentId: number | null;
  /** the area the unit answers for; null for central, special and grassroots units */
  area: AreaAsOf | null;
  /** by area code (units without one first), then by name */
  children: UnitAsOf[];
}

export interface OrganisationAsOf {
  date: CivilDate;
  roots: UnitAsOf[];
  /** special units, apart from the tree */
  special: UnitAsOf[];
  byId: ReadonlyMap<number, UnitAsOf>;
}

/** The organisation on a date: every unit that existed then, in its tree. */
export function unitsAsOf(facts: OrganisationFacts, date: CivilDate): OrganisationAsOf {
  const names = holding(facts.names, date);
  const placements = holding(facts.placements, date);
  const areas = areasOf(facts, date);
  const existing = holding(facts.existences, date);
  const byId = new Map<number, UnitAsOf>();
  for (const unit of facts.units) {
    if (!existing.has(unit.id)) continue;
    const named = names.get(unit.id);
    const unnamed = { vi: unit.key, en: unit.key };
    byId.set(unit.id, {
      ...unit,
      name: named?.name ?? unnamed,
      short: named?.short ?? unnamed,
      parentId: placements.get(unit.id)?.parentId ?? null,
      area: areas.get(unit.id) ?? null,
      children: [],
    });
  }
  const ordered = [...byId.values()]
    .map((unit) => ({ unit, key: `${unit.area?.code ?? ""} ${vietnameseOrder(unit.name.vi)}` }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ unit }) => unit);
  const tops: UnitAsOf[] = [];
  for (const unit of ordered) {
    const parent = unit.parentId === null ? undefined : byId.get(unit.parentId);
    (parent?.children ?? tops).push(unit);
  }
  return {
    date,
    roots: tops.filter((unit) => unit.level !== "SPECIAL"),
    special: tops.filter((unit) => unit.level === "SPECIAL"),
    byId,
  };
}

function holding<T extends Span & { unitId: number }>(rows: readonly T[], date: CivilDate): Map<number, T> {
  return new Map(rows.filter((row) => holdsOn(row, date)).map((row) => [row.unitId, row]));
}

function areasOf(facts: OrganisationFacts, date: CivilDate): Map<number, AreaAsOf> {
  const versions = new Map(facts.areaVersions.filter((row) => holdsOn(row, date)).map((row) => [row.areaId, row]));
  const areas = new Map<number, AreaAsOf>();
  for (const { unitId, areaId } of holding(facts.unitAreas, date).values()) {
    const version = versions.get(areaId);
    if (version) areas.set(unitId, { id: areaId, code: version.code, name: version.name, kind: version.kind });
  }
  return areas;
}

/** From the root down to the unit's parent; empty for a root or a unit that did not exist. */
export function ancestorsOf(organisation: OrganisationAsOf, unitId: number): UnitAsOf[] {
  const path: UnitAsOf[] = [];
  let parentId = organisation.byId.get(unitId)?.parentId ?? null;
  while (parentId !== null) {
    const parent = organisation.byId.get(parentId);
    if (!parent) break;
    path.unshift(parent);
    parentId = parent.parentId;
  }
  return path;
}

/** The unit and all below it, parents before children; empty when it did not exist on the date. */
export function subtreeOf(organisation: OrganisationAsOf, unitId: number): UnitAsOf[] {
  const top = organisation.byId.get(unitId);
  if (!top) return [];
  const found = [top];
  for (const unit of found) found.push(...unit.children);
  return found;
}

export function subtreeIds(organisation: OrganisationAsOf, unitId: number): number[] {
  return subtreeOf(organisation, unitId).map((unit) => unit.id);
}

/** Provincial units in the order of their codes; special units never count among them. */
export function provincialUnits(organisation: OrganisationAsOf): UnitAsOf[] {
  return organisation.roots.flatMap((root) =>
    subtreeOf(organisation, root.id).filter((unit) => unit.level === "PROVINCIAL"),
  );
}

export interface ProvincialCount {
  units: number;
  provinces: number;
  cities: number;
}

export function countProvincialUnits(organisation: OrganisationAsOf): ProvincialCount {
  const units = provincialUnits(organisation);
  const of = (kind: AreaKind) => units.filter((unit) => unit.area?.kind === kind).length;
  return { units: units.length, provinces: of("province"), cities: of("city") };
}

/** The provincial unit that answers for the area of a code on the date: a code alone names none. */
export function unitByAreaCode(facts: OrganisationFacts, code: string, date: CivilDate): UnitAsOf | null {
  return provincialUnits(unitsAsOf(facts, date)).find((unit) => unit.area?.code === code) ?? null;
}

/** What a level was called on a date; null before it had a name. */
export function levelLabelOn(facts: OrganisationFacts, level: Level, date: CivilDate): Bilingual | null {
  return facts.labels.find((row) => row.level === level && holdsOn(row, date))?.label ?? null;
}
