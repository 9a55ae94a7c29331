import { type CivilDate, holdsOn } from "~/domain/time/civil-date";
import type { AreaChange, LevelChange, UnitChange, UnitRef } from "./batch-preview";
import { levelLabelOn, type UnitAsOf, unitsAsOf } from "./organisation-as-of";
import { LEVELS, type OrganisationFacts, type UnitTypeKey } from "./organisation-facts";

type NameUnit = (unitId: number) => UnitRef;

/** What a batch changes about units: the same day as it was to be, and as it will be. */
export function unitChanges(
  before: OrganisationFacts,
  after: OrganisationFacts,
  date: CivilDate,
  ending: ReadonlyMap<number, readonly number[]>,
  nameUnit: NameUnit,
): UnitChange[] {
  const then = unitsAsOf(before, date);
  const now = unitsAsOf(after, date);
  const [typesThen, typesNow] = [typesOn(before, date), typesOn(after, date)];
  const above = (parentId: number | null) => (parentId === null ? null : nameUnit(parentId));
  const begun = [...now.byId.values()]
    .filter(({ id }) => !then.byId.has(id))
    .map(
      ({ id, level, parentId }): UnitChange => ({
        change: "begun",
        unit: nameUnit(id),
        level,
        parent: above(parentId),
      }),
    );
  const ended = [...ending].map(([id, heirs]): UnitChange => {
    const was = then.byId.get(id);
    return { change: "ended", unit: was ? refOf(was) : nameUnit(id), heirs: heirs.map(nameUnit) };
  });
  const kept = [...now.byId.values()].flatMap((unit): UnitChange[] => {
    const was = then.byId.get(unit.id);
    if (!was) return [];
    const ref = refOf(was);
    const types = [typesThen.get(unit.id) ?? null, typesNow.get(unit.id) ?? null] as const;
    return [
      ...(was.name.vi !== unit.name.vi || was.name.en !== unit.name.en
        ? [{ change: "renamed" as const, unit: ref, before: was.name, after: unit.name }]
        : []),
      ...(was.parentId !== unit.parentId
        ? [{ change: "moved" as const, unit: ref, before: above(was.parentId), after: above(unit.parentId) }]
        : []),
      ...(types[0] !== types[1]
        ? [{ change: "reclassified" as const, unit: ref, before: types[0], after: types[1] }]
        : []),
      ...(was.area?.id !== unit.area?.id
        ? [{ change: "re-areaed" as const, unit: ref, before: was.area?.name ?? null, after: unit.area?.name ?? null }]
        : []),
    ];
  });
  return [...begun, ...ended, ...kept];
}

function refOf({ key, publicId, name }: UnitAsOf): UnitRef {
  return { key, publicId: publicId || null, name };
}

function typesOn(facts: OrganisationFacts, date: CivilDate): Map<number, UnitTypeKey> {
  return new Map(facts.types.filter((row) => holdsOn(row, date)).map((row) => [row.unitId, row.type]));
}

export function levelChanges(before: OrganisationFacts, after: OrganisationFacts, date: CivilDate): LevelChange[] {
  return LEVELS.map((level) => ({
    level,
    before: levelLabelOn(before, level, date),
    after: levelLabelOn(after, level, date),
  })).filter(({ before, after }) => before?.vi !== after?.vi || before?.en !== after?.en);
}

export function areaChanges(before: OrganisationFacts, after: OrganisationFacts, date: CivilDate): AreaChange[] {
  const on = (facts: OrganisationFacts) =>
    new Map(facts.areaVersions.filter((row) => holdsOn(row, date)).map((row) => [row.areaId, row]));
  const [then, now] = [on(before), on(after)];
  const shown = ({ code, name }: OrganisationFacts["areaVersions"][number]) => ({ code, name });
  return [...new Set([...then.keys(), ...now.keys()])].flatMap((id): AreaChange[] => {
    const [was, is] = [then.get(id), now.get(id)];
    if (was === is) return [];
    const change = was ? (is ? "changed" : "ended") : "begun";
    return [{ change, before: was ? shown(was) : null, after: is ? shown(is) : null }];
  });
}
