import type { Marker } from "~/domain/assessment/marking";
import { predecessorsOf } from "~/domain/organisation/succession";
import type { Viewer } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import { reader } from "../database.server";
import { organisationFacts } from "../organisation/organisation-facts.server";
import { recordsOf } from "../people/records-of.server";
import { holding } from "../reporting/scope-units.server";

/** The viewer as a marker: the units they serve in today, with those that these follow. */
export async function markerOf(viewer: Viewer, today: CivilDate): Promise<Marker> {
  const client = await reader();
  const rows = await client.$queryRaw<{ unit_id: bigint }[]>`
    SELECT DISTINCT s.unit_id FROM posting o JOIN post s ON s.id = o.post_id
    WHERE o.person_id IN ${recordsOf(viewer.personId)} AND ${holding("o", today)}`;
  const facts = await organisationFacts();
  const units = rows.map(({ unit_id }) => Number(unit_id));
  return { personId: viewer.personId, unitIds: units.flatMap((unit) => [unit, ...predecessorsOf(facts, unit)]) };
}
