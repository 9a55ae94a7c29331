import { giveBack, openCounter, takeFrom } from "./throttle-database.server";

/** Failed logins: strict by account; loose by address, because a whole province shares one. */
const byAccount = () => openCounter({ tableName: "login_by_account", points: 5, duration: 15 * 60 });
const byAddress = () => openCounter({ tableName: "login_by_address", points: 200, duration: 15 * 60 });

export interface Try {
  allowed: boolean;
  /** seconds until the next try is taken, where this one is refused */
  waitSeconds: number;
  /** tries left for this account after this one */
  triesLeft: number;
}

/**
 * Counts a try BEFORE the password is looked at, so that parallel tries cannot slip past the limit.
 * `account` is the key of `throttleKeyOf`, `address` the client's.
 */
export async function takeLoginTry(account: string, address: string): Promise<Try> {
  const [one, place] = await Promise.all([takeFrom(await byAccount(), account), takeFrom(await byAddress(), address)]);
  const waitSeconds = Math.max(one.waitSeconds, place.waitSeconds);
  return { allowed: waitSeconds === 0, waitSeconds, triesLeft: one.triesLeft };
}

/** A right password: the account's counter ends, and the address gets its try back. */
export async function forgiveLoginTries(account: string, address: string): Promise<void> {
  const counter = await byAccount();
  await Promise.all([counter.delete(account), giveBack(await byAddress(), address)]);
}
