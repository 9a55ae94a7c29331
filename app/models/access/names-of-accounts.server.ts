import type { CivilDate } from "~/domain/time/civil-date";
import { reader } from "~/models/database.server";

/** What the people behind accounts are called on a date, by account id. One statement; an account without a name then is left out. */
export async function namesOfAccounts(accountIds: readonly number[], on: CivilDate): Promise<Map<number, string>> {
  if (accountIds.length === 0) return new Map();
  const client = await reader();
  const ids = JSON.stringify([...new Set(accountIds)]);
  const rows = await client.$queryRaw<{ id: number | bigint; name: string }[]>`
    SELECT a.id, n.full_name AS name FROM account a
    JOIN person_name n ON n.person_id = a.person_id AND n.retracted_change IS NULL
      AND n.valid_from <= ${on} AND (n.valid_to IS NULL OR n.valid_to > ${on})
    WHERE a.id IN (SELECT value FROM json_each(${ids}))`;
  return new Map(rows.map(({ id, name }) => [Number(id), name]));
}
