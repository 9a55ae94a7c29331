import { publicUrl } from "~/config/environment.server";
import { readLink, signLink } from "~/documents/mail-key.server";
import { isMailKind, type MailKind } from "~/domain/mail/mail-kind";
import type { Instant } from "~/domain/time/civil-date";
import { reader } from "../database.server";
import { chooseMail } from "./mail-choices.server";

/** The address under which whoever has a letter stops getting more of its kind, without logging in. */
export function stopAddress(accountPublicId: string, kind: MailKind): string {
  return `${publicUrl()}/mail/stop/${signLink(`${accountPublicId}.${kind}`)}`;
}

export interface StopLink {
  accountId: number;
  kind: MailKind;
  language: "vi" | "en";
}

/** What such an address stops; null where it is not one of ours. */
export async function readStopLink(token: string): Promise<StopLink | null> {
  const [publicId = "", kind = ""] = readLink(token)?.split(".") ?? [];
  if (!isMailKind(kind)) return null;
  const client = await reader();
  const account = await client.account.findUnique({
    where: { public_id: publicId },
    select: { id: true, language: true },
  });
  return account && { accountId: account.id, kind, language: account.language === "en" ? "en" : "vi" };
}

export async function stopMail({ accountId, kind }: StopLink, at: Instant): Promise<void> {
  await chooseMail(accountId, { [kind]: false }, at);
}
