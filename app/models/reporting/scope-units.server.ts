import type { OrganisationFacts } from "~/domain/organisation/organisation-facts";
import { unitsInScope } from "~/domain/organisation/succession";
import type { Power } from "~/domain/permissions/role";
import { unitsGranting, type Viewer } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import { Prisma } from "../generated/client";
import { organisationFacts } from "../organisation/organisation-facts.server";

/** The units of all times whose people a viewer may see: those that stand, or whose successors stand, in their subtree today. */
export interface Scope {
  /** names the scope among those of the same facts */
  key: string;
  units: "all" | readonly number[];
  has(unitId: number): boolean;
}

const known = new WeakMap<OrganisationFacts, Map<string, Scope>>();

/** Ids of the units, of all times, over which a viewer has a power: "all" of them, or a list, empty where they have it nowhere. */
export async function scopeUnits(viewer: Viewer, power: Power, today: CivilDate): Promise<Scope["units"]> {
  return (await scopeOf(viewer, power, today)).units;
}

/** The same, with a quick answer for one unit. */
export async function scopeOf(viewer: Viewer, power: Power, today: CivilDate): Promise<Scope> {
  const facts = await organisationFacts();
  const tops = unitsGranting(viewer, power).sort((a, b) => a - b);
  const key = `${tops.join(",")} ${today}`;
  const scopes = known.get(facts) ?? new Map<string, Scope>();
  known.set(facts, scopes);
  const scope = scopes.get(key) ?? makeScope(key, facts, tops, today);
  if (scopes.size > 200) scopes.clear();
  scopes.set(key, scope);
  return scope;
}

function makeScope(key: string, facts: OrganisationFacts, tops: readonly number[], today: CivilDate): Scope {
  const ids = unitsInScope(facts, tops, today);
  if (ids.size > 0 && ids.size === facts.units.length) return { key, units: "all", has: () => true };
  return { key, units: [...ids], has: (unitId) => ids.has(unitId) };
}

/**
 * The same scope over the organisation as it was known at another time: a unit of which nothing is held true any more goes with the
 * unit under which it was known to stand.
 */
export function scopeThen(scope: Scope, now: OrganisationFacts, then: OrganisationFacts): Scope {
  if (scope.units === "all") return scope;
  const present = new Set(now.units.map(({ id }) => id));
  const parents = new Map(then.placements.map(({ unitId, parentId }) => [unitId, parentId]));
  const gone = new Set<number>();
  for (const { id } of then.units) {
    let at: number | undefined = id;
    const seen = new Set<number>();
    while (at !== undefined && !present.has(at) && !seen.has(at)) {
      seen.add(at);
      at = parents.get(at);
    }
    if (!present.has(id) && at !== undefined && scope.has(at)) gone.add(id);
  }
  if (gone.size === 0) return scope;
  return { key: scope.key, units: [...scope.units, ...gone], has: (id) => scope.has(id) || gone.has(id) };
}

/** The scope as a condition on a column of unit ids, e.g. "s.unit_id": the place where truth 4 is kept. */
export function inScope({ units }: Pick<Scope, "units">, column: "s.unit_id" | "c.unit_id"): Prisma.Sql {
  if (units === "all") return Prisma.sql`1 = 1`;
  if (units.length === 0) return Prisma.sql`1 = 0`;
  // ids are integers of our own, and there can be more of them than a statement may bind
  return Prisma.raw(`${column} IN (${units.map(Number).join(",")})`);
}

/** A dated row that counts and holds on the date; `row` is the alias of its table. */
export function holding(row: "o" | "s" | "n" | "d" | "m" | "e", date: CivilDate): Prisma.Sql {
  return Prisma.sql`${Prisma.raw(row)}.retracted_change IS NULL AND ${Prisma.raw(row)}.valid_from <= ${date}
    AND (${Prisma.raw(row)}.valid_to IS NULL OR ${Prisma.raw(row)}.valid_to > ${date})`;
}
