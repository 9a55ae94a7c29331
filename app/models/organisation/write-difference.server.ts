import { type RowsDifference, rowsDifference } from "~/domain/facts/rows-difference";
import type { Fact, OrganisationFacts, Unit } from "~/domain/organisation/organisation-facts";
import { foldForSearch } from "~/domain/text/fold-for-search";
import type { Rows } from "~/models/database.server";
import { newPublicId } from "~/models/public-id.server";

/** Ids that the new units and areas were given in the draft, and the ones the database gave them. */
export type Ids = ReadonlyMap<number, number>;

type Retract = { updateMany(args: { where: { id: { in: number[] } }; data: { retracted_change: number } }): unknown };

/**
 * Writes what differs between the facts: ended rows are retracted and added anew, closed; nothing else is updated. Returns the
 * ids that the new units were given, by those they had in the draft.
 */
export async function writeDifference(
  rows: Rows,
  changeId: number,
  before: OrganisationFacts,
  after: OrganisationFacts,
): Promise<Ids> {
  const unitIds = await insertUnits(rows, changeId, rowsDifference(before.units, after.units).added);
  const areaIds = await insertAreas(rows, changeId, before, after);
  const unitId = (id: number) => unitIds.get(id) ?? id;
  const areaId = (id: number) => areaIds.get(id) ?? id;
  const span = (fact: Fact) => ({ valid_from: fact.validFrom, valid_to: fact.validTo, recorded_change: changeId });

  const write = async <T, Data>(
    table: Retract & { createMany(args: { data: Data[] }): unknown },
    { retracted, added }: RowsDifference<T>,
    toRow: (fact: T) => Data,
  ) => {
    if (retracted.length > 0) {
      await table.updateMany({ where: { id: { in: retracted } }, data: { retracted_change: changeId } });
    }
    if (added.length > 0) await table.createMany({ data: added.map(toRow) });
  };

  await write(rows.unit_existence, rowsDifference(before.existences, after.existences), (fact) => ({
    unit_id: unitId(fact.unitId),
    ...span(fact),
  }));
  await write(rows.unit_name, rowsDifference(before.names, after.names), (fact) => ({
    unit_id: unitId(fact.unitId),
    name_vi: fact.name.vi,
    name_en: fact.name.en,
    short_vi: fact.short.vi,
    short_en: fact.short.en,
    folded: foldForSearch(`${fact.name.vi} ${fact.name.en} ${fact.short.vi}`),
    ...span(fact),
  }));
  await write(rows.unit_placement, rowsDifference(before.placements, after.placements), (fact) => ({
    unit_id: unitId(fact.unitId),
    parent_id: unitId(fact.parentId),
    ...span(fact),
  }));
  await write(rows.unit_type, rowsDifference(before.types, after.types), (fact) => ({
    unit_id: unitId(fact.unitId),
    type: fact.type,
    ...span(fact),
  }));
  await write(rows.unit_succession, rowsDifference(before.successions, after.successions), (row) => ({
    old_unit_id: unitId(row.oldUnitId),
    new_unit_id: unitId(row.newUnitId),
    kind: row.kind,
    date: row.date,
    recorded_change: changeId,
  }));
  await write(rows.level_label, rowsDifference(before.labels, after.labels), (fact) => ({
    level: fact.level,
    label_vi: fact.label.vi,
    label_en: fact.label.en,
    ...span(fact),
  }));
  await write(rows.area_version, rowsDifference(before.areaVersions, after.areaVersions), (fact) => ({
    area_id: areaId(fact.areaId),
    code: fact.code,
    name_vi: fact.name.vi,
    name_en: fact.name.en,
    kind: fact.kind,
    ...span(fact),
  }));
  await write(rows.unit_area, rowsDifference(before.unitAreas, after.unitAreas), (fact) => ({
    unit_id: unitId(fact.unitId),
    area_id: areaId(fact.areaId),
    ...span(fact),
  }));
  return unitIds;
}

/**
 * A key that an undone change gave away is free again: its row is used anew, so that the key still names one unit. Nothing is
 * held true of such a row, so what it says of the unit is put right.
 */
async function insertUnits(rows: Rows, changeId: number, units: Unit[]): Promise<Ids> {
  if (units.length === 0) return new Map();
  const keys = { key: { in: units.map(({ key }) => key) } };
  const left = await rows.unit.findMany({ where: keys, select: { id: true, key: true } });
  const leftIds = new Map(left.map(({ id, key }) => [key, id]));
  const saidOf = ({ level, vssCode, sample, source }: Unit) => ({ level, vss_code: vssCode, sample, source });
  for (const unit of units) {
    const id = leftIds.get(unit.key);
    if (id !== undefined) await rows.unit.update({ where: { id }, data: saidOf(unit) });
  }
  await rows.unit.createMany({
    data: units
      .filter(({ key }) => !leftIds.has(key))
      .map((unit) => ({ public_id: newPublicId(), key: unit.key, ...saidOf(unit), recorded_change: changeId })),
  });
  return idsByKey(units, await rows.unit.findMany({ where: keys, select: { id: true, key: true } }));
}

async function insertAreas(
  rows: Rows,
  changeId: number,
  before: OrganisationFacts,
  after: OrganisationFacts,
): Promise<Ids> {
  const areas = rowsDifference(before.areas, after.areas).added;
  if (areas.length === 0) return new Map();
  const keys = { key: { in: areas.map(({ key }) => key) } };
  const left = new Set((await rows.area.findMany({ where: keys, select: { key: true } })).map(({ key }) => key));
  await rows.area.createMany({
    data: areas.filter(({ key }) => !left.has(key)).map(({ key }) => ({ key, recorded_change: changeId })),
  });
  return idsByKey(areas, await rows.area.findMany({ where: keys, select: { id: true, key: true } }));
}

function idsByKey(
  drafted: readonly { id: number; key: string }[],
  recorded: readonly { id: number; key: string }[],
): Ids {
  const idOf = new Map(recorded.map(({ id, key }) => [key, id]));
  return new Map(drafted.map(({ id, key }) => [id, idOf.get(key) ?? id]));
}
