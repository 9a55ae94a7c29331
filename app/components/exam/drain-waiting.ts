import { drainAttempt } from "./drain-attempt";
import { queueCipher } from "./queue-cipher";
import { queueKeyAt } from "./queue-key";
import { openQueueStore } from "./queue-store";
import { attemptMarks } from "./waiting-mark";

const MOST_ROUNDS = 10;

/**
 * Sends what waits on this device of the account that is signed in, whichever page is open. What belongs to somebody else stays as
 * it is, unreadable.
 * @returns how many answers of this account still wait, for lack of a line or a login
 */
export async function drainWaiting(): Promise<number> {
  const attempts = attemptMarks.all();
  if (attempts.length === 0) return 0;
  const store = await openQueueStore();
  let left = 0;
  for (const attempt of attempts) {
    const waiting = (await store.of(attempt)).length;
    const key = waiting === 0 ? "nothing" : await queueKeyAt(`/attempts/${attempt}/queue-key`);
    if (key === "nothing") {
      attemptMarks.remove(attempt);
      continue;
    }
    if (key === "not-mine") continue;
    if (key !== "later") await drainAll(attempt, key.key);
    const still = (await store.of(attempt)).length;
    if (still === 0) attemptMarks.remove(attempt);
    left += still;
  }
  return left;

  async function drainAll(attempt: string, key: string): Promise<void> {
    const cipher = await queueCipher(key);
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const outcome = await drainAttempt(store, cipher, attempt, null);
      if (outcome?.kind !== "taken") return;
    }
  }
}
