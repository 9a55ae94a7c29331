import { describe, expect, it } from "vitest";
import { type Confirmation, checklistOn, handoverState } from "./handover-checklist";

it("has a list on every day, whose keys are each used once and which is said in both languages", () => {
  for (const date of ["1999-01-01", "2017-01-01", "2026-11-21", "2040-01-01"]) {
    const items = checklistOn(date);
    expect(items.length).toBeGreaterThan(4);
    expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
    for (const { vi, en } of items) expect([vi, en].every((text) => text.length > 10)).toBe(true);
  }
});

describe("a handover", () => {
  const items = [{ key: "a" }, { key: "b" }];
  const by = (side: Confirmation["side"], ...keys: string[]) => keys.map((item) => ({ item, side }));
  it.each<[string, Confirmation[], boolean, [number, number, boolean]]>([
    ["begins with everything", [], true, [2, 2, false]],
    ["is not complete by one side", by("outgoing", "a", "b"), true, [0, 2, false]],
    ["is complete by both", [...by("outgoing", "a", "b"), ...by("incoming", "b", "a")], true, [0, 0, true]],
    ["counts an item once", by("incoming", "a", "a"), true, [2, 1, false]],
    ["does not count what is not on its list", by("incoming", "a", "z"), true, [2, 1, false]],
    ["of a vacant post needs the incoming side alone", by("incoming", "a", "b"), false, [0, 0, true]],
  ])("%s", (_, confirmations, hasOutgoing, [outgoing, incoming, complete]) => {
    expect(handoverState(items, confirmations, hasOutgoing)).toEqual({ left: { outgoing, incoming }, complete });
  });
});
