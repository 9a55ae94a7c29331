import { describe, expect, it } from "vitest";
import { askedEffect, type EarningState, possibleDecisions } from "./mark-effects";

const state = (change: Partial<EarningState>): EarningState => ({
  passed: true,
  passedAtEnd: false,
  earned: "nothing",
  lastDecision: null,
  ...change,
});

describe("what a changed mark asks for", () => {
  it.each<[string, Partial<EarningState>, ReturnType<typeof askedEffect>]>([
    ["a pass gained later", {}, "gained"],
    ["a pass at the end earned by itself", { passedAtEnd: true, earned: "in-force" }, null],
    ["a pass at the end of an exam that proves nothing", { passedAtEnd: true }, null],
    ["a pass that was released with its reward", { earned: "in-force" }, null],
    ["a pass lost", { passed: false, passedAtEnd: true, earned: "in-force" }, "lost"],
    ["a fail that never earned", { passed: false }, null],
    ["gained and decided: given", { earned: "in-force", lastDecision: "issue" }, null],
    ["gained and decided: nothing", { lastDecision: "nothing" }, null],
    ["given, then lost again", { passed: false, earned: "in-force", lastDecision: "issue" }, "lost"],
    ["lost and kept", { passed: false, earned: "in-force", lastDecision: "keep" }, null],
    ["lost and kept, then passed again", { earned: "in-force", lastDecision: "keep" }, null],
    ["taken back, then passed again", { passedAtEnd: true, earned: "taken-back", lastDecision: "revoke" }, "gained"],
    ["taken back and still failed", { passed: false, earned: "taken-back", lastDecision: "revoke" }, null],
  ])("%s", (_, change, asked) => {
    expect(askedEffect(state(change))).toBe(asked);
  });

  it("offers what fits", () => {
    expect(possibleDecisions("gained")).toEqual(["issue", "nothing"]);
    expect(possibleDecisions("lost")).toEqual(["revoke", "keep"]);
  });
});
