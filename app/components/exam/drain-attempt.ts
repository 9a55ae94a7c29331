import type { QueueCipher, WaitingAnswer } from "./queue-cipher";
import type { QueueStore } from "./queue-store";
import { type SendOutcome, sendAnswers } from "./send-answers";

/** The server takes so many at a time. */
const MOST_AT_ONCE = 100;

/** What of an attempt waits in the store, readable, in the order of its items. */
export async function waitingOf(store: QueueStore, cipher: QueueCipher, attempt: string): Promise<WaitingAnswer[]> {
  const opened = await Promise.all((await store.of(attempt)).map((sealed) => cipher.open(sealed)));
  return opened.filter((answer) => answer !== null);
}

/**
 * Sends once what waits of an attempt, one page of the browser at a time. What the server has taken, or will never take, is
 * gone from the store afterwards; everything else stays. Null where nothing waited.
 */
export function drainAttempt(
  store: QueueStore,
  cipher: QueueCipher,
  attempt: string,
  since: number | null,
): Promise<SendOutcome | null> {
  return oneAtATime(attempt, async () => {
    const answers = (await waitingOf(store, cipher, attempt)).slice(0, MOST_AT_ONCE);
    if (answers.length === 0) return null;
    const outcome = await sendAnswers(attempt, answers, since);
    const done =
      outcome.kind === "taken" ? [...outcome.saved, ...outcome.refused] : outcome.kind === "ended" ? answers : [];
    for (const { item, clientKey } of done) if (clientKey !== null) await store.remove({ attempt, item, clientKey });
    return outcome;
  });
}

/** Two tabs of a browser share the store: they take turns, so that saves leave in their order. */
function oneAtATime<T>(attempt: string, work: () => Promise<T>): Promise<T> {
  const locks = navigator.locks as LockManager | undefined;
  return locks ? (locks.request(`cau-noi-exam ${attempt}`, work) as Promise<T>) : work();
}
