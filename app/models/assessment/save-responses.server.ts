import { randomBytes } from "node:crypto";
import { type AnswerRefusal, readAnswer } from "~/domain/assessment/answer";
import { type AnswerValue, sameAnswer } from "~/domain/assessment/answer-value";
import { readClientKey } from "~/domain/assessment/latest-answers";
import type { Paper } from "~/domain/assessment/paper";
import { attemptState, takesSaves } from "~/domain/assessment/timing";
import type { Viewer } from "~/domain/permissions/viewer";
import type { Instant } from "~/domain/time/civil-date";
import { readRows, writeSteps } from "~/models/database.server";
import { Prisma } from "~/models/generated/client";
import { noteInAttempt } from "./attempt-log.server";
import { addSource, type KeptSource, keptSource, type Source, sourceId } from "./attempt-source.server";
import { type FoundAttempt, findAttemptOf } from "./find-attempt.server";
import { type AnswerSaved, answersSaved } from "./live-attempt.server";
import { isHeldElsewhere } from "./one-device.server";

/** One item's answer as a page sends it. */
export interface Save {
  item: number;
  /** in the paper's tokens, as it came: it is read here */
  value: unknown;
  flagged: boolean;
  /** "<page>.<place>" of the page's script (see `ClientKey`); null: a plain form post, which gets a key of its own here */
  clientKey: string | null;
  /**
   * What a plain form showed when it was rendered: an entry that still says the same is no save, so an old page does not clear
   * what another has answered since. Null: save in any case.
   */
  shown: { value: AnswerValue; flagged: boolean } | null;
}

export type SaveRefusalCode =
  | AnswerRefusal["code"]
  /** the paper has no such item */
  | "unknown-item"
  | "bad-client-key"
  /** the key has named another answer before */
  | "client-key-reused";

export interface RefusedSave {
  item: number;
  clientKey: string | null;
  code: SaveRefusalCode;
}

/** `savedAt`: when the server took it; of a replay, when it took the first. */
export interface SavedAt {
  item: number;
  clientKey: string;
  savedAt: Instant;
  replayed: boolean;
}

export type SaveOutcome =
  | {
      ok: true;
      /** they came after deadline and grace: kept, and counted only where an exam officer accepts them */
      late: boolean;
      /** without form entries that were not changed */
      saved: SavedAt[];
      /** entries that could not be read; the others are saved all the same */
      refused: RefusedSave[];
      /** id of the newest answer that is known now: what to ask for `since` the next time */
      newest: number;
      /** answers that other pages have saved since the id asked for */
      others: AnswerSaved[];
    }
  /** attempt-ended: handed in, or void. other-device: the exam is worked on at one device, and another holds it */
  | { ok: false; refusal: { code: "attempt-ended" | "other-device" } };

export interface SaveOptions {
  source?: Source | null;
  /** id of the newest answer that the page knows; left out: it does not ask for others' */
  since?: number;
}

interface CheckedSave {
  item: number;
  value: string;
  flagged: boolean;
  clientKey: string;
}

/**
 * Adds answers of the viewer's own attempt. Rows are only added, none is changed: a replayed key gives the first save again. An
 * entry that cannot be read is refused alone. Null for an unknown attempt and for somebody else's. `now` is when the
 * request arrived: no clock of a browser counts.
 */
export async function saveResponses(
  viewer: Viewer,
  publicId: string,
  saves: readonly Save[],
  now: Instant,
  { source = null, since }: SaveOptions = {},
): Promise<SaveOutcome | null> {
  const attempt = await findAttemptOf(viewer.personId, publicId);
  if (!attempt) return null;
  const ended = attempt.void !== null || attempt.end?.by === "submit";
  if (ended) return { ok: false, refusal: { code: "attempt-ended" } };
  if (await isHeldElsewhere(attempt, source)) return { ok: false, refusal: { code: "other-device" } };
  const { checked, refused } = check(attempt.paper, saves);
  if (!takesSaves(attemptState(attempt, now))) return keepLate(attempt, checked, refused, source, now);
  const kept = await insertAll(attempt.id, checked, source && keptSource(source), now);
  if (kept === null) {
    // The end was recorded since the attempt was read: by a submit, or by the clock after an act on its time.
    const again = await findAttemptOf(viewer.personId, publicId);
    if (again?.end?.by === "deadline") return keepLate(again, checked, refused, source, now);
    return { ok: false, refusal: { code: "attempt-ended" } };
  }
  const pages = new Set(saves.map(({ clientKey }) => pageOf(clientKey ?? "")));
  const others = since === undefined ? [] : await answersSince(attempt.id, since);
  return {
    ok: true,
    late: false,
    saved: kept.saved,
    refused: [...refused, ...kept.refused],
    newest: Math.max(since ?? 0, kept.newest, ...others.map(({ id }) => id)),
    others: others.filter(({ clientKey }) => !pages.has(pageOf(clientKey))),
  };
}

function check(paper: Paper, saves: readonly Save[]): { checked: CheckedSave[]; refused: RefusedSave[] } {
  const checked: CheckedSave[] = [];
  const refused: RefusedSave[] = [];
  for (const save of saves) {
    const read = checkSave(paper, save);
    if (read === "unchanged") continue;
    if (typeof read === "string") refused.push({ item: save.item, clientKey: save.clientKey, code: read });
    else checked.push(read);
  }
  return { checked, refused };
}

function checkSave(paper: Paper, save: Save): CheckedSave | SaveRefusalCode | "unchanged" {
  const { item, value, flagged, clientKey, shown } = save;
  if (clientKey !== null && !readClientKey(clientKey)) return "bad-client-key";
  const found = paper.items.find(({ number }) => number === item);
  if (!found) return "unknown-item";
  const answer = readAnswer(found, value);
  if (!answer.ok) return answer.refusal.code;
  if (shown && shown.flagged === flagged && sameAnswer(shown.value, answer.value)) return "unchanged";
  return { item, value: JSON.stringify(answer.value), flagged, clientKey: clientKey ?? formKey() };
}

function formKey(): string {
  return `${randomBytes(12).toString("base64url")}.0`;
}

const pageOf = (clientKey: string) => readClientKey(clientKey)?.page ?? "";

interface Kept {
  saved: SavedAt[];
  refused: RefusedSave[];
  newest: number;
}

/** Null where the attempt has ended meanwhile: then nothing was written. */
async function insertAll(
  attemptId: number,
  saves: readonly CheckedSave[],
  source: KeptSource | null,
  at: Instant,
): Promise<Kept | null> {
  if (saves.length === 0) return { saved: [], refused: [], newest: 0 };
  const inserts = saves.map(
    // The end may have been recorded since the attempt was read: a save after the grading must not look saved.
    ({ item, value, flagged, clientKey }) => Prisma.sql`
    INSERT INTO response (attempt_id, item, value, flagged, client_key, source_id, at)
    SELECT ${attemptId}, ${item}, ${value}, ${flagged}, ${clientKey}, ${sourceId(attemptId, source)}, ${at}
    WHERE EXISTS (SELECT 1 FROM attempt_standing WHERE attempt_id = ${attemptId} AND result_id IS NULL AND void = 0)
    ON CONFLICT (attempt_id, client_key) DO NOTHING RETURNING id`,
  );
  const before = source ? [addSource(attemptId, source, at)] : [];
  const rows = (await writeSteps<{ id: number }>([...before, ...inserts])).slice(before.length);
  const ids = rows.map(([row]) => row?.id ?? null);
  answersSaved(
    attemptId,
    saves.flatMap((save, index) => {
      const id = ids[index];
      return id ? [{ ...save, id, value: JSON.parse(save.value) as AnswerValue, savedAt: at }] : [];
    }),
  );
  const kept: Kept = { saved: [], refused: [], newest: Math.max(0, ...ids.map((id) => id ?? 0)) };
  const first = ids.includes(null) ? await savedBefore("response", attemptId, saves) : new Map();
  for (const [index, save] of saves.entries()) {
    const { item, clientKey } = save;
    if (ids[index]) kept.saved.push({ item, clientKey, savedAt: at, replayed: false });
    else if (!first.has(clientKey)) return null;
    else addReplay(kept, save, first.get(clientKey));
  }
  return kept;
}

interface SavedRow {
  item: number;
  value: string;
  flagged: number;
  at: string;
}

function addReplay({ saved, refused }: Kept, { item, value, flagged, clientKey }: CheckedSave, first: SavedRow): void {
  if (first.item === item && first.value === value && Boolean(first.flagged) === flagged) {
    saved.push({ item, clientKey, savedAt: first.at, replayed: true });
  } else refused.push({ item, clientKey, code: "client-key-reused" });
}

async function savedBefore(
  table: "response" | "late_response",
  attemptId: number,
  saves: readonly CheckedSave[],
): Promise<Map<string, SavedRow>> {
  const rows = await readRows<SavedRow & { client_key: string }>(Prisma.sql`
    SELECT client_key, item, value, flagged, at FROM ${Prisma.raw(table)}
    WHERE attempt_id = ${attemptId} AND client_key IN (${Prisma.join(saves.map(({ clientKey }) => clientKey))})`);
  return new Map(rows.map((row) => [row.client_key, row]));
}

/** Of one attempt; more than a paper with every answer given several times over. */
const MOST_LATE = 1_000;

async function keepLate(
  { id: attemptId }: FoundAttempt,
  saves: readonly CheckedSave[],
  refused: RefusedSave[],
  source: Source | null,
  at: Instant,
): Promise<SaveOutcome> {
  if (saves.length === 0) return { ok: true, late: true, saved: [], refused, newest: 0, others: [] };
  const before = await savedBefore("response", attemptId, saves);
  const rows = await writeSteps<{ id: number }>(
    saves.map(
      // A replay of what was saved in time is not late.
      ({ item, value, flagged, clientKey }) => Prisma.sql`
      INSERT INTO late_response (attempt_id, item, value, flagged, client_key, at)
      SELECT ${attemptId}, ${item}, ${value}, ${flagged}, ${clientKey}, ${at}
      WHERE NOT EXISTS (SELECT 1 FROM response WHERE attempt_id = ${attemptId} AND client_key = ${clientKey})
        AND (SELECT COUNT(*) FROM late_response WHERE attempt_id = ${attemptId}) < ${MOST_LATE}
      ON CONFLICT (attempt_id, client_key) DO NOTHING RETURNING id`,
    ),
  );
  const late = await savedBefore("late_response", attemptId, saves);
  const kept: Kept = { saved: [], refused: [...refused], newest: 0 };
  for (const [index, save] of saves.entries()) {
    const { item, clientKey } = save;
    const first = before.get(clientKey) ?? late.get(clientKey);
    if (rows[index]?.length) kept.saved.push({ item, clientKey, savedAt: at, replayed: false });
    else if (first) addReplay(kept, save, first);
    else return { ok: false, refusal: { code: "attempt-ended" } };
  }
  const isLate = kept.saved.some(({ clientKey }) => !before.has(clientKey));
  if (isLate) noteInAttempt(attemptId, { kind: "late-answers", source, at });
  return { ok: true, late: isLate, saved: kept.saved, refused: kept.refused, newest: 0, others: [] };
}

/** All saves of an attempt after one, each as it was made. */
export async function answersSince(attemptId: number, since: number): Promise<AnswerSaved[]> {
  const rows = await readRows<SavedRow & { id: number; client_key: string }>(Prisma.sql`
    SELECT id, client_key, item, value, flagged, at FROM response
    WHERE attempt_id = ${attemptId} AND id > ${since} ORDER BY id`);
  return rows.map(({ id, item, value, flagged, client_key, at }) => ({
    id,
    item,
    value: JSON.parse(value) as AnswerValue,
    flagged: Boolean(flagged),
    clientKey: client_key,
    savedAt: at,
  }));
}
