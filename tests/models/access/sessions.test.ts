import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { lucia } from "~/http/lucia.server";
import { sessionsOf } from "~/models/access/sessions.server";
import { reader } from "~/models/database.server";
import { insertStaff } from "../../fixtures/staff";
import { wholeDatabase } from "../database-for-test";

const START = Date.parse("2026-11-21T02:00:00.000Z");
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let accountId: number;
let people = 0;

const at = (offset: number) => vi.setSystemTime(START + offset);
const iso = (offset: number) => new Date(START + offset).toISOString();
const expiries = async () => (await sessionsOf(accountId)).map(({ expiresAt }) => expiresAt);

beforeEach(async () => {
  people += 1;
  ({ accountId } = await insertStaff({ staffCode: `S-${people}` }));
  vi.useFakeTimers({ toFake: ["Date"], now: START });
});

afterEach(() => {
  vi.useRealTimers();
});

describe("a login session", () => {
  it("is stored as the hash of its id alone", async () => {
    const { id } = await lucia.createSession(accountId, { shared: false });
    const rows = await (await reader()).session.findMany({ where: { account_id: accountId } });
    expect(rows.map(({ id_hash }) => id_hash)).toEqual([createHash("sha256").update(id).digest("hex")]);
    expect(wholeDatabase()).not.toContain(id);
    expect(await lucia.validateSession(rows[0]?.id_hash ?? "")).toEqual({ session: null, user: null });
  });

  it("has a cookie that only this site reads, over a safe line", async () => {
    const { id } = await lucia.createSession(accountId, { shared: false });
    const cookie = lucia.createSessionCookie(id).serialize();
    expect(cookie).toMatch(/^__Host-session=/);
    for (const attribute of ["HttpOnly", "Secure", "SameSite=Lax", "Path=/"]) expect(cookie).toContain(attribute);
    expect(cookie).not.toContain("Domain");
  });

  it("rolls: 14 days from the request in its second half", async () => {
    const { id } = await lucia.createSession(accountId, { shared: false });
    expect(await expiries()).toEqual([iso(14 * DAY)]);
    at(6 * DAY);
    expect((await lucia.validateSession(id)).session?.fresh).toBe(false);
    expect(await expiries()).toEqual([iso(14 * DAY)]);
    at(8 * DAY);
    expect((await lucia.validateSession(id)).session?.fresh).toBe(true);
    expect(await expiries()).toEqual([iso(22 * DAY)]);
    at(21 * DAY);
    expect((await lucia.validateSession(id)).user?.id).toBe(accountId);
  });

  it("ends 14 days after the last of these, with its row", async () => {
    const { id } = await lucia.createSession(accountId, { shared: false });
    at(14 * DAY + 1);
    expect(await lucia.validateSession(id)).toEqual({ session: null, user: null });
    expect(await sessionsOf(accountId)).toEqual([]);
  });

  it("ends with a logout, and all of them with a logout everywhere", async () => {
    const [first, second, third] = await Promise.all(
      [1, 2, 3].map(() => lucia.createSession(accountId, { shared: false })),
    );
    await lucia.invalidateSession(first?.id ?? "");
    expect((await lucia.validateSession(first?.id ?? "")).session).toBeNull();
    expect((await lucia.validateSession(second?.id ?? "")).session).not.toBeNull();
    await lucia.invalidateUserSessions(accountId);
    expect((await lucia.validateSession(second?.id ?? "")).session).toBeNull();
    expect((await lucia.validateSession(third?.id ?? "")).session).toBeNull();
  });

  it("counts no more once the account is disabled", async () => {
    const closed = await insertStaff({ staffCode: `D-${people}`, disabled: true });
    const { id } = await lucia.createSession(closed.accountId, { shared: false });
    expect((await lucia.validateSession(id)).session).toBeNull();
  });

  it("is swept away when it is over", async () => {
    await lucia.createSession(accountId, { shared: false });
    at(10 * DAY);
    await lucia.createSession(accountId, { shared: false });
    at(15 * DAY);
    await lucia.deleteExpiredSessions();
    expect(await expiries()).toEqual([iso(24 * DAY)]);
  });
});

describe("a session on a shared computer", () => {
  it("ends after 15 idle minutes", async () => {
    const { id } = await lucia.createSession(accountId, { shared: true });
    expect(await expiries()).toEqual([iso(15 * MINUTE)]);
    at(15 * MINUTE - 1);
    expect((await lucia.validateSession(id)).session?.shared).toBe(true);
    at(30 * MINUTE - 2);
    expect((await lucia.validateSession(id)).session).not.toBeNull();
    at(45 * MINUTE);
    expect((await lucia.validateSession(id)).session).toBeNull();
    expect(await sessionsOf(accountId)).toEqual([]);
  });

  it("lasts through a working day of requests, and writes at most once a minute", async () => {
    const { id } = await lucia.createSession(accountId, { shared: true });
    at(30_000);
    await lucia.validateSession(id);
    expect(await expiries()).toEqual([iso(15 * MINUTE)]);
    at(MINUTE);
    await lucia.validateSession(id);
    expect(await expiries()).toEqual([iso(16 * MINUTE)]);
    for (let minute = 10; minute <= 8 * 60; minute += 10) {
      at(minute * MINUTE);
      expect((await lucia.validateSession(id)).session).not.toBeNull();
    }
  });
});
