import { MOST_TRIES, waitAfter } from "~/domain/mail/mail-kind";
import type { Instant } from "~/domain/time/civil-date";
import { type Rows, writeRows } from "../database.server";
import { Prisma } from "../generated/client";

export interface QueuedMail {
  /** what it is about, once and for all: a second one under the same key is not written */
  key: string;
  accountId: number;
  to: string;
  subject: string;
  text: string;
  files?: readonly MailFile[];
  notBefore: Instant;
  at: Instant;
}

/** A file that goes along; its bytes are kept under their hash. */
export interface MailFile {
  name: string;
  media_type: string;
  sha256: string;
}

export interface TakenMail {
  id: number;
  key: string;
  to: string;
  subject: string;
  text: string;
  files: MailFile[];
}

/** Longer than a mail server is waited for: whoever took a letter so long ago has died over it. */
const TAKEN_FOR_MS = 10 * 60_000;

/** Writes a letter that is to be sent, in the transaction of what it tells. False: it was written before. */
export async function queueMail(rows: Rows, mail: QueuedMail): Promise<boolean> {
  const { key, accountId, to, subject, text, files, notBefore, at } = mail;
  const written = await rows.$queryRaw<unknown[]>`
    INSERT INTO outgoing_mail (key, account_id, recipient, subject, text, files, not_before, created_at, tries)
    VALUES (${key}, ${accountId}, ${to}, ${subject}, ${text}, ${files?.length ? JSON.stringify(files) : null},
      ${notBefore}, ${at}, 0)
    ON CONFLICT (key) DO NOTHING RETURNING id`;
  return written.length > 0;
}

/** Takes the letter that has waited longest; while it is taken nobody else takes it. Null: none is to be sent now. */
export async function takeMail(at: Instant): Promise<TakenMail | null> {
  const deadSince = new Date(Date.parse(at) - TAKEN_FOR_MS).toISOString();
  const [row] = await writeRows(
    (rows) => rows.$queryRaw<
      { id: bigint; key: string; recipient: string; subject: string; text: string; files: string | null }[]
    >`
    UPDATE outgoing_mail SET taken_at = ${at}, tries = tries + 1
    WHERE id = (SELECT id FROM outgoing_mail
      WHERE sent_at IS NULL AND not_before <= ${at} AND tries < ${MOST_TRIES}
        AND (taken_at IS NULL OR taken_at <= ${deadSince})
      ORDER BY not_before, id LIMIT 1)
    RETURNING id, key, recipient, subject, text, files`,
  );
  if (!row) return null;
  const { key, recipient: to, subject, text } = row;
  return { id: Number(row.id), key, to, subject, text, files: row.files ? (JSON.parse(row.files) as MailFile[]) : [] };
}

export async function tellSent(id: number, at: Instant): Promise<void> {
  await writeRows((rows) => rows.outgoing_mail.update({ where: { id }, data: { sent_at: at, problem: null } }));
}

/** It was not taken: tried again later each time, or never where the mail server said so for good. */
export async function tellFailed(id: number, at: Instant, problem: string, forGood: boolean): Promise<void> {
  await writeRows(async (rows) => {
    const [row] = await rows.$queryRaw<{ tries: bigint }[]>(Prisma.sql`
      UPDATE outgoing_mail SET taken_at = NULL, problem = ${problem.slice(0, 500)},
        tries = CASE WHEN ${forGood ? 1 : 0} = 1 THEN ${MOST_TRIES} ELSE tries END
      WHERE id = ${id} RETURNING tries`);
    const later = new Date(Date.parse(at) + waitAfter(Number(row?.tries ?? 1))).toISOString();
    await rows.outgoing_mail.update({ where: { id }, data: { not_before: later } });
  });
}
