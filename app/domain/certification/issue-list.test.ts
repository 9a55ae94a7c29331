import { describe, expect, it } from "vitest";
import { type ListEvent, listActs, listState } from "./issue-list";

describe("the state of a list", () => {
  it.each<[ListEvent[], string]>([
    [["drawn-up"], "drawn-up"],
    [["drawn-up", "submitted"], "submitted"],
    [["drawn-up", "submitted", "returned"], "returned"],
    [["drawn-up", "submitted", "returned", "submitted", "approved"], "approved"],
    [["drawn-up", "withdrawn"], "withdrawn"],
  ])("after %j is %s", (events, state) => {
    expect(listState(events)).toBe(state);
  });

  it.each([
    ["drawn-up", ["submit", "withdraw"], []],
    ["submitted", ["withdraw"], ["return", "approve"]],
    ["returned", ["submit", "withdraw"], []],
    ["approved", [], []],
    ["withdrawn", [], []],
  ] as const)("%s: who prepares may %j, who signs %j", (state, prepare, sign) => {
    expect(listActs(state, { prepare: true, sign: false })).toEqual(prepare);
    expect(listActs(state, { prepare: false, sign: true })).toEqual(sign);
    expect(listActs(state, { prepare: false, sign: false })).toEqual([]);
  });
});
