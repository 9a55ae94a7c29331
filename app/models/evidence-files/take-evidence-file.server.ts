import type { EvidenceSubject, EvidenceTaking } from "~/domain/evidence-file/evidence-file";
import { subtreeIds } from "~/domain/organisation/organisation-as-of";
import { behalfOf } from "~/domain/permissions/behalf";
import type { Viewer } from "~/domain/permissions/viewer";
import { type CivilDate, civilDateOf, type Instant } from "~/domain/time/civil-date";
import { namesOfAccounts } from "../access/names-of-accounts.server";
import { isDuplicate, reader, recordChange } from "../database.server";
import { organisationAsOf } from "../organisation/organisation-facts.server";
import { changeUnder } from "../recorded-acts.server";
import { coversPerson } from "../reporting/covers-person.server";
import { type FoundSubject, findSubject } from "./evidence-subject.server";

const TAKEN = "evidence-file-taken";

/** How a change names what was taken. */
function named({ kind, id }: EvidenceSubject): string {
  return `${kind}:${id}`;
}

/**
 * Notes that the viewer takes an evidence file, and for what; from then on, for the rest of the day, it is open to them.
 * @returns the id of the change; null where there is no such thing, or not in the viewer's reach
 */
export async function takeEvidenceFile(
  viewer: Viewer,
  asked: Pick<EvidenceSubject, "kind" | "id">,
  { purpose, onceKey, at }: { purpose: string; onceKey: string; at: Instant },
): Promise<number | null> {
  const subject = await findSubject(viewer, asked.kind, asked.id, civilDateOf(at));
  if (!subject) return null;
  const act = {
    kind: TAKEN,
    at,
    actorId: viewer.accountId,
    onBehalfOf: behalfOf(viewer, "see-evidence-files", await covers(subject, civilDateOf(at))),
    document: purpose,
    note: named(subject),
    onceKey,
  };
  try {
    return await recordChange(act, async (_rows, changeId) => changeId);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return changeUnder(onceKey, viewer.accountId);
  }
}

async function covers({ personId, unitId }: FoundSubject, today: CivilDate): Promise<(top: number) => boolean> {
  if (personId !== null) return coversPerson(personId, today);
  const organisation = await organisationAsOf(today);
  return (top) => subtreeIds(organisation, top).includes(unitId);
}

/** The taking that opens a file to the viewer: their own, of this thing, of this day. Null: the file is shut. */
export async function openTaking(
  viewer: Viewer,
  subject: EvidenceSubject,
  changeId: number,
  now: Instant,
): Promise<EvidenceTaking | null> {
  const client = await reader();
  const change = await client.change.findUnique({ where: { id: changeId } });
  const theirs = change?.kind === TAKEN && change.actor_id === viewer.accountId && change.note === named(subject);
  if (!theirs || civilDateOf(change.at) !== civilDateOf(now)) return null;
  return { change: change.id, at: change.at, by: viewer.fullName, purpose: change.document ?? "" };
}

const SHOWN = 20;

/** Who took the file of a thing, the last ones first. */
export async function takingsOf(subject: FoundSubject, now: Instant): Promise<EvidenceTaking[]> {
  const client = await reader();
  const rows = await client.change.findMany({
    // from where it begins: changes are many, and have no index by kind
    where: { id: { gt: subject.recordedIn }, kind: TAKEN, note: named(subject) },
    orderBy: { id: "desc" },
    take: SHOWN,
  });
  const names = await namesOfAccounts(
    rows.flatMap(({ actor_id }) => actor_id ?? []),
    civilDateOf(now),
  );
  return rows.map(({ id, at, actor_id, document }) => ({
    change: id,
    at,
    by: names.get(actor_id ?? 0) ?? null,
    purpose: document ?? "",
  }));
}
