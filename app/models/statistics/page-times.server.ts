import { type PageStay, type PageTime, pageStays, pageTimes } from "~/domain/statistics/page-times";
import type { Instant } from "~/domain/time/civil-date";
import { readRows } from "../database.server";
import { Prisma } from "../generated/client";

const AT_ONCE = 500;

/** The usual time at each page over these attempts; attempts whose log is gone say nothing. */
export async function pageTimesOf(attempts: readonly { id: number; endedAt: Instant }[]): Promise<PageTime[]> {
  const stays: PageStay[] = [];
  for (let at = 0; at < attempts.length; at += AT_ONCE) {
    const slice = attempts.slice(at, at + AT_ONCE);
    // one row an attempt: a row an event would be ten times as many
    const rows = await readRows<{ attempt_id: number; events: string }>(Prisma.sql`
      SELECT attempt_id, json_group_array(json_array(kind, page, at)) AS events FROM attempt_log
      WHERE attempt_id IN (${Prisma.join(slice.map(({ id }) => id))}) GROUP BY attempt_id`);
    const ends = new Map(slice.map(({ id, endedAt }) => [id, endedAt]));
    for (const { attempt_id, events } of rows) {
      const told = (JSON.parse(events) as [string, number | null, Instant][]).sort((a, b) => (a[2] < b[2] ? -1 : 1));
      const list = told.map(([kind, page, when]) => ({ kind, page, at: when }));
      stays.push(...pageStays(list, ends.get(attempt_id) ?? ""));
    }
  }
  return pageTimes(stays);
}
