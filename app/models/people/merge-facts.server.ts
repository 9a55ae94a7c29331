import type { MergeFacts } from "~/domain/people/merge-persons";
import type { Rows } from "../database.server";
import { Prisma } from "../generated/client";

/** What decides whether two people's records can be merged; inside a transaction, pass its rows. */
export async function mergeFacts(client: Rows, kept: number, merged: number): Promise<MergeFacts> {
  const merges = await client.person_merge.findMany({
    where: { retracted_change: null },
    select: { kept_person_id: true, merged_person_id: true },
  });
  const records = [kept, merged];
  for (const row of merges) if (row.kept_person_id === kept) records.push(row.merged_person_id);
  const primaries = await client.$queryRaw<
    { public_id: string; person_id: bigint; valid_from: string; valid_to: string | null }[]
  >`
    SELECT public_id, person_id, valid_from, valid_to FROM posting
    WHERE person_id IN (${Prisma.join(records)}) AND kind = 'primary' AND retracted_change IS NULL
    ORDER BY valid_from, id`;
  return {
    merges: merges.map((row) => ({ kept: row.kept_person_id, merged: row.merged_person_id })),
    primaries: primaries.map((row) => ({
      publicId: row.public_id,
      record: Number(row.person_id),
      validFrom: row.valid_from,
      validTo: row.valid_to,
    })),
  };
}
