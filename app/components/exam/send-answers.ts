import type { AnswerValue } from "~/domain/assessment/answer-value";
import { postWaiting } from "./post-waiting";
import type { WaitingAnswer } from "./queue-cipher";

/** An answer that counts now and that another page or device has given. */
export interface NewerAnswer {
  id: number;
  item: number;
  value: AnswerValue;
  flagged: boolean;
  clientKey: string;
}

/** What the save address says. */
export interface SaveAnswer {
  /** by the server's clock, "09:50:42" */
  savedAt: string;
  /** it came after deadline and grace, and was kept for the exam officer to decide */
  late: boolean;
  saved: { item: number; clientKey: string | null }[];
  refused: { item: number; clientKey: string | null; code: string }[];
  newest: number;
  others: NewerAnswer[];
}

export type SendOutcome =
  | ({ kind: "taken" } & SaveAnswer)
  /** the paper was handed in before: nothing more is taken */
  | { kind: "ended" }
  | { kind: "other-device" }
  | { kind: "signed-out" }
  /** it is somebody else's attempt, or none */
  | { kind: "not-mine" }
  /** no answer, or one that makes no sense: again later */
  | { kind: "later" };

/** Sends answers of an attempt once. Their keys make sending them again harmless. */
export async function sendAnswers(
  attempt: string,
  answers: readonly WaitingAnswer[],
  since: number | null,
): Promise<SendOutcome> {
  const content = since === null ? { saves: answers } : { saves: answers, since };
  try {
    const response = await postWaiting(`/attempts/${attempt}/save`, content);
    if (response.ok) return { kind: "taken", ...((await response.json()) as SaveAnswer) };
    if (response.type === "opaqueredirect" || response.status === 401) return { kind: "signed-out" };
    if (response.status === 404) return { kind: "not-mine" };
    if (response.status !== 409) return { kind: "later" };
    const { refusal } = (await response.json()) as { refusal: "attempt-ended" | "other-device" };
    return { kind: refusal === "other-device" ? "other-device" : "ended" };
  } catch {
    return { kind: "later" };
  }
}
