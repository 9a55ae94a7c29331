import { reader } from "~/models/database.server";

/**
 * Saved states of one person by package hash; a package without one is left out. The caller has established that this is
 * the viewer's own record.
 */
export async function activityStates(personId: number, hashes: readonly string[]): Promise<Map<string, string>> {
  if (hashes.length === 0) return new Map();
  const client = await reader();
  const rows = await client.activity_state.findMany({
    where: { person_id: personId, package_hash: { in: [...hashes] } },
    select: { package_hash: true, state: true },
  });
  return new Map(rows.map(({ package_hash, state }) => [package_hash, state]));
}
