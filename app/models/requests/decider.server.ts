import { POWERS, type Power } from "~/domain/permissions/role";
import { hasPower, type Viewer } from "~/domain/permissions/viewer";
import { kindsDecidedBy, type RequestKind } from "~/domain/requests/request-kind";
import type { CivilDate } from "~/domain/time/civil-date";
import { Prisma } from "../generated/client";
import { keptRecord, recordsOf } from "../people/records-of.server";
import { holding, inScope, scopeOf } from "../reporting/scope-units.server";

const DECIDING = POWERS.filter((power) => kindsDecidedBy(power).length > 0);

/** Whether some power of the viewer decides requests. */
export function decidesSomewhere(viewer: Viewer): boolean {
  return DECIDING.some((power) => hasPower(viewer, power));
}

/**
 * The requests that a viewer may decide, as a condition on `r` (request): of a kind that one of their powers decides, about
 * someone with a post in the reach of that power (or without any, for whoever reaches every unit), never about themself.
 */
export async function decidable(viewer: Viewer, today: CivilDate): Promise<Prisma.Sql> {
  const powers = DECIDING.filter((power) => hasPower(viewer, power));
  if (powers.length === 0) return Prisma.sql`1 = 0`;
  const branches = await Promise.all(powers.map((power) => ofPower(viewer, power, today)));
  return Prisma.sql`((${Prisma.join(branches, " OR ")}) AND r.person_id NOT IN ${recordsOf(viewer.personId)}
    AND r.raised_by <> ${viewer.accountId})`;
}

async function ofPower(viewer: Viewer, power: Power, today: CivilDate): Promise<Prisma.Sql> {
  const scope = await scopeOf(viewer, power, today);
  const kinds: RequestKind[] = kindsDecidedBy(power);
  const reached =
    scope.units === "all"
      ? Prisma.sql`1 = 1`
      : Prisma.sql`EXISTS (SELECT 1 FROM posting o JOIN post s ON s.id = o.post_id
          WHERE o.person_id IN ${recordsOf(keptRecord("r.person_id"))} AND ${holding("o", today)} AND ${inScope(scope, "s.unit_id")})`;
  return Prisma.sql`(r.kind IN (${Prisma.join(kinds)}) AND ${reached})`;
}
