import { type OrganisationAsOf, unitsAsOf } from "~/domain/organisation/organisation-as-of";
import type {
  AreaKind,
  Level,
  OrganisationFacts,
  SuccessionKind,
  UnitTypeKey,
} from "~/domain/organisation/organisation-facts";
import type { CivilDate } from "~/domain/time/civil-date";
import { latestChangeId, type Rows, reader } from "~/models/database.server";

interface Held {
  /** the newest change that is known not to have touched these facts since */
  changeId: number;
  /** the newest change that touched them */
  touchedBy: number;
  facts: OrganisationFacts;
  trees: Map<CivilDate, OrganisationAsOf>;
}

const MOST_TREES = 64;

let held: Held | null = null;

/** The organisation over all time. Held in memory until a change touches it; then ten queries over a few hundred rows. */
export async function organisationFacts(): Promise<OrganisationFacts> {
  return (await current()).facts;
}

/** The tree of a date, from the facts held in memory. */
export async function organisationAsOf(date: CivilDate): Promise<OrganisationAsOf> {
  const { facts, trees } = await current();
  const known = trees.get(date);
  if (known) return known;
  if (trees.size >= MOST_TREES) trees.clear();
  const tree = unitsAsOf(facts, date);
  trees.set(date, tree);
  return tree;
}

/** Those who come while the facts are being read wait for the same reading. */
let reading: { changeId: number; held: Promise<Held> } | null = null;

async function current(): Promise<Held> {
  const changeId = await latestChangeId();
  if (held?.changeId === changeId) return held;
  if (reading?.changeId !== changeId) {
    const started = { changeId, held: read(changeId) };
    reading = started;
    // a failure is not kept
    started.held.catch(() => {
      if (reading === started) reading = null;
    });
  }
  return reading.held;
}

async function read(changeId: number): Promise<Held> {
  const client = await reader();
  const touchedBy = await newestTouch(client);
  if (held?.touchedBy === touchedBy && held.changeId < changeId) {
    held.changeId = changeId;
    return held;
  }
  held = { changeId, touchedBy, facts: await loadOrganisationFacts(client), trees: new Map() };
  return held;
}

/** Answers and certificates come every second, reorganisations twice a year: see whether the facts are older at all. */
export async function newestTouch(client: Rows): Promise<number> {
  const rows = await client.$queryRaw<{ id: number | bigint | null }[]>`
    SELECT MAX(id) AS id FROM (
      SELECT MAX(recorded_change) AS id FROM unit
      UNION ALL SELECT MAX(recorded_change) FROM unit_existence UNION ALL SELECT MAX(retracted_change) FROM unit_existence
      UNION ALL SELECT MAX(recorded_change) FROM unit_name UNION ALL SELECT MAX(retracted_change) FROM unit_name
      UNION ALL SELECT MAX(recorded_change) FROM unit_placement UNION ALL SELECT MAX(retracted_change) FROM unit_placement
      UNION ALL SELECT MAX(recorded_change) FROM unit_type UNION ALL SELECT MAX(retracted_change) FROM unit_type
      UNION ALL SELECT MAX(recorded_change) FROM unit_succession UNION ALL SELECT MAX(retracted_change) FROM unit_succession
      UNION ALL SELECT MAX(recorded_change) FROM level_label UNION ALL SELECT MAX(retracted_change) FROM level_label
      UNION ALL SELECT MAX(recorded_change) FROM area
      UNION ALL SELECT MAX(recorded_change) FROM area_version UNION ALL SELECT MAX(retracted_change) FROM area_version
      UNION ALL SELECT MAX(recorded_change) FROM unit_area UNION ALL SELECT MAX(retracted_change) FROM unit_area
    ) AS touches`;
  return Number(rows[0]?.id ?? 0);
}

/**
 * Reads the facts through the given client: inside a transaction, pass its rows. Units and areas of which nothing is held true
 * any more, because the change that made them was undone, are left out.
 * @param knownAt newest change to take in: what was recorded later is left out, what was retracted later counts; left out: all
 */
export async function loadOrganisationFacts(client: Rows, knownAt: number | null = null): Promise<OrganisationFacts> {
  const inForce = { where: knownThen(knownAt), orderBy: { id: "asc" } } as const;
  const byId = { orderBy: { id: "asc" } } as const;
  const units = await client.unit.findMany(byId);
  const existences = await client.unit_existence.findMany(inForce);
  const names = await client.unit_name.findMany(inForce);
  const placements = await client.unit_placement.findMany(inForce);
  const types = await client.unit_type.findMany(inForce);
  const successions = await client.unit_succession.findMany(inForce);
  const labels = await client.level_label.findMany(inForce);
  const areas = await client.area.findMany(byId);
  const areaVersions = await client.area_version.findMany(inForce);
  const unitAreas = await client.unit_area.findMany(inForce);
  const existing = new Set(existences.map((row) => row.unit_id));
  const coded = new Set(areaVersions.map((row) => row.area_id));
  return {
    units: units
      .filter(({ id }) => existing.has(id))
      .map((row) => ({
        id: row.id,
        publicId: row.public_id,
        key: row.key,
        level: row.level as Level,
        vssCode: row.vss_code,
        sample: row.sample,
        source: row.source,
      })),
    existences: existences.map((row) => ({ ...spanOf(row), unitId: row.unit_id })),
    names: names.map((row) => ({
      ...spanOf(row),
      unitId: row.unit_id,
      name: { vi: row.name_vi, en: row.name_en },
      short: { vi: row.short_vi, en: row.short_en },
    })),
    placements: placements.map((row) => ({ ...spanOf(row), unitId: row.unit_id, parentId: row.parent_id })),
    types: types.map((row) => ({ ...spanOf(row), unitId: row.unit_id, type: row.type as UnitTypeKey })),
    successions: successions.map((row) => ({
      id: row.id,
      oldUnitId: row.old_unit_id,
      newUnitId: row.new_unit_id,
      kind: row.kind as SuccessionKind,
      date: row.date,
    })),
    labels: labels.map((row) => ({
      ...spanOf(row),
      level: row.level as Level,
      label: { vi: row.label_vi, en: row.label_en },
    })),
    areas: areas.filter(({ id }) => coded.has(id)).map((row) => ({ id: row.id, key: row.key })),
    areaVersions: areaVersions.map((row) => ({
      ...spanOf(row),
      areaId: row.area_id,
      code: row.code,
      name: { vi: row.name_vi, en: row.name_en },
      kind: row.kind as AreaKind,
    })),
    unitAreas: unitAreas.map((row) => ({ ...spanOf(row), unitId: row.unit_id, areaId: row.area_id })),
  };
}

/** Of facts those that count as known at a change; null: now. */
export function knownThen(knownAt: number | null) {
  if (knownAt === null) return { retracted_change: null };
  return {
    recorded_change: { lte: knownAt },
    OR: [{ retracted_change: null }, { retracted_change: { gt: knownAt } }],
  };
}

function spanOf(row: { id: number; valid_from: string; valid_to: string | null }) {
  return { id: row.id, validFrom: row.valid_from, validTo: row.valid_to };
}
