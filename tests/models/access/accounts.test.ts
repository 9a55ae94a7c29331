import { beforeAll, describe, expect, it } from "vitest";
import {
  accountByPassword,
  accountOfSlip,
  hashPassword,
  issuePasswordSlip,
  setPasswordBySlip,
  throttleKeyOf,
} from "~/models/access/accounts.server";
import { sessionsOf, storeSession } from "~/models/access/sessions.server";
import { reader } from "~/models/database.server";
import { insertStaff } from "../../fixtures/staff";
import { wholeDatabase } from "../database-for-test";

const AT = "2026-11-21T02:00:00.000Z";
const LATER = "2026-11-22T02:00:00.000Z";
const PASSWORD = "Cầu nối nghĩa tình";

const minutesAfter = (at: string, minutes: number) => new Date(Date.parse(at) + minutes * 60_000).toISOString();
const openSession = (accountId: number, id: string) =>
  storeSession(id, { accountId, expiresAt: "2026-12-05T02:00:00.000Z", shared: false, at: AT });

let passwordHash: string;
let lan: { accountId: number; personId: number };

beforeAll(async () => {
  passwordHash = await hashPassword(PASSWORD);
  lan = await insertStaff({ staffCode: "T-1", workEmail: "lan@example.vn", fullName: "Đỗ Thị Lan", passwordHash });
  await insertStaff({ staffCode: "T-2" });
  await insertStaff({ staffCode: "T-3", passwordHash, disabled: true });
});

describe("a login", () => {
  it.each(["T-1", "t-1", " T-1 ", "lan@example.vn", "LAN@Example.vn"])("is found by %s", async (login) => {
    expect((await accountByPassword(login, PASSWORD))?.id).toBe(lan.accountId);
  });

  it("takes a password however its accents were typed", async () => {
    expect((await accountByPassword("T-1", PASSWORD.normalize("NFD")))?.id).toBe(lan.accountId);
  });

  it.each([
    ["a wrong password", "T-1", "Cầu nối nghĩa tinh"],
    ["no password", "T-1", ""],
    ["an unknown code", "T-404", PASSWORD],
    ["an unknown address", "nobody@example.vn", PASSWORD],
    ["nothing", "", ""],
    ["an account without a password", "T-2", PASSWORD],
    ["an account without a password, and none given", "T-2", ""],
    ["an account that is disabled", "T-3", PASSWORD],
  ])("fails in one way: %s", async (_, login, password) => {
    expect(await accountByPassword(login, password)).toBeNull();
  });

  it("takes as long for an unknown name as for a wrong password", async () => {
    const timed = async (login: string) => {
      const times: number[] = [];
      for (let index = 0; index < 6; index += 1) {
        const began = performance.now();
        await accountByPassword(login, "wrong");
        times.push(performance.now() - began);
      }
      return Math.min(...times);
    };
    await timed("T-404");
    const [known, unknown] = [await timed("T-1"), await timed("T-404")];
    expect(unknown / known).toBeGreaterThan(0.3);
    expect(unknown / known).toBeLessThan(3);
  });

  it("counts tries under the person, whichever name was typed", async () => {
    const keys = await Promise.all(["T-1", "t-1", "LAN@example.vn"].map(throttleKeyOf));
    expect(new Set(keys).size).toBe(1);
    expect(await throttleKeyOf("T-2")).not.toBe(keys[0]);
    expect(await throttleKeyOf(" Nobody@Example.vn")).toBe(await throttleKeyOf("nobody@example.vn"));
    expect((await throttleKeyOf("x".repeat(5000))).length).toBeLessThan(200);
  });
});

describe("a one-time slip", () => {
  it("names the person, and only its hash is kept", async () => {
    const { token, expiresAt } = await issuePasswordSlip(lan.accountId, null, AT);
    expect(await accountOfSlip(token, AT)).toEqual({ accountId: lan.accountId, fullName: "Đỗ Thị Lan" });
    expect(expiresAt).toBe("2026-11-28T02:00:00.000Z");
    expect(wholeDatabase()).not.toContain(token);
  });

  it("sets the password and ends all sessions of the account, and no other's", async () => {
    const { accountId } = await insertStaff({ staffCode: "T-10", passwordHash });
    await openSession(accountId, "phone");
    await openSession(accountId, "counter");
    await openSession(lan.accountId, "hers");
    const { token } = await issuePasswordSlip(accountId, null, AT);
    expect(await sessionsOf(accountId)).toHaveLength(2);
    expect(await setPasswordBySlip(token, "một câu mới dễ nhớ", LATER)).toBe(true);
    expect(await sessionsOf(accountId)).toEqual([]);
    expect(await sessionsOf(lan.accountId)).toHaveLength(1);
    expect(await accountByPassword("T-10", PASSWORD)).toBeNull();
    expect((await accountByPassword("T-10", "một câu mới dễ nhớ"))?.id).toBe(accountId);
  });

  it("is used once, by whoever of ten comes first", async () => {
    const { accountId } = await insertStaff({ staffCode: "T-11" });
    const { token } = await issuePasswordSlip(accountId, null, AT);
    const passwords = Array.from({ length: 10 }, (_, index) => `một câu dễ nhớ ${index}`);
    const set = await Promise.all(passwords.map((password) => setPasswordBySlip(token, password, LATER)));
    expect(set.filter(Boolean)).toHaveLength(1);
    const winner = passwords[set.indexOf(true)] ?? "";
    expect((await accountByPassword("T-11", winner))?.id).toBe(accountId);
    expect(await accountOfSlip(token, LATER)).toBeNull();
    expect(await setPasswordBySlip(token, "lại một câu nữa", LATER)).toBe(false);
  });

  it("ends after seven days, and when another one is issued", async () => {
    const { accountId } = await insertStaff({ staffCode: "T-12" });
    const first = await issuePasswordSlip(accountId, null, AT);
    const second = await issuePasswordSlip(accountId, null, minutesAfter(AT, 1));
    expect(await accountOfSlip(first.token, LATER)).toBeNull();
    expect(await setPasswordBySlip(first.token, "một câu dễ nhớ", LATER)).toBe(false);
    const after = second.expiresAt;
    expect(await accountOfSlip(second.token, minutesAfter(after, -1))).not.toBeNull();
    expect(await accountOfSlip(second.token, after)).toBeNull();
    expect(await setPasswordBySlip(second.token, "một câu dễ nhớ", after)).toBe(false);
    const client = await reader();
    expect((await client.account.findUniqueOrThrow({ where: { id: accountId } })).password_hash).toBeNull();
  });

  it("is nothing where the token is unknown, or the account disabled", async () => {
    expect(await accountOfSlip("no-such-token", AT)).toBeNull();
    expect(await setPasswordBySlip("no-such-token", "một câu dễ nhớ", AT)).toBe(false);
    const { accountId } = await insertStaff({ staffCode: "T-13", disabled: true });
    const { token } = await issuePasswordSlip(accountId, null, AT);
    expect(await accountOfSlip(token, AT)).toBeNull();
  });
});
