import type { Term } from "~/domain/people/turnover";
import { addMonths, type CivilDate } from "~/domain/time/civil-date";
import { reader } from "../database.server";
import { Prisma } from "../generated/client";
import { keptRecords } from "../people/records-of.server";
import { holding, inScope, type Scope } from "./scope-units.server";

/** A place of the establishment that stands on the date, with all who have held it, through reorganisations. */
export interface PostLine {
  unitId: number;
  position: string;
  deputy: boolean;
  /** person: id of the kept record */
  terms: Term<number>[];
}

export interface WantedLines {
  units: Scope["units"];
  /** null: posts of all positions */
  positions: ReadonlySet<string> | null;
  asOf: CivilDate;
  /** how far back someone new must have come in */
  months: number;
  /** how many must have come in since; fewer cannot be of interest */
  atLeast: number;
}

/**
 * The places in the units given that someone new took over within the months looked at, with the terms of all times. One statement,
 * over all units at once: what a place was before a reorganisation is found by the address of its line. A CROSS JOIN is a join that
 * begins on its left: from the places asked for to what belongs to them, never through all posts and postings of the house.
 */
export async function loadPostLines(wanted: WantedLines): Promise<PostLine[]> {
  const { units, positions, asOf, months, atLeast } = wanted;
  if (positions?.size === 0) return [];
  const client = await reader();
  const merged = await keptRecords(client);
  const ofPosition = positions ? Prisma.sql`AND s.position IN (${Prisma.join([...positions])})` : Prisma.empty;
  const rows = await client.$queryRaw<{ unit_id: bigint; position: string; deputy: bigint | boolean; terms: string }[]>`
    WITH here AS MATERIALIZED (
      SELECT s.id, s.lineage, s.unit_id, s.position, s.deputy
      FROM post s WHERE ${holding("s", asOf)} AND ${inScope({ units }, "s.unit_id")} ${ofPosition}
    ), later AS MATERIALIZED (
      -- all posts are read for it: only where a reorganisation has carried one of these over
      SELECT x.id, x.lineage FROM (SELECT 1 FROM here WHERE lineage IS NOT NULL LIMIT 1) CROSS JOIN post x
      WHERE x.lineage IS NOT NULL AND x.retracted_change IS NULL
    ), place AS (
      SELECT h.*, h.id AS post FROM here h
      UNION ALL SELECT h.*, x.id FROM here h
        CROSS JOIN post x ON x.public_id = h.lineage AND x.retracted_change IS NULL AND x.id <> h.id
      UNION ALL SELECT h.*, x.id FROM here h JOIN later x ON x.lineage = h.lineage AND x.id <> h.id
    )
    SELECT l.unit_id, l.position, l.deputy,
      group_concat(o.person_id || ' ' || COALESCE(o.held_since, o.valid_from)) AS terms
    FROM place l
    CROSS JOIN posting o ON o.post_id = l.post AND o.retracted_change IS NULL AND o.kind <> 'acting' AND o.valid_from <= ${asOf}
    GROUP BY l.id
    HAVING SUM(COALESCE(o.held_since, o.valid_from) > ${addMonths(asOf, -months)}) >= ${atLeast}`;
  return rows.map((row) => ({
    unitId: Number(row.unit_id),
    position: row.position,
    deputy: Boolean(row.deputy),
    terms: row.terms.split(",").map((text) => {
      const [record, from = ""] = text.split(" ");
      return { person: merged.get(Number(record)) ?? Number(record), from };
    }),
  }));
}
