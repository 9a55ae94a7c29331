import { type CivilDate, holdsOn } from "~/domain/time/civil-date";
import { type Draft, endedOn, endOf, existingArea, newId, report } from "./draft";
import type { Level, Unit } from "./organisation-facts";

/** Under which level a unit of a level may stand; a special unit stands under none. */
const PARENT_LEVELS: Record<Level, readonly Level[]> = {
  CENTRAL: ["CENTRAL"],
  PROVINCIAL: ["CENTRAL"],
  GRASSROOTS: ["PROVINCIAL", "GRASSROOTS"],
  SPECIAL: [],
};

/** A parent is of the right level and lasts at least as long as the unit does (`until`, null: without end). */
export function mayStandUnder(
  draft: Draft,
  unit: string,
  level: Level,
  parent: Unit | null,
  until: CivilDate | null,
): boolean {
  if (parent ? !PARENT_LEVELS[level].includes(parent.level) : level !== "CENTRAL" && level !== "SPECIAL") {
    report(draft, "wrong-parent-level", { unit, level, parent: parent?.key ?? "" });
    return false;
  }
  const parentEnd = parent ? endOf(draft.facts, parent.id, draft.date) : null;
  if (parent === null || parentEnd === null || (until !== null && until <= parentEnd)) return true;
  report(draft, "parent-ends", { unit, parent: parent.key, date: parentEnd });
  return false;
}

/** From the day of the batch the unit, with all below it, stands under the parent. */
export function placeUnder(draft: Draft, unit: Unit, parent: Unit): undefined {
  const until = endOf(draft.facts, unit.id, draft.date);
  if (!mayStandUnder(draft, unit.key, unit.level, parent, until)) return;
  if (isAtOrBelow(draft, parent.id, unit.id)) return report(draft, "cycle", { unit: unit.key, parent: parent.key });
  const ended = endedOn(draft.facts.placements, (row) => row.unitId === unit.id, draft.date);
  if (!ended) return report(draft, "overlapping-placement", { unit: unit.key, date: draft.date });
  const placement = { id: newId(draft), unitId: unit.id, parentId: parent.id };
  draft.facts.placements = [...ended, { ...placement, validFrom: draft.date, validTo: until }];
}

/** True when `top` is the unit or one of its ancestors on the day; known placements have no cycle. */
function isAtOrBelow(draft: Draft, unitId: number, top: number): boolean {
  for (let at: number | undefined = unitId; at !== undefined; at = parentOf(draft, at)) if (at === top) return true;
  return false;
}

export function parentOf(draft: Draft, unitId: number): number | undefined {
  return draft.facts.placements.find((row) => row.unitId === unitId && holdsOn(row, draft.date))?.parentId;
}

export function childrenOf(draft: Draft, unitId: number): Unit[] {
  const placed = draft.facts.placements.filter((row) => row.parentId === unitId && holdsOn(row, draft.date));
  return draft.facts.units.filter((unit) => placed.some((row) => row.unitId === unit.id));
}

/** From the day of the batch the unit answers for the area of the key; one area has one provincial unit. */
export function putInArea(draft: Draft, unit: Unit, key: string): undefined {
  const area = existingArea(draft, key);
  if (!area) return;
  const { facts, date } = draft;
  const levelOf = new Map(facts.units.map((other) => [other.id, other.level]));
  const taken = facts.unitAreas.find(
    (row) =>
      row.areaId === area.id && row.unitId !== unit.id && levelOf.get(row.unitId) === unit.level && holdsOn(row, date),
  );
  if (taken && unit.level === "PROVINCIAL") {
    const holder = facts.units.find((other) => other.id === taken.unitId)?.key ?? "";
    return report(draft, "area-taken", { area: key, unit: holder });
  }
  const ended = endedOn(facts.unitAreas, (row) => row.unitId === unit.id, date);
  if (!ended) return report(draft, "overlapping-area", { unit: unit.key, date });
  const validTo = endOf(facts, unit.id, date);
  facts.unitAreas = [...ended, { id: newId(draft), unitId: unit.id, areaId: area.id, validFrom: date, validTo }];
}
