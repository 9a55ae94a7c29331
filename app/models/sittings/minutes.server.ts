import { type SittingMinutes, sittingState } from "~/domain/assessment/sitting";
import type { Viewer } from "~/domain/permissions/viewer";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import { isDuplicate, reader, recordChange } from "../database.server";
import { wasRecorded } from "../recorded-acts.server";
import { findSitting } from "./find-sitting.server";
import { candidateLines } from "./sitting-page.server";

export interface MinutesOrder extends Omit<SittingMinutes, "present" | "absent"> {
  /** numbers of those who were there, as ticked: for a sitting on paper; online it is computed from who began */
  present: readonly string[];
}

export type MinutesOutcome = { ok: true } | { ok: false; refusal: "not-found" | "not-begun" | "overtaken" };

class Refused extends Error {}

/**
 * Records the minutes ("biên bản") of a sitting that has begun, by its invigilator or an exam officer. A second version takes the
 * place of the first, which stays in the history.
 */
export async function recordMinutes(
  viewer: Viewer,
  publicId: string,
  order: MinutesOrder,
  at: Instant,
  key: string,
): Promise<MinutesOutcome> {
  const today = civilDateOf(at);
  const sitting = await findSitting(await reader(), viewer, publicId, today);
  if (!sitting || sitting.candidate) return { ok: false, refusal: "not-found" };
  const state = sittingState(sitting.plan, at);
  if (state === "planned" || state === "cancelled") return { ok: false, refusal: "not-begun" };
  const onceKey = `sitting-minutes ${publicId} ${viewer.accountId} ${key}`;
  const act = { kind: "sitting-minutes", at, actorId: viewer.accountId, onceKey };
  const lines = await candidateLines(sitting, at, "vi");
  const ticked = new Set(order.present);
  const wasThere = ({ number, state: stands }: (typeof lines)[number]) =>
    sitting.plan.mode === "paper" ? ticked.has(number) : stands !== "not-begun";
  const content: SittingMinutes = {
    began: order.began,
    ended: order.ended,
    invigilators: order.invigilators,
    incidents: order.incidents,
    remarks: order.remarks,
    present: lines.filter(wasThere).map(({ number }) => number),
    absent: lines.filter((line) => !wasThere(line)).map(({ number }) => number),
  };
  try {
    await recordChange(act, async (rows, changeId) => {
      // the office may have changed hands since the page was opened
      if (!(await findSitting(rows, viewer, publicId, today))) throw new Refused();
      await rows.sitting_minutes.updateMany({
        where: { sitting_id: sitting.id, retracted_change: null },
        data: { retracted_change: changeId },
      });
      await rows.sitting_minutes.create({
        data: { sitting_id: sitting.id, content: JSON.stringify(content), recorded_change: changeId },
      });
    });
    return { ok: true };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: "not-found" };
    if (isDuplicate(error)) return (await wasRecorded(onceKey)) ? { ok: true } : { ok: false, refusal: "overtaken" };
    throw error;
  }
}
