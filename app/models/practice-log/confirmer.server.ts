import type { Power } from "~/domain/permissions/role";
import { hasPower, type Viewer } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import { Prisma } from "../generated/client";
import { keptRecord, recordsOf } from "../people/records-of.server";
import { holding, inScope, scopeOf } from "../reporting/scope-units.server";
import { CONFIRMED } from "./log-rows.server";

/** The viewer's own entries, as a condition on `r` (log_entry). */
export function ownEntries(viewer: Viewer): Prisma.Sql {
  return Prisma.sql`r.person_id IN ${recordsOf(viewer.personId)}`;
}

/**
 * The entries that a viewer may confirm, as a condition on `r` (log_entry): of someone with a post in their reach today or on the day
 * of the entry, never their own.
 */
export function confirmable(viewer: Viewer, today: CivilDate): Promise<Prisma.Sql> {
  return inReach(viewer, "confirm-practice", today);
}

/** The confirmed entries that a viewer may read as what a level rests on: of someone whose record they may read. */
export async function readable(viewer: Viewer, today: CivilDate): Promise<Prisma.Sql> {
  return Prisma.sql`(${CONFIRMED} AND ${await inReach(viewer, "see-people", today)})`;
}

async function inReach(viewer: Viewer, power: Power, today: CivilDate): Promise<Prisma.Sql> {
  if (!hasPower(viewer, power)) return Prisma.sql`1 = 0`;
  const scope = await scopeOf(viewer, power, today);
  return Prisma.sql`(EXISTS (SELECT 1 FROM posting o JOIN post s ON s.id = o.post_id
      WHERE o.person_id IN ${recordsOf(keptRecord("r.person_id"))} AND ${inScope(scope, "s.unit_id")}
        AND (${holding("o", today)} OR (o.retracted_change IS NULL AND o.valid_from <= r.on_date
          AND (o.valid_to IS NULL OR o.valid_to > r.on_date))))
    AND NOT (${ownEntries(viewer)}))`;
}
