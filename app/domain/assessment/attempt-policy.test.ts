import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { type NextAttempt, nextAttempt, type PastAttempt } from "./attempt-policy";
import { type ReviewPhase, reviewPhase } from "./review";

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

describe("the review", () => {
  const rule = { ownAnswers: "after-submit", rightAnswers: "after-pass", explanations: "never" } as const;
  const cases: [boolean, boolean, ReviewPhase][] = [
    [false, false, { ownAnswers: false, rightAnswers: false, explanations: false }],
    [false, true, { ownAnswers: false, rightAnswers: false, explanations: false }],
    [true, false, { ownAnswers: true, rightAnswers: false, explanations: false }],
    [true, true, { ownAnswers: true, rightAnswers: true, explanations: false }],
  ];
  it.each(cases)("ended %s, passed %s", (ended, passed, phase) => {
    expect(reviewPhase(rule, { ended, passed })).toEqual(phase);
  });
});
