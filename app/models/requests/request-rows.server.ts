import { type RequestContent, type RequestKind, requestContentSchema } from "~/domain/requests/request-kind";
import { type RequestEventKind, type RequestStanding, standingOf } from "~/domain/requests/request-state";
import type { CivilDate, Instant } from "~/domain/time/civil-date";
import type { Rows } from "../database.server";
import type { Prisma } from "../generated/client";
import { keptRecords } from "../people/records-of.server";

/** A request as recorded, with what happened to it, in order. */
export interface RecordedRequest {
  id: number;
  publicId: string;
  kind: RequestKind;
  /** the kept record, where two were merged */
  personId: number;
  raisedBy: number;
  text: string;
  content: RequestContent;
  due: CivilDate;
  at: Instant;
  events: RecordedEvent[];
  standing: RequestStanding;
}

export interface RecordedEvent {
  kind: RequestEventKind;
  accountId: number;
  text: string;
  at: Instant;
  changeId: number;
}

/** Requests by a condition, newest first, with their events: three statements. */
export async function requestsWhere(
  client: Rows,
  where: Prisma.requestWhereInput,
  most?: number,
): Promise<RecordedRequest[]> {
  const rows = await client.request.findMany({ where, orderBy: { id: "desc" }, take: most });
  if (rows.length === 0) return [];
  const events = await client.request_event.findMany({
    where: { request_id: { in: rows.map(({ id }) => id) } },
    orderBy: { id: "asc" },
  });
  const kept = await keptRecords(client);
  const eventsOf = new Map<number, RecordedEvent[]>(rows.map(({ id }) => [id, []]));
  for (const event of events) {
    eventsOf.get(event.request_id)?.push({
      kind: event.kind as RequestEventKind,
      accountId: event.account_id,
      text: event.text,
      at: event.at,
      changeId: event.recorded_change,
    });
  }
  return rows.map((row) => {
    const own = eventsOf.get(row.id) ?? [];
    return {
      id: row.id,
      publicId: row.public_id,
      kind: row.kind as RequestKind,
      personId: kept.get(row.person_id) ?? row.person_id,
      raisedBy: row.raised_by,
      text: row.text,
      content: requestContentSchema.parse(JSON.parse(row.payload)),
      due: row.due,
      at: row.at,
      events: own,
      standing: standingOf(own),
    };
  });
}
