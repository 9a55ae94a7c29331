import { MOST_TRIES } from "~/domain/mail/mail-kind";
import { addDays, civilDateOf, type Instant, startOfDay } from "~/domain/time/civil-date";
import { reader, writeRows } from "../database.server";
import { Prisma } from "../generated/client";
import { settingOn } from "../settings/settings.server";
import type { MailFile } from "./outgoing-mail.server";

export interface OldLetter {
  id: number;
  key: string;
  /** hashes of the files that went along */
  files: string[];
}

/** Letters sent before it are forgotten. */
export async function lettersAreKeptSince(now: Instant): Promise<Instant> {
  const today = civilDateOf(now);
  return startOfDay(addDays(today, -(await settingOn("letter-days", today))));
}

/** Letters whose text is kept longer than it may be: sent before then, or given up and written before then. The oldest first. */
export async function lettersToForget(before: Instant, atMost: number): Promise<OldLetter[]> {
  const rows = await (await reader()).$queryRaw<{ id: bigint; key: string; files: string | null }[]>`
    SELECT id, key, files FROM outgoing_mail
    WHERE recipient <> '' AND (sent_at < ${before} OR (sent_at IS NULL AND tries >= ${MOST_TRIES} AND created_at < ${before}))
    ORDER BY id LIMIT ${atMost}`;
  return rows.map(({ id, key, files }) => ({
    id: Number(id),
    key,
    files: files ? (JSON.parse(files) as MailFile[]).map(({ sha256 }) => sha256) : [],
  }));
}

/** Those of some files that a letter still speaks of which is not among the given ones. */
export async function filesOfOthers(letters: readonly OldLetter[]): Promise<Set<string>> {
  const ids = new Set(letters.map(({ id }) => id));
  const rows = await (await reader()).outgoing_mail.findMany({
    where: { files: { not: null } },
    select: { id: true, files: true },
  });
  const others = rows.filter(({ id }) => !ids.has(id));
  return new Set(others.flatMap(({ files }) => (JSON.parse(files ?? "[]") as MailFile[]).map(({ sha256 }) => sha256)));
}

/** Forgets what letters said and to which address they went. Which letter it was, of which account, and when it went stays. */
export async function forgetLetters(letters: readonly OldLetter[]): Promise<number> {
  if (letters.length === 0) return 0;
  return writeRows(
    (rows) => rows.$executeRaw`
      UPDATE outgoing_mail SET recipient = '', subject = '', text = '', html = NULL, files = NULL, problem = NULL
      WHERE id IN (${Prisma.join(letters.map(({ id }) => id))})`,
  );
}
