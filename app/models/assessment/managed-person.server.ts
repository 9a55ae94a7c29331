import type { Viewer } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Rows } from "../database.server";
import { Prisma } from "../generated/client";
import { keptRecord, recordsOf } from "../people/records-of.server";
import { scopeOf } from "../reporting/scope-units.server";
import { servesIn } from "./managed-attempt.server";

/** Somebody in the viewer's reach for exams. */
export interface ManagedPerson {
  /** the kept record */
  id: number;
  publicId: string;
  own: boolean;
}

/** The person of a public id, that of a merged record leading to the kept one; null for who is out of reach. */
export async function managedPerson(
  client: Pick<Rows, "$queryRaw">,
  viewer: Viewer,
  publicId: string,
  today: CivilDate,
): Promise<ManagedPerson | null> {
  const scope = await scopeOf(viewer, "manage-exams", today);
  const [row] = await client.$queryRaw<{ id: bigint; public_id: string; own: bigint }[]>`
    SELECT k.id, k.public_id, k.id IN ${recordsOf(viewer.personId)} AS own
    FROM person r JOIN person k ON k.id = ${keptRecord("r.id")}
    WHERE r.public_id = ${publicId} AND ${servesIn(scope, Prisma.sql`k.id`, today)}`;
  return row ? { id: Number(row.id), publicId: row.public_id, own: Boolean(row.own) } : null;
}
