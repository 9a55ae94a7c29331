import { randomBytes } from "node:crypto";
import { readClientKey } from "~/domain/assessment/latest-answers";
import { latestDraft } from "~/domain/assessment/latest-draft";
import { EMPTY_SHEET, type SheetDraft, sheetDraftSchema } from "~/domain/assessment/mark-sheet";
import type { Viewer } from "~/domain/permissions/viewer";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import { type Rows, reader, writeRows } from "../database.server";
import { findPlace, isOpenPlace } from "./find-place.server";

export type MarkSaveOutcome =
  | { ok: true; savedAt: Instant }
  /** `closed`: finished, or nothing is marked any more */
  | { ok: false; refusal: "closed" | "bad-key" | "key-reused" };

class Refused extends Error {
  constructor(readonly refusal: "closed" | "key-reused") {
    super(refusal);
  }
}

/** What is written of a mark so far, and when it was saved; empty before the first save. */
export async function draftAt(client: Rows, placeId: number): Promise<{ sheet: SheetDraft; savedAt: Instant | null }> {
  const rows = await client.mark_draft.findMany({ where: { place_id: placeId }, orderBy: { id: "asc" } });
  const latest = latestDraft(rows.map((row) => ({ id: row.id, clientKey: row.client_key, row })));
  if (!latest) return { sheet: EMPTY_SHEET, savedAt: null };
  return { sheet: sheetDraftSchema.parse(JSON.parse(latest.row.content)), savedAt: latest.row.at };
}

/**
 * Adds a draft of the viewer's own mark. Rows are only added: a replayed key gives the first save again. `clientKey` null: a plain
 * form, which adds nothing where it says what is saved already. Null for a place that is not the viewer's.
 */
export async function saveMarkDraft(
  viewer: Viewer,
  placeId: string,
  draft: { sheet: SheetDraft; clientKey: string | null },
  now: Instant,
): Promise<MarkSaveOutcome | null> {
  const client = await reader();
  const own = await findPlace(client, viewer, placeId, civilDateOf(now));
  if (!own) return null;
  if (!isOpenPlace(own)) return { ok: false, refusal: "closed" };
  if (draft.clientKey !== null && !readClientKey(draft.clientKey)) return { ok: false, refusal: "bad-key" };
  const content = contentOf(draft.sheet);
  if (draft.clientKey === null) {
    const { sheet, savedAt } = await draftAt(client, own.place.id);
    if (contentOf(sheet) === content) return { ok: true, savedAt: savedAt ?? now };
  }
  const clientKey = draft.clientKey ?? `${randomBytes(12).toString("base64url")}.0`;
  const { id } = own.place;
  try {
    const savedAt = await writeRows(async (rows) => {
      const added = await rows.$queryRaw<unknown[]>`
        INSERT INTO mark_draft (place_id, content, client_key, at) SELECT ${id}, ${content}, ${clientKey}, ${now}
        WHERE NOT EXISTS (SELECT 1 FROM mark WHERE place_id = ${id})
          AND EXISTS (SELECT 1 FROM marking_place WHERE id = ${id} AND retracted_change IS NULL)
        ON CONFLICT (place_id, client_key) DO NOTHING RETURNING id`;
      if (added.length > 0) return now;
      const first = await rows.mark_draft.findUnique({
        where: { place_id_client_key: { place_id: id, client_key: clientKey } },
      });
      if (!first) throw new Refused("closed");
      if (first.content !== content) throw new Refused("key-reused");
      return first.at;
    });
    return { ok: true, savedAt };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

/** In one spelling, so that what says the same is the same: keys in order, nothing that is empty. */
function contentOf({ points, comments, comment }: SheetDraft): string {
  const whole = (texts: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(texts)
        .map(([key, text]) => [key, clean(text)] as const)
        .filter(([, text]) => text.trim() !== "")
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  return JSON.stringify({ points: whole(points), comments: whole(comments), comment: clean(comment) });
}

function clean(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .normalize("NFC")
    .replace(/\r\n/g, "\n");
}
