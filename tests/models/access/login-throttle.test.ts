import { beforeEach, describe, expect, it, vi } from "vitest";
import "../database-for-test";

/** As after a restart: the modules hold nothing, the counters lie in their file. */
async function freshThrottle() {
  vi.resetModules();
  return import("~/models/access/login-throttle.server");
}

const TRIES = 5;
let account = 0;
let key: string;

beforeEach(() => {
  account += 1;
  key = `person ${account}`;
});

describe("the throttle of logins", () => {
  it("takes five tries an account, and says how long to wait", async () => {
    const { takeLoginTry } = await freshThrottle();
    for (let left = TRIES - 1; left >= 0; left -= 1) {
      expect(await takeLoginTry(key, "10.0.0.1")).toEqual({ allowed: true, waitSeconds: 0, triesLeft: left });
    }
    const refused = await takeLoginTry(key, "10.0.0.1");
    expect(refused.allowed).toBe(false);
    expect(refused.waitSeconds).toBeGreaterThan(800);
    expect(refused.waitSeconds).toBeLessThanOrEqual(900);
    expect((await takeLoginTry(`${key} other`, "10.0.0.1")).allowed).toBe(true);
  });

  it("lets no more through when twenty come at once", async () => {
    const { takeLoginTry } = await freshThrottle();
    const tries = await Promise.all(Array.from({ length: 20 }, () => takeLoginTry(key, "10.0.0.2")));
    expect(tries.filter(({ allowed }) => allowed)).toHaveLength(TRIES);
  });

  it("remembers over a restart", async () => {
    const before = await freshThrottle();
    for (let index = 0; index < TRIES; index += 1) await before.takeLoginTry(key, "10.0.0.3");
    const after = await freshThrottle();
    expect(after.takeLoginTry).not.toBe(before.takeLoginTry);
    expect((await after.takeLoginTry(key, "10.0.0.3")).allowed).toBe(false);
  });

  it("begins anew after a right password", async () => {
    const { takeLoginTry, forgiveLoginTries } = await freshThrottle();
    for (let index = 0; index < TRIES; index += 1) await takeLoginTry(key, "10.0.0.4");
    await forgiveLoginTries(key, "10.0.0.4");
    expect(await takeLoginTry(key, "10.0.0.4")).toEqual({ allowed: true, waitSeconds: 0, triesLeft: TRIES - 1 });
  });

  it("is loose by address, because a whole province shares one", async () => {
    const { takeLoginTry, forgiveLoginTries } = await freshThrottle();
    for (let index = 0; index < 200; index += 1) {
      expect((await takeLoginTry(`${key} of ${index}`, "10.0.0.5")).allowed).toBe(true);
    }
    expect((await takeLoginTry(`${key} of 200`, "10.0.0.5")).allowed).toBe(false);
    expect((await takeLoginTry(`${key} of 201`, "10.0.0.6")).allowed).toBe(true);
    // two right passwords pay for the refused try and give one back
    await forgiveLoginTries(`${key} of 1`, "10.0.0.5");
    await forgiveLoginTries(`${key} of 2`, "10.0.0.5");
    expect((await takeLoginTry(`${key} of 202`, "10.0.0.5")).allowed).toBe(true);
  });
});
