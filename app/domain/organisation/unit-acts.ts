import type { ActOf } from "./acts";
import { type Draft, endedOn, endOf, existingUnit, newId, report } from "./draft";
import type { Level, SuccessionKind, Unit } from "./organisation-facts";
import { childrenOf, mayStandUnder, parentOf, placeUnder, putInArea } from "./unit-places";

type NewUnit = Omit<ActOf<"create">, "act" | "parent" | "level">;

export function create(draft: Draft, act: ActOf<"create">): undefined {
  const parent = act.parent === undefined ? null : existingUnit(draft, act.parent);
  if (parent !== undefined) addUnit(draft, act, act.level, parent);
}

function addUnit(draft: Draft, spec: NewUnit, level: Level, parent: Unit | null): Unit | undefined {
  const { facts, date } = draft;
  if (facts.units.some((unit) => unit.key === spec.unit)) return report(draft, "duplicate-key", { key: spec.unit });
  if (!mayStandUnder(draft, spec.unit, level, parent, null)) return undefined;
  const id = newId(draft);
  const unit: Unit = {
    id,
    publicId: "",
    key: spec.unit,
    level,
    vssCode: spec.vss_code ?? null,
    sample: spec.sample,
    source: draft.source,
  };
  const span = { validFrom: date, validTo: null };
  facts.units = [...facts.units, unit];
  facts.existences = [...facts.existences, { id: newId(draft), unitId: id, ...span }];
  facts.names = [
    ...facts.names,
    { id: newId(draft), unitId: id, name: spec.name, short: spec.short ?? spec.name, ...span },
  ];
  if (parent) facts.placements = [...facts.placements, { id: newId(draft), unitId: id, parentId: parent.id, ...span }];
  if (spec.area !== undefined) putInArea(draft, unit, spec.area);
  return unit;
}

export function rename(draft: Draft, act: ActOf<"rename">): undefined {
  const unit = existingUnit(draft, act.unit);
  if (!unit) return;
  const ended = endedOn(draft.facts.names, (row) => row.unitId === unit.id, draft.date);
  if (!ended) return report(draft, "overlapping-name", { unit: act.unit, date: draft.date });
  const name = { id: newId(draft), unitId: unit.id, name: act.name, short: act.short ?? act.name };
  draft.facts.names = [...ended, { ...name, validFrom: draft.date, validTo: endOf(draft.facts, unit.id, draft.date) }];
}

export function move(draft: Draft, act: ActOf<"move">): undefined {
  const unit = existingUnit(draft, act.unit);
  const parent = existingUnit(draft, act.parent);
  if (unit && parent) placeUnder(draft, unit, parent);
}

export function merge(draft: Draft, act: ActOf<"merge">): undefined {
  const units = act.units.map((key) => existingUnit(draft, key)).filter((unit) => unit !== undefined);
  const first = units[0];
  if (!first || units.length < act.units.length) return;
  if (units.some((unit) => unit.level !== first.level))
    return report(draft, "levels-differ", { units: act.units.join(", ") });
  const parentId = parentOf(draft, first.id);
  if (units.some((unit) => parentOf(draft, unit.id) !== parentId)) {
    return report(draft, "parents-differ", { units: act.units.join(", ") });
  }
  const parent = draft.facts.units.find((unit) => unit.id === parentId) ?? null;
  const { area, ...withoutArea } = act.into;
  const heir = addUnit(draft, withoutArea, first.level, parent);
  if (!heir) return;
  for (const unit of units) {
    for (const child of childrenOf(draft, unit.id)) placeUnder(draft, child, heir);
    end(draft, unit);
    succeed(draft, unit, heir, "merge");
  }
  // only now: the area may be one that a merged unit answered for
  if (area !== undefined) putInArea(draft, heir, area);
}

export function split(draft: Draft, act: ActOf<"split">): undefined {
  const unit = existingUnit(draft, act.unit);
  const standing = act.successors.map((key) => existingUnit(draft, key)).filter((heir) => heir !== undefined);
  if (!unit || standing.length < act.successors.length) return;
  if (act.into.length + standing.length < 2) return report(draft, "too-few-heirs", { unit: unit.key });
  if (standing.includes(unit)) return report(draft, "cycle", { unit: unit.key, parent: unit.key });
  const parentId = parentOf(draft, unit.id);
  const parent = draft.facts.units.find((other) => other.id === parentId) ?? null;
  const begun = act.into.map(({ area: _, ...spec }) => addUnit(draft, spec, unit.level, parent));
  if (begun.includes(undefined)) return;
  const heirs = [...begun.filter((heir) => heir !== undefined), ...standing];
  for (const child of childrenOf(draft, unit.id)) {
    const named = act.children[child.key];
    const heir = named === undefined ? heirs[0] : heirs.find(({ key }) => key === named);
    if (!heir) return report(draft, "not-an-heir", { unit: child.key, heir: named ?? "" });
    placeUnder(draft, child, heir);
  }
  if (!mayFollow(draft, unit, heirs)) return;
  end(draft, unit);
  for (const heir of heirs) succeed(draft, unit, heir, "split");
  // only now: an area may be the one that the unit answered for
  for (const [index, { area }] of act.into.entries()) {
    const heir = begun[index];
    if (heir && area !== undefined) putInArea(draft, heir, area);
  }
}

/** Who follows must last: what goes over to a unit that is known to end would be lost with it. */
function mayFollow(draft: Draft, unit: Unit, heirs: readonly Unit[]): boolean {
  const ending = heirs.find((heir) => endOf(draft.facts, heir.id, draft.date) !== null);
  if (!ending) return true;
  const date = endOf(draft.facts, ending.id, draft.date) ?? draft.date;
  report(draft, "heir-ends", { unit: unit.key, heir: ending.key, date });
  return false;
}

export function classify(draft: Draft, act: ActOf<"classify">): undefined {
  const unit = existingUnit(draft, act.unit);
  if (!unit) return;
  const ended = endedOn(draft.facts.types, (row) => row.unitId === unit.id, draft.date);
  if (!ended) return report(draft, "overlapping-type", { unit: act.unit, date: draft.date });
  const until = endOf(draft.facts, unit.id, draft.date);
  const type = { id: newId(draft), unitId: unit.id, type: act.type, validFrom: draft.date, validTo: until };
  draft.facts.types = [...ended, type];
}

export function close(draft: Draft, act: ActOf<"close">): undefined {
  const unit = existingUnit(draft, act.unit);
  const heirs = act.successors.map((key) => existingUnit(draft, key)).filter((heir) => heir !== undefined);
  if (!unit || heirs.length < act.successors.length) return;
  if (heirs.includes(unit)) return report(draft, "cycle", { unit: unit.key, parent: unit.key });
  const children = childrenOf(draft, unit.id);
  if (children.length > 0) {
    return report(draft, "has-children", { unit: unit.key, children: children.map((child) => child.key).join(", ") });
  }
  if (!mayFollow(draft, unit, heirs)) return;
  end(draft, unit);
  for (const heir of heirs) succeed(draft, unit, heir, heirs.length > 1 ? "split" : "move");
}

function succeed(draft: Draft, old: Unit, heir: Unit, kind: SuccessionKind): undefined {
  const row = { id: newId(draft), oldUnitId: old.id, newUnitId: heir.id, kind, date: draft.date };
  draft.facts.successions = [...draft.facts.successions, row];
}

/** A unit ends with everything that is said of it. */
function end(draft: Draft, unit: Unit): undefined {
  const { facts, date } = draft;
  const isIts = (row: { unitId: number }) => row.unitId === unit.id;
  const existences = endedOn(facts.existences, isIts, date);
  if (!existences) return report(draft, "end-before-start", { unit: unit.key, date });
  const names = endedOn(facts.names, isIts, date);
  const placements = endedOn(facts.placements, isIts, date);
  const unitAreas = endedOn(facts.unitAreas, isIts, date);
  const types = endedOn(facts.types, isIts, date);
  if (!names || !placements || !unitAreas || !types) return report(draft, "later-facts", { unit: unit.key, date });
  Object.assign(facts, { existences, names, placements, unitAreas, types });
}

export function placeInArea(draft: Draft, act: ActOf<"place-in-area">): undefined {
  const unit = existingUnit(draft, act.unit);
  if (unit) putInArea(draft, unit, act.area);
}
