import { type CivilDate, holdsOn } from "~/domain/time/civil-date";
import type { ActProblem, ActProblemCode } from "./act-problem";
import type { Area, Fact, OrganisationFacts, Unit } from "./organisation-facts";

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** The facts while a batch is worked through: each act sees what the acts before it did. */
export interface Draft {
  readonly date: CivilDate;
  readonly source: string;
  facts: Writable<OrganisationFacts>;
  problems: ActProblem[];
  /** index of the act in hand */
  act: number;
  /** id of the next new row: -1, -2, … */
  nextId: number;
}

export function newId(draft: Draft): number {
  return draft.nextId--;
}

export function report(draft: Draft, code: ActProblemCode, params: Record<string, string>): undefined {
  draft.problems.push({ act: draft.act, code, params });
}

function unitExists(facts: OrganisationFacts, unitId: number, date: CivilDate): boolean {
  return facts.existences.some((row) => row.unitId === unitId && holdsOn(row, date));
}

/** When a unit that exists on the date ends; null: no end is known. */
export function endOf(facts: OrganisationFacts, unitId: number, date: CivilDate): CivilDate | null {
  return facts.existences.find((row) => row.unitId === unitId && holdsOn(row, date))?.validTo ?? null;
}

/** The unit of a key that exists on the day of the batch; else the problem is noted. */
export function existingUnit(draft: Draft, key: string): Unit | undefined {
  const unit = draft.facts.units.find((candidate) => candidate.key === key);
  if (!unit) return report(draft, "unknown-unit", { unit: key });
  if (unitExists(draft.facts, unit.id, draft.date)) return unit;
  return report(draft, "unit-not-existing", { unit: key, date: draft.date });
}

/** The area of a key that has a code on the day of the batch; else the problem is noted. */
export function existingArea(draft: Draft, key: string): Area | undefined {
  const area = draft.facts.areas.find((candidate) => candidate.key === key);
  if (!area) return report(draft, "unknown-area", { area: key });
  if (draft.facts.areaVersions.some((row) => row.areaId === area.id && holdsOn(row, draft.date))) return area;
  return report(draft, "area-not-existing", { area: key, date: draft.date });
}

/**
 * Ends, with the day before `date`, the rows of one subject that hold on `date`. Null when one of its rows begins on the
 * date or later: an act cannot slip in before what is known to follow.
 */
export function endedOn<T extends Fact>(
  rows: readonly T[],
  isSubject: (row: T) => boolean,
  date: CivilDate,
): T[] | null {
  if (rows.some((row) => isSubject(row) && row.validFrom >= date)) return null;
  return rows.map((row) => (isSubject(row) && holdsOn(row, date) ? { ...row, validTo: date } : row));
}
