import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ACT_REASONS, type AttemptStanding, isRunning, readReason, refusalOf, writeReason } from "./attempt-acts";

const DEADLINE = "2026-11-20T03:00:00.000Z";
const running: AttemptStanding = { deadlineAt: DEADLINE, void: false, result: null };
const ended = (passed: boolean, pending = false): AttemptStanding => ({ ...running, result: { passed, pending } });

describe("what an exam officer may do with an attempt", () => {
  const before = "2026-11-20T02:59:59.000Z";
  const inGrace = "2026-11-20T03:00:05.000Z";
  const after = "2026-11-20T03:00:05.001Z";
  it.each([
    ["extend", running, before, null],
    ["extend", running, inGrace, null],
    ["extend", running, after, "not-running"],
    ["extend", ended(false), before, "not-running"],
    ["extend", { ...running, void: true }, before, "void"],
    ["reopen", running, before, "still-running"],
    // over by the clock, though nobody has recorded it yet
    ["reopen", running, after, null],
    ["reopen", ended(false), before, null],
    ["reopen", ended(true), before, "passed"],
    ["reopen", ended(false, true), before, "pending"],
    ["reopen", { ...ended(false), void: true }, before, "void"],
    ["void", running, before, null],
    ["void", ended(true), after, null],
    ["void", { ...running, void: true }, before, "void"],
    ["unvoid", { ...running, void: true }, before, null],
    ["unvoid", running, before, "not-void"],
  ] as const)("%s %j at %s: %s", (act, standing, now, refusal) => {
    expect(refusalOf(act, standing, now)).toBe(refusal);
  });

  it("never allows extending and reopening at once", () => {
    const anyStanding = fc.record({
      deadlineAt: fc.constantFrom(DEADLINE, "2026-11-21T03:00:00.000Z"),
      void: fc.boolean(),
      result: fc.option(fc.record({ passed: fc.boolean(), pending: fc.boolean() })),
    });
    fc.assert(
      fc.property(anyStanding, fc.constantFrom(before, inGrace, after), (standing, now) => {
        const allowed = (["extend", "reopen"] as const).filter((act) => refusalOf(act, standing, now) === null);
        expect(allowed.length).toBeLessThanOrEqual(1);
        expect(allowed.includes("extend")).toBe(isRunning(standing, now));
      }),
    );
  });
});

describe("a reason", () => {
  it("is read as it was written", () => {
    fc.assert(
      fc.property(fc.constantFrom(...ACT_REASONS), fc.string(), (kind, words) => {
        expect(readReason(writeReason({ kind, words }))).toEqual({ kind, words });
      }),
    );
  });

  it("of somebody else's making keeps its words", () => {
    expect(readReason("mất điện cả tòa nhà")).toEqual({ kind: "other", words: "mất điện cả tòa nhà" });
  });
});
