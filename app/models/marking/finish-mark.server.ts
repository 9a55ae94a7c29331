import { readSheet, type SheetProblem } from "~/domain/assessment/mark-sheet";
import type { Viewer } from "~/domain/permissions/viewer";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import { actingFor } from "../access/acting-for.server";
import { isDuplicate, type Rows, reader, recordChange } from "../database.server";
import { findPlace, isOpenPlace, type OwnPlace } from "./find-place.server";
import { draftAt } from "./mark-draft.server";
import { markedWork } from "./marked-work.server";

export type FinishOutcome = "finished" | "closed" | { problems: SheetProblem[] };

/** What a finished mark would come to, or what it lacks; from what is saved. */
export async function tryMark(client: Rows, { subject, place }: OwnPlace) {
  const [{ lines }, { sheet }] = await Promise.all([markedWork(client, subject), draftAt(client, place.id)]);
  return readSheet(sheet, lines);
}

/**
 * Makes what is saved at the viewer's place their mark: it never changes again. Twenty times at once make one. Null for a place that
 * is not the viewer's.
 */
export async function finishMark(viewer: Viewer, placeId: string, at: Instant): Promise<FinishOutcome | null> {
  const today = civilDateOf(at);
  const own = await findPlace(await reader(), viewer, placeId, today);
  if (!own) return null;
  if (own.place.mark !== null) return "finished";
  if (!isOpenPlace(own)) return "closed";
  const onBehalfOf = await actingForSubject(viewer, own, at);
  try {
    await recordChange(
      { kind: "marking-finished", at, actorId: viewer.accountId, onBehalfOf },
      async (rows, changeId) => {
        // no save can slip in between what is read here and the mark
        const now = await findPlace(rows, viewer, placeId, today);
        const read = now && isOpenPlace(now) ? await tryMark(rows, now) : null;
        if (read === null) throw new NotFinished("closed");
        if ("problems" in read) throw new NotFinished(read);
        const { sheet, points, max } = read;
        await rows.mark.create({
          data: {
            place_id: own.place.id,
            content: JSON.stringify(sheet),
            points,
            max_points: max,
            at,
            recorded_change: changeId,
          },
        });
      },
    );
    return "finished";
  } catch (error) {
    if (isDuplicate(error)) return "finished";
    if (!(error instanceof NotFinished)) throw error;
    return error.outcome === "closed" && (await isMarked(own.place.id)) ? "finished" : error.outcome;
  }
}

/** Thrown inside the transaction, so that nothing of it stays. */
class NotFinished extends Error {
  constructor(readonly outcome: Exclude<FinishOutcome, "finished">) {
    super("not finished");
  }
}

async function isMarked(placeId: number): Promise<boolean> {
  const client = await reader();
  return (await client.mark.count({ where: { place_id: placeId } })) > 0;
}

function actingForSubject(viewer: Viewer, { subject }: OwnPlace, at: Instant): Promise<number | null> {
  return actingFor(viewer, "mark-work", subject.unitId === null ? [] : [subject.unitId], civilDateOf(at));
}
