import { reader } from "~/models/database.server";
import { Prisma } from "~/models/generated/client";
import { recordsOf } from "~/models/people/records-of.server";

/**
 * Saved states of one person by package hash; a package without one is left out. The caller has established that this is
 * the viewer's own record.
 */
export async function activityStates(personId: number, hashes: readonly string[]): Promise<Map<string, string>> {
  if (hashes.length === 0) return new Map();
  const client = await reader();
  const rows = await client.$queryRaw<{ package_hash: string; state: string }[]>`
    SELECT package_hash, state FROM activity_state
    WHERE person_id IN ${recordsOf(personId)} AND package_hash IN (${Prisma.join([...hashes])}) ORDER BY at`;
  return new Map(rows.map(({ package_hash, state }) => [package_hash, state]));
}
