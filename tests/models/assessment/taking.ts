import { expect } from "vitest";
import { inTokens } from "~/domain/assessment/answer";
import type { AnswerValue } from "~/domain/assessment/answer-value";
import { rightAnswer } from "~/domain/assessment/right-answer";
import type { Viewer } from "~/domain/permissions/viewer";
import type { Instant } from "~/domain/time/civil-date";
import { type Save, saveResponses } from "~/models/assessment/save-responses.server";
import { type StartOptions, startAttempt } from "~/models/assessment/start-attempt.server";
import { reader, recordChange } from "~/models/database.server";
import { minutesAfter, paperOf } from "../../fixtures/exam-takers";

export const NOON = "2026-11-21T05:00:00.000Z";
export const at = (minutes: number) => minutesAfter(NOON, minutes);

export async function start(
  viewer: Viewer,
  course: string,
  now: Instant = NOON,
  options: StartOptions = {},
): Promise<string> {
  const started = await startAttempt(viewer, course, now, options);
  if (!started?.ok) throw new Error(`not started: ${JSON.stringify(started)}`);
  return started.publicId;
}

export function save(item: number, value: unknown, clientKey: string | null, more: Partial<Save> = {}): Save {
  return { item, value, flagged: false, clientKey, shown: null, ...more };
}

/** Answers every item, rightly or by clearing it. */
export async function answerAll(viewer: Viewer, publicId: string, rightly: boolean, now: Instant): Promise<void> {
  const { items } = await paperOf(publicId);
  const saves = items.map((item) => {
    const right = rightAnswer(item.question);
    const value: AnswerValue = rightly && right !== null ? inTokens(item, right) : [];
    return save(item.number, value, `page-all.${item.number}`);
  });
  expect(await saveResponses(viewer, publicId, saves, now)).toMatchObject({ ok: true, late: false, refused: [] });
}

/** Rows of a person's attempts. */
export async function counts(viewer: Viewer) {
  const client = await reader();
  const attempts = await client.attempt.findMany({ where: { person_id: viewer.personId } });
  const ids = attempts.map(({ id }) => id);
  const [results, responses, late, evidence] = await Promise.all([
    client.attempt_result.count({ where: { attempt_id: { in: ids } } }),
    client.response.count({ where: { attempt_id: { in: ids } } }),
    client.late_response.count({ where: { attempt_id: { in: ids } } }),
    client.evidence.count({ where: { person_id: viewer.personId } }),
  ]);
  return { attempts: attempts.length, results, responses, late, evidence };
}

export const together = <T>(times: number, act: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: times }, (_, index) => act(index)));

/** An exam officer's act on an attempt, as its row. */
export async function actOn(
  publicId: string,
  act: { kind: "extended" | "reopened"; deadlineAt: Instant } | { kind: "void" },
  now: Instant = NOON,
): Promise<number> {
  const { id } = await (await reader()).attempt.findUniqueOrThrow({ where: { public_id: publicId } });
  await recordChange({ kind: "test", at: now }, async (rows, recorded_change) => {
    if (act.kind === "void") {
      await rows.attempt_void.create({ data: { attempt_id: id, reason: "power-cut", recorded_change } });
      return;
    }
    const { kind, deadlineAt: deadline_at } = act;
    const row = { attempt_id: id, kind, minutes: 10, deadline_at, reason: "power-cut", recorded_change };
    await rows.attempt_time.create({ data: row });
  });
  return id;
}
