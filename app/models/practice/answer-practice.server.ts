import { type AnswerRefusal, inAuthorKeys, readAnswer } from "~/domain/assessment/answer";
import { type AnswerValue, isEmptyAnswer } from "~/domain/assessment/answer-value";
import { shareOf } from "~/domain/assessment/share";
import type { Viewer } from "~/domain/permissions/viewer";
import type { Instant } from "~/domain/time/civil-date";
import { writeRows } from "~/models/database.server";
import { endRun } from "./end-run.server";
import { findRunOf } from "./find-run.server";

export type AnsweredPractice =
  | { ok: true }
  /** "empty": nothing was answered, and it was not said that the answer is not known */
  | { ok: false; because: "empty" | "unknown-item" | AnswerRefusal["code"] };

/**
 * Records the viewer's answer to a question of their run; the first one stands, a replay and another answer change nothing. With
 * the last one the run ends. `unknown`: the person does not know, which earns nothing. Null: no such run for them.
 */
export async function answerPractice(
  viewer: Viewer,
  publicId: string,
  given: { item: number; value: unknown; unknown: boolean },
  now: Instant,
): Promise<AnsweredPractice | null> {
  const run = await findRunOf(viewer.personId, publicId);
  if (!run) return null;
  const item = run.paper.items.find(({ number }) => number === given.item);
  if (!item) return { ok: false, because: "unknown-item" };
  if (!run.answers.some((answer) => answer.item === item.number)) {
    const read: { ok: true; value: AnswerValue } | { ok: false; refusal: AnswerRefusal } = given.unknown
      ? { ok: true, value: "" }
      : readAnswer(item, given.value);
    if (!read.ok) return { ok: false, because: read.refusal.code };
    if (isEmptyAnswer(read.value) && !given.unknown) return { ok: false, because: "empty" };
    const share = shareOf(item.question, inAuthorKeys(item, read.value)) ?? 0;
    await writeRows(
      (rows) => rows.$executeRaw`
        INSERT INTO practice_answer (run_id, item, question_key, question_version_id, value, share, at)
        VALUES (${run.id}, ${item.number}, ${item.question.key}, ${item.question.id}, ${JSON.stringify(read.value)}, ${share}, ${now})
        ON CONFLICT (run_id, item) DO NOTHING`,
    );
  }
  await endRun(viewer, publicId, now);
  return { ok: true };
}
