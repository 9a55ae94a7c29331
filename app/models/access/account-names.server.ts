import type { CivilDate } from "~/domain/time/civil-date";
import { reader } from "../database.server";
import { Prisma } from "../generated/client";
import { nameOn } from "./counting-grants.server";

/** What the people behind accounts are called on a date. */
export async function accountNames(
  accountIds: readonly number[],
  date: CivilDate,
): Promise<Map<number, { name: string; staffCode: string }>> {
  if (accountIds.length === 0) return new Map();
  const client = await reader();
  const rows = await client.$queryRaw<{ id: bigint; name: string; staff_code: string }[]>`
    SELECT a.id, p.staff_code, ${nameOn(date)} AS name FROM account a JOIN person p ON p.id = a.person_id
    WHERE a.id IN (${Prisma.join([...accountIds])})`;
  return new Map(rows.map((row) => [Number(row.id), { name: row.name, staffCode: row.staff_code }]));
}
