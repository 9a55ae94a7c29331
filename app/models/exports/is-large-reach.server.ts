import type { Power } from "~/domain/permissions/role";
import type { Viewer } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import { readRows } from "../database.server";
import { Prisma } from "../generated/client";
import { holding, inScope, scopeOf } from "../reporting/scope-units.server";

/** Files of so many people or fewer are made where they are asked for. */
const MOST_AT_ONCE = 6_000;

/** Whether more people work within a viewer's reach than a file should be made of beside other requests. */
export async function isLargeReach(viewer: Viewer, power: Power, today: CivilDate): Promise<boolean> {
  const scope = await scopeOf(viewer, power, today);
  const rows = await readRows<{ id: number }>(Prisma.sql`
    SELECT o.id FROM posting o JOIN post s ON s.id = o.post_id
    WHERE ${holding("o", today)} AND ${inScope(scope, "s.unit_id")} LIMIT 1 OFFSET ${MOST_AT_ONCE}`);
  return rows.length > 0;
}
