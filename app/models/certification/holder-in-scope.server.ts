import type { CivilDate } from "~/domain/time/civil-date";
import { Prisma } from "~/models/generated/client";
import { keptRecord, recordsOf } from "~/models/people/records-of.server";
import { holding, inScope, type Scope } from "~/models/reporting/scope-units.server";

/** The condition that whom a row names holds a post on the date in a unit of the scope. */
export function holderInScope(
  scope: Pick<Scope, "units">,
  column: "c.person_id" | "r.person_id",
  date: CivilDate,
): Prisma.Sql {
  if (scope.units === "all") return Prisma.sql`1 = 1`;
  return Prisma.sql`EXISTS (SELECT 1 FROM posting o JOIN post s ON s.id = o.post_id
    WHERE o.person_id IN ${recordsOf(keptRecord(column))} AND ${holding("o", date)} AND ${inScope(scope, "s.unit_id")})`;
}

/**
 * The condition that a certificate is in a scope: its holder holds a post there on the date, or holds none any more and had their unit
 * there when it was issued.
 */
export function certificateInScope(scope: Pick<Scope, "units">, date: CivilDate): Prisma.Sql {
  if (scope.units === "all") return Prisma.sql`1 = 1`;
  return Prisma.sql`(${holderInScope(scope, "c.person_id", date)} OR ${leftFrom(scope, date)})`;
}

/** The same condition for a reading of very many certificates: who serves in the scope is looked up once, not for each of them. */
export function certificatesInScope(scope: Pick<Scope, "units">, date: CivilDate): Prisma.Sql {
  if (scope.units === "all") return Prisma.sql`1 = 1`;
  return Prisma.sql`(c.person_id IN (
      WITH served(id) AS (SELECT ${keptRecord("o.person_id")} FROM posting o JOIN post s ON s.id = o.post_id
        WHERE ${holding("o", date)} AND ${inScope(scope, "s.unit_id")})
      SELECT id FROM served UNION SELECT merged_person_id FROM person_merge
        WHERE retracted_change IS NULL AND kept_person_id IN (SELECT id FROM served))
    OR ${leftFrom(scope, date)})`;
}

function leftFrom(scope: Pick<Scope, "units">, date: CivilDate): Prisma.Sql {
  return Prisma.sql`(${inScope(scope, "c.unit_id")} AND NOT EXISTS (SELECT 1 FROM posting o
    WHERE o.person_id IN ${recordsOf(keptRecord("c.person_id"))} AND ${holding("o", date)}))`;
}
