import type { AnswerValue } from "~/domain/assessment/answer-value";
import { type Answer, latestAnswers, type SavedResponse } from "~/domain/assessment/latest-answers";
import { type Rows, readRows } from "~/models/database.server";
import { Prisma } from "~/models/generated/client";

interface ResponseRow {
  id: number | bigint;
  item: number | bigint;
  value: string;
  flagged: boolean | number | bigint;
  client_key: string;
  at: string;
}

/** The answer that counts for each item of an attempt. Inside a write pass its rows. */
export async function savedAnswers(
  client: Pick<Rows, "$queryRaw"> | null,
  attemptId: number,
): Promise<Map<number, Answer>> {
  return latestAnswers(await savedResponses(client, attemptId));
}

/** All saves of an attempt, in the order in which the server took them. Inside a write pass its rows. */
export async function savedResponses(
  client: Pick<Rows, "$queryRaw"> | null,
  attemptId: number,
): Promise<SavedResponse[]> {
  const sql = Prisma.sql`SELECT id, item, value, flagged, client_key, at FROM response WHERE attempt_id = ${attemptId} ORDER BY id`;
  const rows = client ? await client.$queryRaw<ResponseRow[]>(sql) : await readRows<ResponseRow>(sql);
  return rows.map((row) => ({
    id: Number(row.id),
    item: Number(row.item),
    value: JSON.parse(row.value) as AnswerValue,
    flagged: Boolean(row.flagged),
    clientKey: row.client_key,
    at: row.at,
  }));
}
