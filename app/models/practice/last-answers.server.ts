import type { LastAnswer } from "~/domain/assessment/practice";
import { readRows } from "~/models/database.server";
import { Prisma } from "~/models/generated/client";
import { recordsOf } from "~/models/people/records-of.server";

/** A person's last answer in practice to each question, by the question's key. */
export async function lastAnswers(personId: number): Promise<Map<string, LastAnswer>> {
  const rows = await readRows<{ question_key: string; share: number; at: string }>(Prisma.sql`
    SELECT a.question_key, a.share, a.at FROM practice_answer a JOIN practice_run r ON r.id = a.run_id
    WHERE r.person_id IN ${recordsOf(personId)} ORDER BY a.at, a.id`);
  return new Map(rows.map(({ question_key, share, at }) => [question_key, { share, at }]));
}
