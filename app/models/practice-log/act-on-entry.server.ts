import { behalfOf } from "~/domain/permissions/behalf";
import type { Viewer } from "~/domain/permissions/viewer";
import { type LogAct, type LogEvent, logActs } from "~/domain/practice-log/log-state";
import { type CivilDate, civilDateOf, type Instant } from "~/domain/time/civil-date";
import { type Rows, reader, recordChange } from "../database.server";
import { Prisma } from "../generated/client";
import { wasRecorded } from "../recorded-acts.server";
import { coversPerson } from "../reporting/covers-person.server";
import { confirmable, ownEntries, readable } from "./confirmer.server";
import { entriesWhere, type RecordedEntry } from "./log-rows.server";
import { settlePractice } from "./settle-practice.server";

export type EntryAct = Exclude<LogAct, "mend">;

export interface EntryOrder {
  act: EntryAct;
  /** owed when an entry is returned */
  text: string | null;
  onceKey: string;
}

export type ActOnEntryOutcome =
  | "recorded"
  /** no such entry for this viewer */
  | "not-found"
  /** somebody was faster, or it was never theirs to do */
  | "not-possible"
  /** a reason is owed */
  | "words-missing";

const EVENTS: Record<EntryAct, LogEvent> = { confirm: "confirmed", return: "returned", withdraw: "withdrawn" };

class Overtaken extends Error {}

/** An entry as the viewer stands to it: their own, one that they may confirm, or one that proves something and that they may read. */
export async function findEntry(
  client: Rows,
  viewer: Viewer,
  publicId: string,
  today: CivilDate,
): Promise<{ entry: RecordedEntry; own: boolean; confirms: boolean } | null> {
  const found = async (where: Prisma.Sql) =>
    (await entriesWhere(client, Prisma.sql`r.public_id = ${publicId} AND ${where}`))[0];
  const own = await found(ownEntries(viewer));
  if (own) return { entry: own, own: true, confirms: false };
  const reached = await found(await confirmable(viewer, today));
  if (reached) return { entry: reached, own: false, confirms: true };
  const read = await found(await readable(viewer, today));
  return read ? { entry: read, own: false, confirms: false } : null;
}

/**
 * Confirms an entry, gives it back with a reason, or withdraws it, and in the same change brings the evidence in line. Of two who
 * decide at once one wins, the other hears `not-possible`; the same form sent twice is one act.
 */
export async function actOnEntry(
  viewer: Viewer,
  publicId: string,
  { act, text, onceKey }: EntryOrder,
  at: Instant,
): Promise<ActOnEntryOutcome> {
  const today = civilDateOf(at);
  const found = await findEntry(await reader(), viewer, publicId, today);
  if (!found) return "not-found";
  const key = `log-${act} ${publicId} ${viewer.accountId} ${onceKey}`;
  if (await wasRecorded(key)) return "recorded";
  if (!logActs(found.entry.state, found).includes(act)) return "not-possible";
  if (act === "return" && text === null) return "words-missing";
  const kind = EVENTS[act];
  const covers = await coversPerson(found.entry.personId, today);
  try {
    await recordChange(
      {
        kind: `log-entry-${kind}`,
        at,
        actorId: viewer.accountId,
        onBehalfOf: found.own ? null : behalfOf(viewer, "confirm-practice", covers),
        note: text,
        onceKey: key,
      },
      async (rows, changeId) => {
        const still = await findEntry(rows, viewer, publicId, today);
        if (!still || !logActs(still.entry.state, still).includes(act)) throw new Overtaken();
        await rows.log_entry_event.create({
          data: { entry_id: still.entry.id, kind, account_id: viewer.accountId, text, at, recorded_change: changeId },
        });
        if (kind === "confirmed" || still.entry.state === "confirmed") {
          await settlePractice(rows, changeId, still.entry);
        }
      },
    );
    return "recorded";
  } catch (error) {
    if (await wasRecorded(key)) return "recorded";
    if (error instanceof Overtaken) return "not-possible";
    throw error;
  }
}
