import { subtreeIds } from "~/domain/organisation/organisation-as-of";
import type { CivilDate } from "~/domain/time/civil-date";
import { reader } from "../database.server";
import { organisationAsOf } from "../organisation/organisation-facts.server";
import { recordsOf } from "../people/records-of.server";
import { holding } from "./scope-units.server";

/** The question whether the subtree under a unit holds a post of a person on a date: asked of the units over which one has a power. */
export async function coversPerson(personId: number, today: CivilDate): Promise<(topUnitId: number) => boolean> {
  const client = await reader();
  const rows = await client.$queryRaw<{ unit_id: bigint }[]>`
    SELECT DISTINCT s.unit_id FROM posting o JOIN post s ON s.id = o.post_id
    WHERE o.person_id IN ${recordsOf(personId)} AND ${holding("o", today)}`;
  const organisation = await organisationAsOf(today);
  const units = new Set(rows.map(({ unit_id }) => Number(unit_id)));
  return (topUnitId) => subtreeIds(organisation, topUnitId).some((id) => units.has(id));
}
