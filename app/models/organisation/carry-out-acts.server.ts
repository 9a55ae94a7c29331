import { contentHash } from "~/content/canonical-json.server";
import type { Batch } from "~/domain/organisation/acts";
import type { Instant } from "~/domain/time/civil-date";
import { isDuplicate, type Rows, recordChange } from "~/models/database.server";
import { wasRecorded } from "~/models/recorded-acts.server";
import { applyPlan } from "./apply-plan.server";
import { focalPositions } from "./focal-positions.server";

/** Thrown when a batch that was carried out comes again with other contents; nothing was written. */
export class BatchChanged extends Error {
  constructor(readonly key: string) {
    super(
      `The batch ${key} was carried out with other contents. What was carried out is not changed: put the file back as it was and correct it by a new batch with a key of its own.`,
    );
    this.name = "BatchChanged";
  }
}

export { ActsRefused } from "./apply-plan.server";

export type CarriedOut = "carried-out" | "already-carried-out";

/**
 * Carries out a batch of acts, whole or not at all, in one transaction; the posts of units that end go to their
 * heirs. A batch carried out before changes nothing. `actorId`: the account of who does it, null for a command; `at`: the instant.
 * @throws ActsRefused when an act does not fit the facts; BatchChanged when the key was used with other contents.
 */
export async function carryOutActs(batch: Batch, actorId: number | null, at: Instant): Promise<CarriedOut> {
  const mark = onceMark(batch.key);
  const focal = await focalPositions(at);
  const act = {
    kind: "organisation",
    at,
    actorId,
    document: batch.document,
    effective: batch.date,
    note: batch.title.vi,
    // the database refuses the same batch with the same contents a second time
    onceKey: mark + contentHash(batch),
  };
  try {
    await recordChange(act, async (rows, changeId) => {
      if (await wasCarriedOut(rows, mark, changeId)) throw new BatchChanged(batch.key);
      await applyPlan(rows, changeId, batch, { focal, accountId: actorId });
    });
    return "carried-out";
  } catch (error) {
    if (isDuplicate(error) && (await wasRecorded(act.onceKey))) return "already-carried-out";
    throw error;
  }
}

/** All changes of a batch begin their once-key with this; the hash of the contents follows. */
export function onceMark(batchKey: string): string {
  return `organisation ${batchKey} `;
}

/** Asked under the write lock, so no other process can carry it out in between. */
async function wasCarriedOut(rows: Rows, mark: string, changeId: number): Promise<boolean> {
  return (await rows.change.count({ where: { once_key: { startsWith: mark }, id: { not: changeId } } })) > 0;
}
