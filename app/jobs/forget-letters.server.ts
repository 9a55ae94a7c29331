import { dropKeptFile } from "~/documents/kept-files.server";
import { dropLetter } from "~/documents/mail.server";
import type { Instant } from "~/domain/time/civil-date";
import {
  filesOfOthers,
  forgetLetters,
  lettersAreKeptSince,
  lettersToForget,
} from "~/models/mail/forget-letters.server";

/** So many in one transaction: nobody waits for them. */
const AT_ONCE = 500;

/**
 * Deletes what letters said once they are older than the setting allows: text, address, the files that went along, and what was laid
 * down under DATA_DIR. First the files, then the rows that name them: a pass that was cut short is taken up by the next.
 * @returns how many letters were forgotten
 */
export async function forgetOldLetters(now: Instant): Promise<number> {
  const before = await lettersAreKeptSince(now);
  let forgotten = 0;
  for (;;) {
    const letters = await lettersToForget(before, AT_ONCE);
    if (letters.length === 0) return forgotten;
    const needed = await filesOfOthers(letters);
    for (const sha256 of new Set(letters.flatMap(({ files }) => files)))
      if (!needed.has(sha256)) await dropKeptFile("mail-files", sha256, before);
    for (const { key } of letters) await dropLetter(key);
    forgotten += await forgetLetters(letters);
  }
}
