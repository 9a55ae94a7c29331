import { randomBytes } from "node:crypto";
import { type AnswerRefusal, readAnswer } from "~/domain/assessment/answer";
import { readClientKey } from "~/domain/assessment/latest-answers";
import type { Paper } from "~/domain/assessment/paper";
import { attemptState, takesSaves } from "~/domain/assessment/timing";
import type { Viewer } from "~/domain/permissions/viewer";
import type { Instant } from "~/domain/time/civil-date";
import { type Rows, writeRows } from "~/models/database.server";
import { findAttemptOf } from "./find-attempt.server";

/** One item's answer as a page sends it. */
export interface Save {
  item: number;
  /** chosen options; none clears the answer */
  tokens: readonly string[];
  flagged: boolean;
  /** "<page>.<place>" of the page's script (see `ClientKey`); null: a plain form post, which gets a key of its own here */
  clientKey: string | null;
  /**
   * What a plain form showed when it was rendered: an entry that still says the same is no save, so an old page does not clear
   * what another has answered since. Null: save in any case.
   */
  shown: { tokens: readonly string[]; flagged: boolean } | null;
}

export type SaveRefusal =
  | AnswerRefusal
  /** the end is recorded, or deadline and grace are over */
  | { code: "attempt-ended" }
  | { code: "bad-client-key"; item: number }
  /** the key has named another answer before */
  | { code: "client-key-reused"; item: number };

/** `savedAt`: when the server took it; of a replay, when it took the first. */
export interface SavedAt {
  item: number;
  savedAt: Instant;
  replayed: boolean;
}

/** `saved` leaves out form entries that were not changed. A refused call saves none of its entries. */
export type SaveOutcome = { ok: true; saved: SavedAt[] } | { ok: false; refusal: SaveRefusal };

interface CheckedSave {
  item: number;
  value: string;
  flagged: boolean;
  clientKey: string;
}

/**
 * Adds answers of the viewer's own attempt. Rows are only added, none is changed: a replayed key gives the first save again.
 * Null for an unknown attempt and for somebody else's. `now` is when the request arrived.
 */
export async function saveResponses(
  viewer: Viewer,
  publicId: string,
  saves: readonly Save[],
  now: Instant,
): Promise<SaveOutcome | null> {
  const attempt = await findAttemptOf(viewer.personId, publicId);
  if (!attempt) return null;
  if (!takesSaves(attemptState(attempt, now))) return { ok: false, refusal: { code: "attempt-ended" } };
  const checked: CheckedSave[] = [];
  for (const save of saves) {
    if (save.shown && saysTheSame(save, save.shown)) continue;
    const check = checkSave(attempt.paper, save);
    if ("refusal" in check) return { ok: false, refusal: check.refusal };
    checked.push(check);
  }
  if (checked.length === 0) return { ok: true, saved: [] };
  try {
    return { ok: true, saved: await insertAll(attempt.id, checked, now) };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

function saysTheSame(a: Pick<Save, "tokens" | "flagged">, b: Pick<Save, "tokens" | "flagged">): boolean {
  return a.flagged === b.flagged && [...a.tokens].sort().join() === [...b.tokens].sort().join();
}

function checkSave(paper: Paper, { item, tokens, flagged, clientKey }: Save): CheckedSave | { refusal: SaveRefusal } {
  if (clientKey !== null && !readClientKey(clientKey)) return { refusal: { code: "bad-client-key", item } };
  const answer = readAnswer(paper, item, tokens);
  if (!answer.ok) return { refusal: answer.refusal };
  return { item, value: JSON.stringify(answer.tokens), flagged, clientKey: clientKey ?? formKey() };
}

function formKey(): string {
  return `${randomBytes(12).toString("base64url")}.0`;
}

/** Thrown inside the transaction, so that it is rolled back whole. */
class Refused extends Error {
  constructor(readonly refusal: SaveRefusal) {
    super(refusal.code);
  }
}

function insertAll(attemptId: number, saves: readonly CheckedSave[], at: Instant): Promise<SavedAt[]> {
  return writeRows(async (rows) => {
    const saved: SavedAt[] = [];
    for (const save of saves) saved.push(await insert(rows, attemptId, save, at));
    return saved;
  });
}

async function insert(rows: Rows, attemptId: number, save: CheckedSave, at: Instant): Promise<SavedAt> {
  const { item, value, flagged, clientKey } = save;
  // The end may have been recorded since the attempt was read: a save after the grading must not look saved.
  const inserted = await rows.$queryRaw<unknown[]>`
    INSERT INTO response (attempt_id, item, value, flagged, client_key, at)
    SELECT ${attemptId}, ${item}, ${value}, ${flagged}, ${clientKey}, ${at}
    WHERE NOT EXISTS (SELECT 1 FROM attempt_result WHERE attempt_id = ${attemptId})
    ON CONFLICT (attempt_id, client_key) DO NOTHING RETURNING id`;
  if (inserted.length > 0) return { item, savedAt: at, replayed: false };
  const first = await rows.response.findUnique({
    where: { attempt_id_client_key: { attempt_id: attemptId, client_key: clientKey } },
  });
  if (!first) throw new Refused({ code: "attempt-ended" });
  if (first.item !== item || first.value !== value || first.flagged !== flagged) {
    throw new Refused({ code: "client-key-reused", item });
  }
  return { item, savedAt: first.at, replayed: true };
}
