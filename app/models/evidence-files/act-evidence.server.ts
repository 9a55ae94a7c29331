import type { ActEvidence } from "~/domain/evidence-file/evidence-file";
import type { CivilDate } from "~/domain/time/civil-date";
import { namesOfAccounts } from "../access/names-of-accounts.server";
import type { Rows } from "../database.server";

/** The changes of these ids, the oldest first: who did what, when, and under which document. */
export async function actEvidence(
  client: Rows,
  changeIds: readonly number[],
  today: CivilDate,
): Promise<ActEvidence[]> {
  const rows = await client.change.findMany({
    where: { id: { in: [...new Set(changeIds)] } },
    orderBy: { id: "asc" },
  });
  const accounts = rows.flatMap(({ actor_id, on_behalf_of }) => [actor_id ?? [], on_behalf_of ?? []].flat());
  const names = await namesOfAccounts(accounts, today);
  const nameOf = (id: number | null) => (id === null ? null : (names.get(id) ?? null));
  return rows.map(({ id, at, kind, actor_id, on_behalf_of, document, note }) => ({
    change: id,
    at,
    kind,
    by: nameOf(actor_id),
    onBehalfOf: nameOf(on_behalf_of),
    document,
    note,
  }));
}
