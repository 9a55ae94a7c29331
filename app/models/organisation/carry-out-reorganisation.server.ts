import { contentHash } from "~/content/canonical-json.server";
import type { Batch } from "~/domain/organisation/acts";
import type { Viewer } from "~/domain/permissions/viewer";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import { isDuplicate, type Rows, recordChange } from "../database.server";
import { changeUnder } from "../recorded-acts.server";
import { ActsRefused, workOut, writePlan } from "./apply-plan.server";
import { BatchChanged, onceMark } from "./carry-out-acts.server";
import { focalPositions } from "./focal-positions.server";
import { grantsOver } from "./grants-to-end.server";
import { newestTouch } from "./organisation-facts.server";
import { planScope } from "./plan-scope.server";
import { basisOf } from "./preview-reorganisation.server";

export interface CarryOut {
  /** of the preview that was read: on another one nothing is done */
  basis?: string;
  onBehalfOf?: number | null;
  /** in the same transaction, e.g. what says that a plan was carried out */
  also?: (rows: Rows, changeId: number) => Promise<void>;
}

class Stale extends Error {}

/**
 * Carries out a batch for a viewer who may reorganise every unit that it names, whole or not at all, in one transaction. A second
 * send of the same batch leads to the change of the first. `stale`: the facts are no longer those of the preview; nothing is done.
 * @throws ActsRefused when the acts do not fit the facts; BatchChanged when the key was used with other contents
 */
export async function carryOutReorganisation(
  viewer: Viewer,
  batch: Batch,
  at: Instant,
  { basis, onBehalfOf, also }: CarryOut = {},
): Promise<{ changeId: number } | { outOfScope: true } | { stale: true }> {
  if (!(await planScope(viewer, civilDateOf(at))).covers(batch.acts)) return { outOfScope: true };
  const focal = await focalPositions(at);
  const mark = onceMark(batch.key);
  const act = {
    kind: "organisation",
    at,
    actorId: viewer.accountId,
    onBehalfOf: onBehalfOf ?? null,
    document: batch.document,
    effective: batch.date,
    note: batch.title.vi,
    onceKey: mark + contentHash(batch),
  };
  try {
    const changeId = await recordChange(act, async (rows, changeId) => {
      const used = await rows.change.count({ where: { once_key: { startsWith: mark }, id: { not: changeId } } });
      if (used > 0) throw new BatchChanged(batch.key);
      const touchedBy = await newestTouch(rows);
      const worked = await workOut(rows, batch, focal);
      if (worked.problems.length > 0) throw new ActsRefused(batch, worked.problems);
      const grants = await grantsOver(rows, [...worked.ending.keys()], batch.date);
      if (basis !== undefined && basis !== basisOf(worked, grants, touchedBy)) throw new Stale();
      await writePlan(rows, changeId, batch, worked, viewer.accountId);
      await also?.(rows, changeId);
      return changeId;
    });
    return { changeId };
  } catch (error) {
    if (error instanceof Stale) return { stale: true };
    const earlier = isDuplicate(error) ? await changeUnder(act.onceKey) : null;
    if (earlier === null) throw error;
    return { changeId: earlier };
  }
}
