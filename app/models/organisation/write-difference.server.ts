import { type RowsDifference, rowsDifference } from "~/domain/organisation/facts-difference";
import type { Fact, OrganisationFacts, Unit } from "~/domain/organisation/organisation-facts";
import { foldForSearch } from "~/domain/text/fold-for-search";
import type { Rows } from "~/models/database.server";
import { newPublicId } from "~/models/public-id.server";

/** Ids that the new units and areas were given in the draft, and the ones the database gave them. */
type Ids = ReadonlyMap<number, number>;

type Retract = { updateMany(args: { where: { id: { in: number[] } }; data: { retracted_change: number } }): unknown };

/** Writes what differs between the facts: ended rows are retracted and added anew, closed; nothing else is updated. */
export async function writeDifference(
  rows: Rows,
  changeId: number,
  before: OrganisationFacts,
  after: OrganisationFacts,
): Promise<void> {
  const unitIds = await insertUnits(rows, changeId, rowsDifference(before, after, "units").added);
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

  await write(rows.unit_existence, rowsDifference(before, after, "existences"), (fact) => ({
    unit_id: unitId(fact.unitId),
    ...span(fact),
  }));
  await write(rows.unit_name, rowsDifference(before, after, "names"), (fact) => ({
    unit_id: unitId(fact.unitId),
    name_vi: fact.name.vi,
    name_en: fact.name.en,
    short_vi: fact.short.vi,
    short_en: fact.short.en,
    folded: foldForSearch(`${fact.name.vi} ${fact.name.en} ${fact.short.vi}`),
    ...span(fact),
  }));
  await write(rows.unit_placement, rowsDifference(before, after, "placements"), (fact) => ({
    unit_id: unitId(fact.unitId),
    parent_id: unitId(fact.parentId),
    ...span(fact),
  }));
  await write(rows.unit_succession, rowsDifference(before, after, "successions"), (row) => ({
    old_unit_id: unitId(row.oldUnitId),
    new_unit_id: unitId(row.newUnitId),
    kind: row.kind,
    date: row.date,
    recorded_change: changeId,
  }));
  await write(rows.level_label, rowsDifference(before, after, "labels"), (fact) => ({
    level: fact.level,
    label_vi: fact.label.vi,
    label_en: fact.label.en,
    ...span(fact),
  }));
  await write(rows.area_version, rowsDifference(before, after, "areaVersions"), (fact) => ({
    area_id: areaId(fact.areaId),
    code: fact.code,
    name_vi: fact.name.vi,
    name_en: fact.name.en,
    kind: fact.kind,
    ...span(fact),
  }));
  await write(rows.unit_area, rowsDifference(before, after, "unitAreas"), (fact) => ({
    unit_id: unitId(fact.unitId),
    area_id: areaId(fact.areaId),
    ...span(fact),
  }));
}

async function insertUnits(rows: Rows, changeId: number, units: Unit[]): Promise<Ids> {
  if (units.length === 0) return new Map();
  await rows.unit.createMany({
    data: units.map((unit) => ({
      public_id: newPublicId(),
      level: unit.level,
      key: unit.key,
      vss_code: unit.vssCode,
      sample: unit.sample,
      source: unit.source,
      recorded_change: changeId,
    })),
  });
  return idsByKey(
    units,
    await rows.unit.findMany({ where: { recorded_change: changeId }, select: { id: true, key: true } }),
  );
}

async function insertAreas(
  rows: Rows,
  changeId: number,
  before: OrganisationFacts,
  after: OrganisationFacts,
): Promise<Ids> {
  const areas = rowsDifference(before, after, "areas").added;
  if (areas.length === 0) return new Map();
  await rows.area.createMany({ data: areas.map(({ key }) => ({ key, recorded_change: changeId })) });
  return idsByKey(
    areas,
    await rows.area.findMany({ where: { recorded_change: changeId }, select: { id: true, key: true } }),
  );
}

function idsByKey(
  drafted: readonly { id: number; key: string }[],
  recorded: readonly { id: number; key: string }[],
): Ids {
  const idOf = new Map(recorded.map(({ id, key }) => [key, id]));
  return new Map(drafted.map(({ id, key }) => [id, idOf.get(key) ?? id]));
}
