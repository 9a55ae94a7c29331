import { createHash } from "node:crypto";
import { reader, readRows, writeRows } from "~/models/database.server";
import { Prisma } from "~/models/generated/client";

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
  const [row] = await readRows<{ account_id: number; expires_at: string; shared: number }>(Prisma.sql`
    SELECT s.account_id, s.expires_at, s.shared FROM session s
    JOIN account a ON a.id = s.account_id AND a.disabled = 0
    WHERE s.id_hash = ${hashOfSessionId(id)}`);
  return row ? { accountId: row.account_id, expiresAt: row.expires_at, shared: Boolean(row.shared) } : null;
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
