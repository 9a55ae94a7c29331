import { type CivilDate, holdsOn, type Span, spansOverlap } from "~/domain/time/civil-date";
import type { Fact, OrganisationFacts } from "./organisation-facts";

/** Facts that cannot be true together; `rows` are ids of the rows of `kind` that are at odds. */
export interface Inconsistency {
  code:
    | "empty-span"
    | "overlap"
    | "outside-existence"
    | "not-covered"
    | "parent-missing"
    | "cycle"
    | "area-shared"
    | "code-shared"
    | "succession";
  kind: keyof OrganisationFacts;
  /** what it is about, in a form that is the same before and after a change */
  subject: string;
  rows: number[];
}

/** Everything that is at odds within the facts, over all time. Acts make none; undoing or loading could. */
export function inconsistencies(facts: OrganisationFacts): Inconsistency[] {
  const existences = grouped(facts.existences, (row) => row.unitId);
  const dated = ["existences", "names", "placements", "types", "unitAreas"] as const;
  return [
    ...dated.flatMap((kind) => disjoint(kind, "overlap", facts[kind], (row) => row.unitId)),
    ...disjoint("labels", "overlap", facts.labels, (row) => row.level),
    ...disjoint("areaVersions", "overlap", facts.areaVersions, (row) => row.areaId),
    ...disjoint("areaVersions", "code-shared", facts.areaVersions, (row) => row.code),
    ...disjoint("unitAreas", "area-shared", provincialAreas(facts), (row) => row.areaId),
    ...(["names", "placements", "types"] as const).flatMap((kind) => outside(kind, facts[kind], existences)),
    ...uncovered(facts, existences),
    ...orphanedPlacements(facts, existences),
    ...cycles(facts),
    ...brokenSuccessions(facts, existences),
  ];
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => number | string): Map<number | string, T[]> {
  const groups = new Map<number | string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

function disjoint<T extends Fact>(
  kind: Inconsistency["kind"],
  code: Inconsistency["code"],
  rows: readonly T[],
  keyOf: (row: T) => number | string,
): Inconsistency[] {
  const found: Inconsistency[] = [];
  for (const [key, group] of grouped(rows, keyOf)) {
    group.sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
    for (const [index, row] of group.entries()) {
      if (row.validTo !== null && row.validTo <= row.validFrom) {
        found.push({ code: "empty-span", kind, subject: `${key} ${row.validFrom}`, rows: [row.id] });
      }
      const next = group[index + 1];
      if (next && spansOverlap(row, next)) {
        found.push({ code, kind, subject: `${key} ${row.validFrom} ${next.validFrom}`, rows: [row.id, next.id] });
      }
    }
  }
  return found;
}

function provincialAreas(facts: OrganisationFacts) {
  const provincial = new Set(facts.units.filter((unit) => unit.level === "PROVINCIAL").map((unit) => unit.id));
  return facts.unitAreas.filter((row) => provincial.has(row.unitId));
}

type Existences = ReadonlyMap<number | string, readonly Span[]>;

function contains(outer: Span, inner: Span): boolean {
  if (inner.validFrom < outer.validFrom) return false;
  return outer.validTo === null || (inner.validTo !== null && inner.validTo <= outer.validTo);
}

function outside(
  kind: "names" | "placements" | "types",
  rows: readonly (Fact & { unitId: number })[],
  existences: Existences,
): Inconsistency[] {
  return rows
    .filter((row) => !existences.get(row.unitId)?.some((existence) => contains(existence, row)))
    .map((row) => ({ code: "outside-existence", kind, subject: `${row.unitId} ${row.validFrom}`, rows: [row.id] }));
}

/** On every day of its existence a unit has a name and, below the centre, a place. */
function uncovered(facts: OrganisationFacts, existences: Existences): Inconsistency[] {
  const names = grouped(facts.names, (row) => row.unitId);
  const placements = grouped(facts.placements, (row) => row.unitId);
  return facts.units.flatMap((unit) => {
    const placed = unit.level === "PROVINCIAL" || unit.level === "GRASSROOTS";
    const needed = [["names", names.get(unit.id) ?? []] as const];
    const all = placed ? [...needed, ["placements", placements.get(unit.id) ?? []] as const] : needed;
    return all.flatMap(([kind, rows]) =>
      (existences.get(unit.id) ?? [])
        .filter((existence) => !covers(rows, existence))
        .map((existence) => ({
          code: "not-covered" as const,
          kind,
          subject: `${unit.id} ${existence.validFrom}`,
          rows: rows.map((row) => row.id),
        })),
    );
  });
}

function covers(rows: readonly Span[], span: Span): boolean {
  let from: CivilDate | null = span.validFrom;
  while (from !== null && (span.validTo === null || from < span.validTo)) {
    const day: CivilDate = from;
    const holding = rows.find((row) => holdsOn(row, day));
    if (!holding) return false;
    from = holding.validTo;
  }
  return true;
}

function orphanedPlacements(facts: OrganisationFacts, existences: Existences): Inconsistency[] {
  return facts.placements
    .filter((row) => !existences.get(row.parentId)?.some((existence) => contains(existence, row)))
    .map((row) => ({
      code: "parent-missing",
      kind: "placements",
      subject: `${row.unitId} ${row.parentId} ${row.validFrom}`,
      rows: [row.id],
    }));
}

/** A cycle can only come up on a day on which a placement begins. */
function cycles(facts: OrganisationFacts): Inconsistency[] {
  const found: Inconsistency[] = [];
  for (const date of new Set(facts.placements.map((row) => row.validFrom))) {
    const placed = new Map(facts.placements.filter((row) => holdsOn(row, date)).map((row) => [row.unitId, row]));
    const sound = new Set<number>();
    for (const start of placed.keys()) {
      const path = new Set<number>();
      let at: number | undefined = start;
      while (at !== undefined && !sound.has(at) && !path.has(at)) {
        path.add(at);
        at = placed.get(at)?.parentId;
      }
      if (at !== undefined && path.has(at)) {
        const rows = [...path].flatMap((unit) => placed.get(unit)?.id ?? []);
        found.push({ code: "cycle", kind: "placements", subject: `${at} ${date}`, rows });
      }
      for (const unit of path) sound.add(unit);
    }
  }
  return found;
}

function brokenSuccessions(facts: OrganisationFacts, existences: Existences): Inconsistency[] {
  const exists = (unitId: number, date: CivilDate) =>
    existences.get(unitId)?.some((existence) => holdsOn(existence, date)) ?? false;
  return facts.successions
    .filter((row) => exists(row.oldUnitId, row.date) || !exists(row.newUnitId, row.date))
    .map((row) => ({
      code: "succession",
      kind: "successions",
      subject: `${row.oldUnitId} ${row.newUnitId} ${row.date}`,
      rows: [row.id],
    }));
}
