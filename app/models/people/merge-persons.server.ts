import { type MergeProblem, mergeProblems, saidBefore } from "~/domain/people/merge-persons";
import type { Viewer } from "~/domain/permissions/viewer";
import { civilDateOf, type Instant, type Span } from "~/domain/time/civil-date";
import { isDuplicate, type Rows, recordChange } from "../database.server";
import { wasRecorded } from "../recorded-acts.server";
import { behalfOver, changeablePerson, unitsOf } from "./changeable-person.server";
import { mergeFacts } from "./merge-facts.server";

export interface MergeOrder {
  /** public ids */
  kept: string;
  merged: string;
  /** public ids of primary postings of the merged record that were recorded twice: taken back with the merge */
  dropped: readonly string[];
  document: string;
  note: string | null;
  at: Instant;
  onceKey: string;
}

export type Merged = { merged: true } | { merged: false; problems: MergeProblem[] | "not-found" | "own-record" };

class Refused extends Error {
  constructor(readonly problems: MergeProblem[]) {
    super(problems.map(({ code }) => code).join(", "));
  }
}

/**
 * Records that two records are one person's: from then on all that is said of the merged one, before and after, counts for the
 * kept one. One change, which undoing takes back whole; nothing of either record moves. Nobody merges a record of their own.
 */
export async function mergePersons(viewer: Viewer, order: MergeOrder): Promise<Merged> {
  const today = civilDateOf(order.at);
  const kept = await changeablePerson(viewer, order.kept, "change-people", today);
  const merged = await changeablePerson(viewer, order.merged, "change-people", today);
  if (!kept || !merged) return { merged: false, problems: "not-found" };
  if (kept.id === viewer.personId || merged.id === viewer.personId) return { merged: false, problems: "own-record" };
  const act = {
    kind: "persons-merged",
    at: order.at,
    actorId: viewer.accountId,
    onBehalfOf: await behalfOver(viewer, "change-people", [...unitsOf(kept, today), ...unitsOf(merged, today)], today),
    document: order.document,
    note: order.note,
    onceKey: order.onceKey,
  };
  try {
    await recordChange(act, (rows, changeId) => merge(rows, changeId, kept.id, merged.id, new Set(order.dropped)));
    return { merged: true };
  } catch (error) {
    if (isDuplicate(error) && (await wasRecorded(order.onceKey))) return { merged: true };
    if (error instanceof Refused) return { merged: false, problems: error.problems };
    throw error;
  }
}

/** Judges once more, under the write lock: of two who merge the same records at once, one is told. */
async function merge(
  rows: Rows,
  changeId: number,
  kept: number,
  merged: number,
  dropped: ReadonlySet<string>,
): Promise<void> {
  const facts = await mergeFacts(rows, kept, merged);
  const problems = mergeProblems(kept, merged, facts, dropped);
  if (problems.length > 0) throw new Refused(problems);
  await rows.person_merge.create({
    data: { kept_person_id: kept, merged_person_id: merged, recorded_change: changeId },
  });
  const twice = facts.primaries.filter(({ record, publicId }) => record === merged && dropped.has(publicId));
  await rows.posting.updateMany({
    where: { public_id: { in: twice.map(({ publicId }) => publicId) }, retracted_change: null },
    data: { retracted_change: changeId },
  });
  await takeOverNames(rows, changeId, kept, merged);
  await takeOverDetails(rows, changeId, kept, merged);
}

async function takeOverNames(rows: Rows, changeId: number, kept: number, merged: number): Promise<void> {
  const of = (person_id: number) =>
    rows.person_name.findMany({ where: { person_id, retracted_change: null }, orderBy: { valid_from: "asc" } });
  const earlier = earlierOf(await of(kept), await of(merged));
  await rows.person_name.createMany({
    data: earlier.map(({ full_name, folded, sort_key, valid_from, valid_to }) => {
      const name = { full_name, folded, sort_key, valid_from, valid_to };
      return { person_id: kept, ...name, recorded_change: changeId };
    }),
  });
}

async function takeOverDetails(rows: Rows, changeId: number, kept: number, merged: number): Promise<void> {
  const of = (person_id: number) =>
    rows.person_detail.findMany({ where: { person_id, retracted_change: null }, orderBy: { valid_from: "asc" } });
  const earlier = earlierOf(await of(kept), await of(merged));
  await rows.person_detail.createMany({
    data: earlier.map(({ employment, work_phone, valid_from, valid_to }) => {
      // the address stays with the record that it was given for: it is a login
      const detail = { employment, work_phone, valid_from, valid_to };
      return { person_id: kept, ...detail, recorded_change: changeId };
    }),
  });
}

type Dated = { valid_from: string; valid_to: string | null };

function earlierOf<T extends Dated>(ofKept: readonly T[], ofMerged: readonly T[]): T[] {
  const span = (row: T): Span & { row: T } => ({ row, validFrom: row.valid_from, validTo: row.valid_to });
  return saidBefore(ofKept.map(span), ofMerged.map(span)).map(({ row, validTo }) => ({ ...row, valid_to: validTo }));
}
