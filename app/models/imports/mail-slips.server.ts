import { mailSlip } from "../people/issue-slip.server";
import type { ImportSlip } from "./import-slips.server";

/** So many letters are on their way at once. */
const AT_ONCE = 5;

/** Mails each slip to its person where mail is set and there is an address. @returns how many were taken */
export async function mailSlips(slips: readonly ImportSlip[]): Promise<number> {
  let sent = 0;
  for (let from = 0; from < slips.length; from += AT_ONCE) {
    const part = slips.slice(from, from + AT_ONCE);
    const results = await Promise.all(part.map((slip) => mailSlip(slip, slip.address, slip.expiresAt)));
    sent += results.filter((result) => result === "sent").length;
  }
  return sent;
}
