import type { Viewer } from "~/domain/permissions/viewer";
import { entryProblems, type LogEntry, type LogProblem } from "~/domain/practice-log/log-entry";
import { logActs } from "~/domain/practice-log/log-state";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import { isDuplicate, type Rows, reader, recordChange } from "../database.server";
import { Prisma } from "../generated/client";
import { newPublicId } from "../public-id.server";
import { changeUnder } from "../recorded-acts.server";
import { ownEntries } from "./confirmer.server";
import { entriesWhere, type RecordedEntry } from "./log-rows.server";
import { practiceRulesOn } from "./practice-rules.server";

export interface WrittenEntry {
  entry: LogEntry;
  /** public id of the entry that it mends; null: a new one */
  insteadOf: string | null;
  /** made with the form: sent twice, it is one entry */
  onceKey: string;
}

export type WriteOutcome =
  | { ok: true; entry: string }
  | { ok: false; problems: LogProblem[] }
  /** `not-found`: no such entry of the viewer's; `not-possible`: it was confirmed, withdrawn or mended meanwhile */
  | { ok: false; problems: []; refusal: "not-found" | "not-possible" };

class Overtaken extends Error {}

/** Records what the viewer did, for their leader to confirm, or mends an entry that is not confirmed: the old one stays, and says so. */
export async function writeEntry(viewer: Viewer, written: WrittenEntry, at: Instant): Promise<WriteOutcome> {
  const { entry } = written;
  const today = civilDateOf(at);
  const onceKey = `log-entry ${viewer.accountId} ${written.onceKey}`;
  const earlier = await writtenUnder(onceKey, viewer.accountId);
  if (earlier !== null) return { ok: true, entry: earlier };
  const problems = entryProblems(entry, today, [...(await practiceRulesOn(today)).keys()]);
  if (problems.length > 0) return { ok: false, problems };
  const old = written.insteadOf === null ? null : await ownEntry(await reader(), viewer, written.insteadOf);
  if (written.insteadOf !== null && !old) return { ok: false, problems: [], refusal: "not-found" };
  const publicId = newPublicId();
  try {
    const act = { kind: old ? "log-entry-mended" : "log-entry-written", at, actorId: viewer.accountId, onceKey };
    await recordChange(act, async (rows, changeId) => {
      if (old && !mayMend(await ownEntry(rows, viewer, old.publicId))) throw new Overtaken();
      const { id } = await rows.log_entry.create({
        data: {
          public_id: publicId,
          person_id: viewer.personId,
          competency: entry.competency,
          on_date: entry.onDate,
          place: entry.place,
          audience: entry.audience,
          people: entry.people,
          role: entry.role,
          language: entry.language,
          link: entry.link,
          note: entry.note,
          instead_of: old?.id ?? null,
          recorded_change: changeId,
        },
        select: { id: true },
      });
      await rows.log_entry_event.create({
        data: { entry_id: id, kind: "submitted", account_id: viewer.accountId, at, recorded_change: changeId },
      });
    });
    return { ok: true, entry: publicId };
  } catch (error) {
    if (error instanceof Overtaken) return { ok: false, problems: [], refusal: "not-possible" };
    const same = isDuplicate(error) ? await writtenUnder(onceKey, viewer.accountId) : null;
    if (same === null) throw error;
    return { ok: true, entry: same };
  }
}

function mayMend(entry: RecordedEntry | null): boolean {
  return entry !== null && logActs(entry.state, { own: true, confirms: false }).includes("mend");
}

/** An entry of the viewer's own by its public id. */
export async function ownEntry(client: Rows, viewer: Viewer, publicId: string): Promise<RecordedEntry | null> {
  const [entry] = await entriesWhere(client, Prisma.sql`r.public_id = ${publicId} AND ${ownEntries(viewer)}`);
  return entry ?? null;
}

async function writtenUnder(onceKey: string, accountId: number): Promise<string | null> {
  const change = await changeUnder(onceKey, accountId);
  if (change === null) return null;
  const client = await reader();
  const row = await client.log_entry.findFirst({ where: { recorded_change: change }, select: { public_id: true } });
  return row?.public_id ?? null;
}
