import { randomUUID } from "node:crypto";
import type { Instant } from "~/domain/time/civil-date";
import { writeRows } from "../database.server";

/** This process, among those that share the database. */
const ME = randomUUID();

/**
 * Takes a job's turn for a while: true for one process at a time, until the time is over or it gives the turn back. Nothing rests on it
 * but work that is done twice: whatever is written has a key of its own.
 */
export async function takeJobTurn(name: string, at: Instant, forMs: number): Promise<boolean> {
  const until = new Date(Date.parse(at) + forMs).toISOString();
  const taken = await writeRows(
    (rows) => rows.$queryRaw<unknown[]>`
    INSERT INTO job_turn (name, holder, until) VALUES (${name}, ${ME}, ${until})
    ON CONFLICT (name) DO UPDATE SET holder = ${ME}, until = ${until} WHERE job_turn.until <= ${at}
    RETURNING name`,
  );
  return taken.length > 0;
}

/** Ends a turn before its time, or puts off the next one until then. */
export async function endJobTurn(name: string, until: Instant): Promise<void> {
  await writeRows((rows) => rows.job_turn.updateMany({ where: { name, holder: ME }, data: { until } }));
}
