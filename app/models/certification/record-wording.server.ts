import { WORDING_SCHEMAS, type WordingKind } from "~/domain/certification/wording";
import type { Viewer } from "~/domain/permissions/viewer";
import { type CivilDate, civilDateOf, type Instant } from "~/domain/time/civil-date";
import { isDuplicate, reader, recordChange } from "~/models/database.server";
import { newPublicId } from "~/models/public-id.server";
import { wasRecorded } from "~/models/recorded-acts.server";
import { managesAll } from "./manage-standing-decisions.server";

export interface WordingOrder {
  kind: WordingKind;
  /** null: of all programmes */
  programme: string | null;
  content: unknown;
  from: CivilDate;
  onceKey: string;
  at: Instant;
}

export type WordingOutcome = { ok: true } | { ok: false; refusal: "not-found" | "in-the-past" };

/**
 * Other words from a day on, not before today: papers of earlier days keep theirs, and the words before end on that day.
 * @throws ZodError where the words are not ones that a paper may carry
 */
export async function recordWording(viewer: Viewer, order: WordingOrder): Promise<WordingOutcome> {
  const today = civilDateOf(order.at);
  if (!(await managesAll(viewer, today))) return { ok: false, refusal: "not-found" };
  if (order.from < today) return { ok: false, refusal: "in-the-past" };
  const { kind, programme, from, at } = order;
  const content = WORDING_SCHEMAS[kind].parse(order.content);
  const onceKey = `paper-wording ${viewer.accountId} ${order.onceKey}`;
  const act = { kind: "paper-wording-recorded", at, actorId: viewer.accountId, effective: from, onceKey };
  try {
    await recordChange(act, async (rows, changeId) => {
      const before = await rows.paper_wording.findMany({
        where: { kind, programme, retracted_change: null, OR: [{ valid_to: null }, { valid_to: { gt: from } }] },
      });
      for (const { id, retracted_change: _, ...kept } of before) {
        await rows.paper_wording.update({ where: { id }, data: { retracted_change: changeId } });
        if (kept.valid_from < from)
          await rows.paper_wording.create({ data: { ...kept, valid_to: from, recorded_change: changeId } });
      }
      await rows.paper_wording.create({
        data: {
          public_id: newPublicId(),
          kind,
          programme,
          content: JSON.stringify(content),
          valid_from: from,
          recorded_change: changeId,
        },
      });
    });
  } catch (error) {
    if (!isDuplicate(error) || !(await wasRecorded(onceKey))) throw error;
  }
  return { ok: true };
}

export interface WordingShown {
  kind: WordingKind;
  programme: string | null;
  /** of a report who reports */
  heading: { vi: string; en: string };
  from: CivilDate;
  until: CivilDate | null;
}

/** Every version of the words that was recorded and stands, newest first. */
export async function listWordings(): Promise<WordingShown[]> {
  const client = await reader();
  const rows = await client.paper_wording.findMany({
    where: { retracted_change: null },
    orderBy: [{ valid_from: "desc" }, { id: "desc" }],
  });
  return rows.map((row) => {
    const kind = row.kind as WordingKind;
    const wording = WORDING_SCHEMAS[kind].parse(JSON.parse(row.content));
    const heading = "heading" in wording ? wording.heading : (wording.unit ?? wording.body);
    return { kind, programme: row.programme, heading, from: row.valid_from, until: row.valid_to };
  });
}
