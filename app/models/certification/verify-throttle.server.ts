import { giveBack, openCounter, takeFrom } from "~/models/access/throttle-database.server";

/**
 * Misses of the public verification page by address. A right pair costs nothing; an office with one address still gets
 * sixty mistypes a quarter of an hour, while guessing a code takes 30^8.
 */
const misses = () => openCounter({ tableName: "verify_by_address", points: 60, duration: 15 * 60 });

export interface VerifyTry {
  allowed: boolean;
  /** seconds until the next try is taken, where this one is refused */
  waitSeconds: number;
}

/** Counts a try BEFORE the look-up, so that parallel tries cannot slip past the limit. */
export async function takeVerifyTry(address: string): Promise<VerifyTry> {
  const { waitSeconds } = await takeFrom(await misses(), address);
  return { allowed: waitSeconds === 0, waitSeconds };
}

/** The certificate was found: the address gets its try back. */
export async function forgiveVerifyTry(address: string): Promise<void> {
  await giveBack(await misses(), address);
}
