import { inAuthorKeys } from "~/domain/assessment/answer";
import { type AnswerValue, isEmptyAnswer } from "~/domain/assessment/answer-value";
import { gradeOf, gradePaper, type ItemMark } from "~/domain/assessment/grading";
import { latestAnswers } from "~/domain/assessment/latest-answers";
import { answerText } from "~/domain/assessment/shown-answers";
import type { Viewer } from "~/domain/permissions/viewer";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { type Rows, reader } from "../database.server";
import { Prisma } from "../generated/client";
import { type ActOrder, type ActOutcome, ActRefused, recordAct } from "./act-order.server";
import { appendResult } from "./append-result.server";
import { endIfOverdue } from "./end-overdue.server";
import { type FoundAttempt, findAttempt } from "./find-attempt.server";
import { attemptChanged } from "./live-attempt.server";
import { managedAttempt } from "./managed-attempt.server";
import { savedAnswers, savedResponses } from "./saved-answers.server";

/** An answer that arrived after deadline and grace. */
export interface LateAnswer {
  id: number;
  item: number;
  stem: string;
  /** in words; empty: it clears the answer */
  text: string;
  /** what counts for this item as it stands, in words */
  counted: string;
  arrivedAt: Instant;
  decided: "accepted" | "refused" | null;
}

interface LateRow {
  id: bigint;
  item: bigint;
  value: string;
  flagged: bigint | boolean;
  client_key: string;
  at: string;
  decided: string | null;
}

/** What arrived late of an attempt in the viewer's reach, in the order of arrival. Null: no such attempt. */
export async function lateAnswers(
  viewer: Viewer,
  publicId: string,
  now: Instant,
  language: Language,
): Promise<LateAnswer[] | null> {
  const client = await reader();
  const managed = await managedAttempt(client, viewer, publicId, civilDateOf(now));
  const attempt = managed && (await findAttempt(managed.id));
  if (!attempt) return null;
  const [rows, answers] = await Promise.all([lateRows(client, attempt.id), savedAnswers(null, attempt.id)]);
  const words = (item: number, value: AnswerValue | undefined) => inWords(attempt, item, value, language);
  return rows.map((row) => {
    const item = Number(row.item);
    return {
      id: Number(row.id),
      item,
      stem: attempt.paper.items.find(({ number }) => number === item)?.question.stem[language] ?? "",
      text: words(item, JSON.parse(row.value) as AnswerValue),
      counted: words(item, answers.get(item)?.value),
      arrivedAt: row.at,
      decided: row.decided === null ? null : row.decided === "late-accepted" ? "accepted" : "refused",
    };
  });
}

function inWords({ paper }: FoundAttempt, number: number, value: AnswerValue | undefined, language: Language): string {
  const item = paper.items.find((each) => each.number === number);
  if (!item || value === undefined || isEmptyAnswer(value)) return "";
  return answerText(item.question, inAuthorKeys(item, value), language);
}

/**
 * Accepts chosen late answers of an ended attempt: the items that they answer are graded again with them, as a later mark of the
 * round; what else was marked stays as it is. Certificates are not touched.
 */
export function acceptLateAnswers(
  viewer: Viewer,
  publicId: string,
  chosen: readonly number[],
  order: ActOrder,
): Promise<ActOutcome> {
  return decide(viewer, publicId, "late-accepted", chosen, order, async (rows, changeId, attempt, late) => {
    const responses = await savedResponses(rows, attempt.id);
    const newest = responses.at(-1)?.id ?? 0;
    const answers = latestAnswers([
      ...responses,
      ...late.map((row, index) => ({
        id: newest + 1 + index,
        item: Number(row.item),
        value: JSON.parse(row.value) as AnswerValue,
        flagged: Boolean(row.flagged),
        clientKey: row.client_key,
        at: row.at,
      })),
    ]);
    const items = new Set(late.map(({ item }) => Number(item)));
    const fresh = new Map(gradePaper(attempt.paper, answers).marks.map((mark) => [mark.item, mark]));
    const before = JSON.parse(attempt.result?.marks ?? "[]") as ItemMark[];
    const marks = before.map((mark) => (items.has(mark.item) ? (fresh.get(mark.item) ?? mark) : mark));
    const grade = gradeOf(marks, attempt.paper.passPercent);
    await appendResult(rows, changeId, { attemptId: attempt.id, kind: "late-answers", ...grade });
  });
}

/** Refuses them: the marks stay, and so does what arrived. */
export function refuseLateAnswers(
  viewer: Viewer,
  publicId: string,
  chosen: readonly number[],
  order: ActOrder,
): Promise<ActOutcome> {
  return decide(viewer, publicId, "late-refused", chosen, order, async () => {});
}

async function decide(
  viewer: Viewer,
  publicId: string,
  decision: "late-accepted" | "late-refused",
  chosen: readonly number[],
  order: ActOrder,
  write: (rows: Rows, changeId: number, attempt: FoundAttempt, late: LateRow[]) => Promise<void>,
): Promise<ActOutcome> {
  const today = civilDateOf(order.at);
  const seen = await managedAttempt(await reader(), viewer, publicId, today);
  if (!seen) return { ok: false, refusal: "not-found" };
  if (seen.own) return { ok: false, refusal: "own-attempt" };
  // what the clock has ended gets its result before anything is decided about it
  await endIfOverdue(seen.id, order.at);
  const kind = decision === "late-accepted" ? "late-answers-accepted" : "late-answers-refused";
  const outcome = await recordAct(viewer, kind, publicId, seen.personId, order, async (rows, changeId) => {
    const still = await managedAttempt(rows, viewer, publicId, today);
    if (!still) throw new ActRefused("not-found");
    if (still.standing.void) throw new ActRefused("void");
    if (still.standing.result === null) throw new ActRefused("still-running");
    // the marks are read by the reading connection: nobody else writes while this transaction is open
    const attempt = await findAttempt(still.id);
    if (!attempt?.result) throw new ActRefused("still-running");
    const late = (await lateRows(rows, still.id)).filter(({ id, decided }) => chosen.includes(Number(id)) && !decided);
    if (late.length === 0) throw new ActRefused("not-found");
    await write(rows, changeId, attempt, late);
    // one line an item: what was decided of it, and when; the change of the same instant says by whom and why
    await rows.attempt_log.createMany({
      data: [...new Set(late.map(({ item }) => Number(item)))].map((item) => ({
        attempt_id: still.id,
        kind: decision,
        page: item,
        at: order.at,
      })),
    });
  });
  attemptChanged(seen.id);
  return outcome;
}

async function lateRows(client: Pick<Rows, "$queryRaw">, attemptId: number): Promise<LateRow[]> {
  return client.$queryRaw<LateRow[]>(Prisma.sql`
    SELECT l.id, l.item, l.value, l.flagged, l.client_key, l.at,
      (SELECT g.kind FROM attempt_log g WHERE g.attempt_id = l.attempt_id AND g.page = l.item AND g.at >= l.at
        AND g.kind IN ('late-accepted', 'late-refused') ORDER BY g.id LIMIT 1) AS decided
    FROM late_response l WHERE l.attempt_id = ${attemptId} ORDER BY l.id`);
}
