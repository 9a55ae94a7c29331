import type { CivilDate } from "~/domain/time/civil-date";
import { reader } from "../database.server";
import { Prisma } from "../generated/client";
import { holding } from "../reporting/scope-units.server";

/** Names by person, the staff code where there is none. The caller has established that the viewer may know them. */
export async function namesOfPeople(ids: readonly number[], today: CivilDate): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const client = await reader();
  const rows = await client.$queryRaw<{ id: bigint; name: string }[]>`
    SELECT p.id, COALESCE(n.full_name, p.staff_code) AS name FROM person p
    LEFT JOIN person_name n ON n.person_id = p.id AND ${holding("n", today)}
    WHERE p.id IN (${Prisma.raw([...new Set(ids)].map(Number).join(","))})`;
  return new Map(rows.map(({ id, name }) => [Number(id), name]));
}
