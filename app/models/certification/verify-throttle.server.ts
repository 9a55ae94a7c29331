import { LRUCache } from "lru-cache";
import { openCounter, takeFrom } from "~/models/access/throttle-database.server";

/**
 * Misses of the public pages by address. A right pair costs nothing; an office with one address still gets sixty mistypes a
 * quarter of an hour, while guessing a code takes 30^8.
 */
const MISSES = 60;
const misses = () => openCounter({ tableName: "verify_by_address", points: MISSES, duration: 15 * 60 });

/** Until when an address that has used up its misses is not listened to, in milliseconds. */
const refusedUntil = new LRUCache<string, number>({ max: 10_000 });
/** Tries of an address of which it is not known yet whether they miss. */
const undecided = new Map<string, number>();

export type Counted<T> = { found: T } | { found: null; waitSeconds: number };

/**
 * Looks for something by what a stranger has typed. Only a miss is counted, and nothing is looked for any more once an address has
 * used up its misses: then `waitSeconds` says for how long. No more tries of an address run at once than it has misses, so that
 * parallel ones cannot slip past the limit.
 */
export async function countingMisses<T>(address: string, find: () => Promise<T | null>): Promise<Counted<T>> {
  const waitMs = (refusedUntil.get(address) ?? 0) - Date.now();
  if (waitMs > 0) return { found: null, waitSeconds: Math.ceil(waitMs / 1000) };
  const running = undecided.get(address) ?? 0;
  if (running >= MISSES) return { found: null, waitSeconds: 1 };
  undecided.set(address, running + 1);
  try {
    const found = await find();
    if (found !== null) return { found };
    const { waitSeconds } = await takeFrom(await misses(), address);
    if (waitSeconds > 0) refusedUntil.set(address, Date.now() + waitSeconds * 1000);
    return { found: null, waitSeconds };
  } finally {
    const left = (undecided.get(address) ?? 1) - 1;
    if (left === 0) undecided.delete(address);
    else undecided.set(address, left);
  }
}
