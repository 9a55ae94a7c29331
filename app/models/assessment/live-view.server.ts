import { attemptState } from "~/domain/assessment/timing";
import type { Viewer } from "~/domain/permissions/viewer";
import type { Instant } from "~/domain/time/civil-date";
import type { Source } from "./attempt-source.server";
import { type FoundAttempt, findAttemptOf } from "./find-attempt.server";
import { type AnswerSaved, listenToAttempt } from "./live-attempt.server";
import { isHeldElsewhere } from "./one-device.server";
import { answersSince } from "./save-responses.server";

/** What an open page of an attempt is told. */
export type LiveEvent =
  | { event: "deadline"; data: LiveDeadline }
  | { event: "answer"; data: Omit<AnswerSaved, "savedAt"> & { at: Instant } }
  /** another device has taken the attempt over */
  | { event: "elsewhere"; data: Record<string, never> };

interface LiveDeadline {
  deadlineAt: Instant;
  secondsLeft: number;
  phase: "running" | "closing" | "ended" | "void";
}

export interface LiveView {
  stop(): void;
}

/**
 * Tells `tell` how the viewer's own attempt stands now and whenever that changes, and every answer saved after the one with the id
 * `since`, each once. Null for an unknown attempt and for somebody else's.
 */
export async function watchAttempt(
  viewer: Viewer,
  publicId: string,
  { since, source, now }: { since: number | null; source: Source; now: () => Instant },
  tell: (event: LiveEvent) => void,
): Promise<LiveView | null> {
  const attempt = await findAttemptOf(viewer.personId, publicId);
  if (!attempt) return null;
  let told = "";
  let newest = since ?? Number.POSITIVE_INFINITY;
  let elsewhere = false;

  const answers = (saved: readonly AnswerSaved[]) => {
    for (const { savedAt, ...answer } of saved) {
      if (answer.id <= newest) continue;
      newest = answer.id;
      tell({ event: "answer", data: { ...answer, at: savedAt } });
    }
  };
  const standing = (found: FoundAttempt) => {
    const data = deadlineOfAttempt(found, now());
    const text = `${data.deadlineAt} ${data.phase}`;
    if (text === told) return;
    told = text;
    tell({ event: "deadline", data });
  };
  const look = async () => {
    const found = await findAttemptOf(viewer.personId, publicId);
    if (!found) return;
    standing(found);
    if (Number.isFinite(newest)) answers(await answersSince(found.id, newest));
    const held = await isHeldElsewhere(found, source);
    if (held && !elsewhere) tell({ event: "elsewhere", data: {} });
    elsewhere = held;
  };
  // one look after the other, so that each answer is told once
  let looking: Promise<unknown> = Promise.resolve();
  const lookAgain = () => {
    looking = looking.then(look).catch((error: unknown) => console.error("live attempt:", error));
  };
  const stop = listenToAttempt(attempt.id, { saved: lookAgain, changed: lookAgain });
  await look();
  return { stop };
}

function deadlineOfAttempt(attempt: FoundAttempt, now: Instant): LiveDeadline {
  const { deadlineAt } = attempt;
  if (attempt.void) return { deadlineAt, secondsLeft: 0, phase: "void" };
  const state = attemptState(attempt, now);
  return { deadlineAt, secondsLeft: state.phase === "running" ? state.secondsLeft : 0, phase: state.phase };
}
