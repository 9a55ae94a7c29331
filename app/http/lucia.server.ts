import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from "lucia";
import { now } from "~/config/clock.server";
import {
  endExpiredSessions,
  endSession,
  endSessionsOf,
  extendSession,
  findSession,
  storeSession,
} from "~/models/access/sessions.server";

const SHARED_IDLE_MS = 15 * 60 * 1000;
/** a shared session is not written again for every request */
const SHARED_STEP_MS = 60 * 1000;

/**
 * Lucia's adapter over our own rows. Lucia hands over the raw session id and uses it again for the cookie; the rows keep
 * only its hash. A shared computer's session lives 15 minutes from the last request, whatever Lucia asks for.
 */
class SessionRows implements Adapter {
  async getSessionAndUser(sessionId: string): ReturnType<Adapter["getSessionAndUser"]> {
    const stored = await findSession(sessionId);
    if (!stored) return [null, null];
    const session: DatabaseSession = {
      id: sessionId,
      userId: stored.accountId,
      expiresAt: new Date(stored.expiresAt),
      attributes: { shared: stored.shared },
    };
    return [session, { id: stored.accountId, attributes: {} }];
  }

  async setSession(session: DatabaseSession): Promise<void> {
    const expiresAt = session.attributes.shared ? new Date(Date.now() + SHARED_IDLE_MS) : session.expiresAt;
    await storeSession(session.id, {
      accountId: session.userId,
      expiresAt: expiresAt.toISOString(),
      shared: session.attributes.shared,
      at: now(),
    });
  }

  async updateSessionExpiration(sessionId: string, expiresAt: Date): Promise<void> {
    const stored = await findSession(sessionId);
    if (!stored) return;
    const until = stored.shared ? Date.now() + SHARED_IDLE_MS : expiresAt.getTime();
    if (stored.shared && until - Date.parse(stored.expiresAt) < SHARED_STEP_MS) return;
    await extendSession(sessionId, new Date(until).toISOString());
  }

  deleteSession(sessionId: string): Promise<void> {
    return endSession(sessionId);
  }

  deleteUserSessions(userId: number): Promise<void> {
    return endSessionsOf(userId);
  }

  deleteExpiredSessions(): Promise<void> {
    return endExpiredSessions(now());
  }

  /** The stored ids are hashes, which nobody can use: not offered. `sessionsOf` lists an account's sessions. */
  async getUserSessions(): Promise<DatabaseSession[]> {
    return [];
  }
}

export const lucia = new Lucia(new SessionRows(), {
  sessionExpiresIn: new TimeSpan(14, "d"),
  sessionCookie: { name: "__Host-session", attributes: { secure: true, sameSite: "lax", path: "/" } },
  getSessionAttributes: ({ shared }) => ({ shared }),
});

declare module "lucia" {
  interface Register {
    Lucia: typeof lucia;
    UserId: number;
    DatabaseSessionAttributes: { shared: boolean };
    DatabaseUserAttributes: Record<never, never>;
  }
}
