import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { CountingRule } from "../course/exam";
import { countingAttempt, type NextAttempt, nextAttempt, type PastAttempt } from "./attempt-policy";

const rule = { attempts: 3, cooldownHours: 24, cycleBegan: null };
const failed = (number: number, at: string): PastAttempt => ({ number, end: { at, passed: false } });
const now = "2026-11-21T02:00:00.000Z";

describe("the next attempt", () => {
  const cases: { say: string; past: PastAttempt[]; next: NextAttempt }[] = [
    { say: "is the first", past: [], next: { may: true, number: 1, attemptsLeft: 3 } },
    {
      say: "waits for the open one",
      past: [failed(1, "2026-11-01T00:00:00.000Z"), { number: 2, end: null }],
      next: { may: false, reason: { code: "attempt-open", number: 2 } },
    },
    {
      say: "is not needed after a pass",
      past: [{ number: 1, end: { at: "2026-11-01T00:00:00.000Z", passed: true } }],
      next: { may: false, reason: { code: "already-passed", number: 1 } },
    },
    {
      say: "cools down to the millisecond",
      past: [failed(1, "2026-11-20T02:00:00.001Z")],
      next: { may: false, reason: { code: "cooling-down", until: "2026-11-21T02:00:00.001Z", attemptsLeft: 2 } },
    },
    {
      say: "comes after it",
      past: [failed(1, "2026-11-20T02:00:00.000Z")],
      next: { may: true, number: 2, attemptsLeft: 2 },
    },
    {
      say: "does not exist after the last failure",
      past: [1, 2, 3].map((number) => failed(number, "2026-11-20T20:00:00.000Z")),
      next: { may: false, reason: { code: "none-left", attempts: 3 } },
    },
  ];
  it.each(cases)("$say", ({ past, next }) => {
    expect(nextAttempt(rule, past, now)).toEqual(next);
  });

  it("starts afresh in a renewal cycle, under the next number", () => {
    const passed: PastAttempt = { number: 2, end: { at: "2024-11-22T00:00:00.000Z", passed: true } };
    const past = [failed(1, "2024-11-20T00:00:00.000Z"), passed];
    const renewing = { ...rule, cycleBegan: "2026-08-23T17:00:00.000Z" };
    expect(nextAttempt(renewing, past, now)).toEqual({ may: true, number: 3, attemptsLeft: 3 });
    const again = [...past, failed(3, "2026-11-21T01:00:00.000Z")];
    expect(nextAttempt(renewing, again, now)).toMatchObject({ may: false, reason: { code: "cooling-down" } });
  });

  test("whoever fails again and again starts exactly the attempts allowed", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 72 }), (attempts, cooldownHours) => {
        const past: PastAttempt[] = [];
        let at = Date.parse(now);
        for (let hour = 0; hour < 600; hour++, at += 3_600_000) {
          const instant = new Date(at).toISOString();
          const next = nextAttempt({ attempts, cooldownHours, cycleBegan: null }, past, instant);
          if (next.may) past.push(failed(next.number, instant));
        }
        expect(past.map(({ number }) => number)).toEqual(Array.from({ length: attempts }, (_, index) => index + 1));
      }),
      { numRuns: 30 },
    );
  });
});

describe("what exam officers do", () => {
  const three = [1, 2, 3].map((number) => failed(number, `2026-11-${17 + number}T03:00:00.000Z`));

  it("a grant adds an attempt, which waits for no cool-down", () => {
    expect(nextAttempt(rule, three, now)).toEqual({ may: false, reason: { code: "none-left", attempts: 3 } });
    expect(nextAttempt({ ...rule, granted: 1 }, three, now)).toEqual({ may: true, number: 4, attemptsLeft: 1 });
    const four = [...three, failed(4, "2026-11-21T01:00:00.000Z")];
    expect(nextAttempt({ ...rule, granted: 1 }, four, now)).toEqual({
      may: false,
      reason: { code: "none-left", attempts: 4 },
    });
  });

  it("a grant leaves the exam's own attempts their cool-down", () => {
    const past = [failed(1, "2026-11-21T01:00:00.000Z")];
    expect(nextAttempt({ ...rule, granted: 1 }, past, now)).toEqual({
      may: false,
      reason: { code: "cooling-down", until: "2026-11-22T01:00:00.000Z", attemptsLeft: 3 },
    });
  });

  it("a void attempt counts for nothing but its number", () => {
    const past: PastAttempt[] = [
      failed(1, "2026-11-01T00:00:00.000Z"),
      { number: 2, end: { at: "2026-11-21T01:00:00.000Z", passed: true }, void: true },
    ];
    expect(nextAttempt(rule, past, now)).toEqual({ may: true, number: 3, attemptsLeft: 2 });
    expect(nextAttempt(rule, [{ number: 1, end: null, void: true }], now)).toEqual({
      may: true,
      number: 2,
      attemptsLeft: 3,
    });
  });

  it("an attempt that waits for its markers is waited for", () => {
    const past: PastAttempt[] = [{ number: 1, end: { at: "2026-11-01T00:00:00.000Z", passed: false, pending: true } }];
    expect(nextAttempt(rule, past, now)).toEqual({ may: false, reason: { code: "waiting-for-marks", number: 1 } });
  });

  it.each<[string, string | null, string | null, NextAttempt]>([
    [
      "before it opens",
      "2026-11-21T02:00:00.001Z",
      null,
      { may: false, reason: { code: "not-open-yet", opensAt: "2026-11-21T02:00:00.001Z" } },
    ],
    ["as it opens", now, null, { may: true, number: 1, attemptsLeft: 3 }],
    ["just before it closes", null, "2026-11-21T02:00:00.001Z", { may: true, number: 1, attemptsLeft: 3 }],
    ["as it closes", null, now, { may: false, reason: { code: "closed", closedAt: now } }],
  ])("a window: %s", (_, opensAt, closesAt, next) => {
    expect(nextAttempt({ ...rule, opensAt, closesAt }, [], now)).toEqual(next);
  });

  it("whoever has no attempt left is told so, in the window or not", () => {
    expect(nextAttempt({ ...rule, closesAt: now }, three, now)).toMatchObject({ reason: { code: "none-left" } });
  });
});

describe("the attempt that counts", () => {
  const ended = (
    number: number,
    share: number,
    passed = share >= 0.7,
    more: Partial<PastAttempt> = {},
  ): PastAttempt => ({
    number,
    end: { at: `2026-11-0${number}T00:00:00.000Z`, passed, share },
    ...more,
  });
  it.each<[string, CountingRule | undefined, PastAttempt[], number | null]>([
    ["best", undefined, [ended(1, 0.5), ended(2, 0.6), ended(3, 0.4)], 2],
    ["best: the earliest of equals", "best", [ended(2, 0.6), ended(1, 0.6)], 1],
    ["best: a pass before a higher fail", "best", [ended(1, 0.72, false), ended(2, 0.7, true)], 2],
    ["last", "last", [ended(1, 0.9), ended(2, 0.6)], 2],
    ["first", "first", [ended(1, 0.5), ended(2, 0.9)], 1],
    ["not void ones", "best", [ended(1, 0.9, true, { void: true }), ended(2, 0.5)], 2],
    ["the first that is not void", "first", [ended(1, 0.5, false, { void: true }), ended(2, 0.9)], 2],
    ["not open ones", "last", [ended(1, 0.5), { number: 2, end: null }], 1],
    ["none", "best", [], null],
  ])("%s", (_, counts, past, number) => {
    expect(countingAttempt(past, counts)?.number ?? null).toBe(number);
  });

  it("decides whether the exam is passed", () => {
    const past = [ended(1, 0.5), ended(2, 0.9)];
    expect(nextAttempt({ ...rule, counts: "first" }, past, now)).toMatchObject({ may: true, number: 3 });
    expect(nextAttempt({ ...rule, counts: "last" }, past, now)).toMatchObject({ reason: { code: "already-passed" } });
  });
});
