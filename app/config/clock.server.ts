import { readFileSync } from "node:fs";
import { civilDateOf } from "~/domain/time/civil-date";

/**
 * The one clock of the house; the domain gets its readings as arguments. Browser tests start the server through their
 * own entry, which names a file that holds the offset in milliseconds: no endpoint can move the time.
 */
// One per process, though the server's build and its commands each hold a copy of this module.
const held = globalThis as typeof globalThis & { cauNoiClockFile?: string };

/** For the test entry alone. */
export function readOffsetFrom(file: string): void {
  held.cauNoiClockFile = file;
}

function offset(): number {
  const file = held.cauNoiClockFile;
  if (file === undefined) return 0;
  try {
    return Number(readFileSync(file, "utf8")) || 0;
  } catch {
    return 0;
  }
}

/** The instant now, as the rows store it: ISO in UTC with milliseconds. */
export function now(): string {
  return new Date(Date.now() + offset()).toISOString();
}

/** Today's civil date in Asia/Ho_Chi_Minh. */
export function today(): string {
  return civilDateOf(now());
}
