import { randomFillSync } from "node:crypto";

const STEPS = 2 ** 32;
const pool = new Uint32Array(1024);
let next = pool.length;

/**
 * Numbers in [0, 1) that nobody can predict from those seen before: what a paper shows says nothing about its key. Taken from the
 * system a thousand at a time: a paper needs a hundred.
 */
export function unpredictable(): number {
  if (next === pool.length) {
    randomFillSync(pool);
    next = 0;
  }
  const number = pool[next] ?? 0;
  pool[next] = 0;
  next += 1;
  return number / STEPS;
}
