import { setImmediate } from "node:timers/promises";

/** Milliseconds that the work on many people takes at once; then others have their turn. */
const AT_ONCE_MS = 12;
const LOOK_EVERY = 64;

/** Does something with each of thousands, and lets others have their turn in between. */
export async function eachInTurns<T>(all: readonly T[], work: (each: T) => void): Promise<void> {
  let began = performance.now();
  for (const [index, each] of all.entries()) {
    if (index % LOOK_EVERY === 0 && performance.now() - began > AT_ONCE_MS) {
      await setImmediate();
      began = performance.now();
    }
    work(each);
  }
}
