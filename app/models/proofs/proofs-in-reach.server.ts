import { hasPower, type Viewer } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Rows } from "../database.server";
import { Prisma } from "../generated/client";
import { keptRecord, recordsOf } from "../people/records-of.server";
import { holding, inScope, scopeOf } from "../reporting/scope-units.server";
import { proofsWhere, type RecordedProof } from "./proof-rows.server";

/**
 * The proofs that a viewer may verify, as a condition on `r` (outside_proof): of someone with a post in the reach of the power,
 * never their own.
 */
export async function verifiable(viewer: Viewer, today: CivilDate): Promise<Prisma.Sql> {
  if (!hasPower(viewer, "verify-proofs")) return Prisma.sql`1 = 0`;
  const scope = await scopeOf(viewer, "verify-proofs", today);
  const reached =
    scope.units === "all"
      ? Prisma.sql`1 = 1`
      : Prisma.sql`EXISTS (SELECT 1 FROM posting o JOIN post s ON s.id = o.post_id
          WHERE o.person_id IN ${recordsOf(keptRecord("r.person_id"))} AND ${holding("o", today)} AND ${inScope(scope, "s.unit_id")})`;
  return Prisma.sql`(${reached} AND r.person_id NOT IN ${recordsOf(viewer.personId)})`;
}

/** A proof of the address: the viewer's own, or one that they may verify. Null: neither, or there is none. */
export async function findProof(
  client: Rows,
  viewer: Viewer,
  publicId: string,
  today: CivilDate,
): Promise<{ proof: RecordedProof; own: boolean } | null> {
  const [found] = await client.$queryRaw<{ id: bigint; own: bigint }[]>`
    SELECT r.id, r.person_id IN ${recordsOf(viewer.personId)} AS own FROM outside_proof r
    WHERE r.public_id = ${publicId} AND (r.person_id IN ${recordsOf(viewer.personId)} OR ${await verifiable(viewer, today)})`;
  if (!found) return null;
  const [proof] = await proofsWhere(client, { id: Number(found.id) });
  return proof ? { proof, own: Boolean(Number(found.own)) } : null;
}
