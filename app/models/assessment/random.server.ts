import { randomInt } from "node:crypto";

const STEPS = 2 ** 32;

/** Numbers in [0, 1) that nobody can predict from those seen before: what a paper shows says nothing about its key. */
export function unpredictable(): number {
  return randomInt(STEPS) / STEPS;
}
