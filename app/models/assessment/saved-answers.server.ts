import { type Answer, latestAnswers } from "~/domain/assessment/latest-answers";
import type { Rows } from "~/models/database.server";

/** The answer that counts for each item of an attempt. Inside a write pass its rows, else the reading client. */
export async function savedAnswers(client: Pick<Rows, "$queryRaw">, attemptId: number): Promise<Map<number, Answer>> {
  const rows = await client.$queryRaw<
    { id: bigint; item: bigint; value: string; flagged: boolean | bigint; client_key: string; at: string }[]
  >`SELECT id, item, value, flagged, client_key, at FROM response WHERE attempt_id = ${attemptId} ORDER BY id`;
  return latestAnswers(
    rows.map((row) => ({
      id: Number(row.id),
      item: Number(row.item),
      tokens: JSON.parse(row.value) as string[],
      flagged: Boolean(row.flagged),
      clientKey: row.client_key,
      at: row.at,
    })),
  );
}
