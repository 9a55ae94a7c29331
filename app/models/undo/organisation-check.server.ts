import { type Inconsistency, inconsistencies } from "~/domain/organisation/consistency";
import type { OrganisationFacts } from "~/domain/organisation/organisation-facts";
import type { Rows } from "../database.server";
import { loadOrganisationFacts } from "../organisation/organisation-facts.server";
import type { Touched } from "./retract-and-revive.server";

const ORGANISATION: Partial<Record<keyof OrganisationFacts, string>> = {
  existences: "unit_existence",
  names: "unit_name",
  placements: "unit_placement",
  types: "unit_type",
  successions: "unit_succession",
  labels: "level_label",
  areaVersions: "area_version",
  unitAreas: "unit_area",
};

/** What was at odds in the organisation before: only what is new stands against an undo. Null: it is not touched at all. */
export async function consistencyBefore(rows: Rows, touched: readonly Touched[]): Promise<ReadonlySet<string> | null> {
  const tables = Object.values(ORGANISATION);
  if (!touched.some(({ table }) => tables.includes(table.name))) return null;
  return new Set(inconsistencies(await loadOrganisationFacts(rows)).map(nameOf));
}

function nameOf({ code, kind, subject }: Inconsistency): string {
  return `${code} ${kind} ${subject}`;
}

/**
 * The later changes whose facts do not go with those that the undo has brought back; null: nothing is newly at odds. It can
 * be empty where no later change is to blame.
 */
export async function newInconsistencies(
  rows: Rows,
  before: ReadonlySet<string> | null,
  changeId: number,
  undoId: number,
): Promise<Set<number> | null> {
  if (before === null) return null;
  const found = inconsistencies(await loadOrganisationFacts(rows)).filter((each) => !before.has(nameOf(each)));
  if (found.length === 0) return null;
  const late = new Set<number>();
  for (const { kind, rows: ids } of found) {
    const table = ORGANISATION[kind];
    if (!table || ids.length === 0) continue;
    const changes = await rows.$queryRawUnsafe<{ recorded_change: bigint }[]>(
      `SELECT DISTINCT recorded_change FROM ${table} WHERE id IN (${ids.join(",")})
        AND recorded_change > ${changeId} AND recorded_change <> ${undoId}`,
    );
    for (const row of changes) late.add(Number(row.recorded_change));
  }
  return late;
}
