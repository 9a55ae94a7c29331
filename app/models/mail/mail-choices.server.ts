import { MAIL_KINDS, type MailKind } from "~/domain/mail/mail-kind";
import type { Instant } from "~/domain/time/civil-date";
import { reader, writeRows } from "../database.server";

/** What an account wants by mail; everything, until it says otherwise. */
export async function mailChoices(accountId: number): Promise<Record<MailKind, boolean>> {
  const client = await reader();
  const rows = await client.mail_choice.findMany({ where: { account_id: accountId }, orderBy: { id: "asc" } });
  const said = new Map(rows.map(({ kind, wanted }) => [kind, wanted]));
  return Object.fromEntries(MAIL_KINDS.map((kind) => [kind, said.get(kind) ?? true])) as Record<MailKind, boolean>;
}

/** Says what an account wants; what it says already is not written again. */
export async function chooseMail(
  accountId: number,
  wanted: Partial<Record<MailKind, boolean>>,
  at: Instant,
): Promise<void> {
  const before = await mailChoices(accountId);
  const changed = MAIL_KINDS.flatMap((kind) => {
    const now = wanted[kind];
    return now === undefined || now === before[kind] ? [] : [{ account_id: accountId, kind, wanted: now, at }];
  });
  if (changed.length > 0) await writeRows((rows) => rows.mail_choice.createMany({ data: changed }));
}
