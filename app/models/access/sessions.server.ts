import { createHash } from "node:crypto";
import { reader, writeRows } from "~/models/database.server";

/** A login session as stored: the raw id never is. */
export interface StoredSession {
  accountId: number;
  expiresAt: string;
  shared: boolean;
}

export function hashOfSessionId(id: string): string {
  return createHash("sha256").update(id).digest("hex");
}

export async function findSession(id: string): Promise<StoredSession | null> {
  const client = await reader();
  const rows = await client.$queryRaw<{ account_id: bigint; expires_at: string; shared: bigint | boolean }[]>`
    SELECT s.account_id, s.expires_at, s.shared FROM session s
    JOIN account a ON a.id = s.account_id AND a.disabled = 0
    WHERE s.id_hash = ${hashOfSessionId(id)}`;
  const row = rows[0];
  if (!row) return null;
  return { accountId: Number(row.account_id), expiresAt: row.expires_at, shared: Boolean(row.shared) };
}

export function storeSession(
  id: string,
  session: { accountId: number; expiresAt: string; shared: boolean; at: string },
): Promise<void> {
  return writeRows(async (rows) => {
    await rows.session.create({
      data: {
        id_hash: hashOfSessionId(id),
        account_id: session.accountId,
        created_at: session.at,
        expires_at: session.expiresAt,
        shared: session.shared,
      },
    });
  });
}

export function extendSession(id: string, expiresAt: string): Promise<void> {
  return writeRows(async (rows) => {
    await rows.session.updateMany({ where: { id_hash: hashOfSessionId(id) }, data: { expires_at: expiresAt } });
  });
}

export function endSession(id: string): Promise<void> {
  return writeRows(async (rows) => {
    await rows.session.deleteMany({ where: { id_hash: hashOfSessionId(id) } });
  });
}

/** Logout everywhere, and the end of all sessions when a password changes. */
export function endSessionsOf(accountId: number): Promise<void> {
  return writeRows(async (rows) => {
    await rows.session.deleteMany({ where: { account_id: accountId } });
  });
}

export function endExpiredSessions(now: string): Promise<void> {
  return writeRows(async (rows) => {
    await rows.session.deleteMany({ where: { expires_at: { lte: now } } });
  });
}

export async function sessionsOf(
  accountId: number,
): Promise<{ createdAt: string; expiresAt: string; shared: boolean }[]> {
  const client = await reader();
  const rows = await client.session.findMany({ where: { account_id: accountId }, orderBy: { created_at: "desc" } });
  return rows.map((row) => ({ createdAt: row.created_at, expiresAt: row.expires_at, shared: row.shared }));
}
