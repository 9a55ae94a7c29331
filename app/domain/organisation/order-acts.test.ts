import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Act } from "./acts";
import { ORDERS, orderAct } from "./order-acts";

const act = (unit: string): Act => ({ act: "close", unit, successors: [] });
const plan = (units: string) => ({ acts: [...units].map(act) });
const shown = ({ acts }: { acts: Act[] }) => acts.map((each) => (each.act === "close" ? each.unit : "?")).join("");

describe("the order of acts", () => {
  it.each([
    ["abc", 1, "up", "bac"],
    ["abc", 1, "down", "acb"],
    ["abc", 1, "remove", "ac"],
    ["abc", 0, "up", "abc"],
    ["abc", 2, "down", "abc"],
    ["abc", 3, "remove", "abc"],
    ["abc", -1, "remove", "abc"],
    ["a", 0, "remove", ""],
  ] as const)("%s: act %i %s gives %s", (before, index, order, after) => {
    expect(shown(orderAct(plan(before), index, order))).toBe(after);
  });

  it("loses and doubles nothing", () => {
    fc.assert(
      fc.property(fc.integer({ min: -2, max: 8 }), fc.constantFrom(...ORDERS), (index, order) => {
        const after = shown(orderAct(plan("abcdef"), index, order));
        const removed = order === "remove" && index >= 0 && index < 6;
        const expected = [..."abcdef"].filter((_, place) => !(removed && place === index));
        expect([...after].sort()).toEqual(expected);
      }),
    );
  });
});
