import { readKeptFile } from "~/documents/kept-files.server";
import { isRefusedForGood, postLetter } from "~/documents/mail.server";
import type { Instant } from "~/domain/time/civil-date";
import { type TakenMail, takeMail, tellFailed, tellSent } from "~/models/mail/outgoing-mail.server";

/** So many letters in one go; the rest a minute later. */
const AT_ONCE = 200;

/** Sends the letters whose time has come, each taken by one process alone. @returns how many were sent */
export async function sendOutgoingMail(clock: () => Instant): Promise<number> {
  let sent = 0;
  for (let count = 0; count < AT_ONCE; count += 1) {
    const mail = await takeMail(clock());
    if (!mail) break;
    try {
      await postLetter(await letterOf(mail));
      await tellSent(mail.id, clock());
      sent += 1;
    } catch (error) {
      await tellFailed(
        mail.id,
        clock(),
        error instanceof Error ? error.message : String(error),
        isRefusedForGood(error),
      );
    }
  }
  return sent;
}

async function letterOf({ key, to, subject, text, files }: TakenMail) {
  const attached = files.map(async ({ name, media_type, sha256 }) => ({
    name,
    mediaType: media_type,
    bytes: await readKeptFile("mail-files", sha256),
  }));
  return { key, to, subject, text, files: await Promise.all(attached) };
}
