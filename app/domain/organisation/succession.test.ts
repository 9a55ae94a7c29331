import { describe, expect, it } from "vitest";
import { type Batch, batchSchema } from "./acts";
import { applyBatch } from "./apply-batch";
import { ancestorsOf, subtreeIds, unitsAsOf } from "./organisation-as-of";
import { NO_FACTS } from "./organisation-facts";
import { predecessorsOf, successorsOn, unitsInScope } from "./succession";

const both = (text: string) => ({ vi: text, en: text });
const named = (text: string) => ({ name: both(text), short: both(text) });

function batch(date: string, ...acts: object[]): Batch {
  return batchSchema.parse({ key: `batch-${date}`, date, title: both("t"), document: null, mark: "OPEN", acts });
}

const province = (unit: string) => ({ act: "create", unit, level: "PROVINCIAL", parent: "root", ...named(unit) });
const merge = (units: string[], unit: string) => ({ act: "merge", units, into: { unit, ...named(unit) } });

const facts = [
  batch(
    "2017-01-01",
    { act: "create", unit: "root", level: "CENTRAL", ...named("Root") },
    { act: "create", unit: "paper", level: "CENTRAL", parent: "root", ...named("Paper") },
    { act: "create", unit: "army", level: "SPECIAL", ...named("Army") },
    ...["a", "b", "c", "d"].map(province),
  ),
  batch("2025-03-01", { act: "close", unit: "paper" }),
  batch("2025-07-01", merge(["a", "b"], "ab")),
  batch("2026-01-01", { act: "create", unit: "office", level: "GRASSROOTS", parent: "ab", ...named("Office") }),
  batch("2027-01-01", merge(["ab", "c"], "abc")),
].reduce((before, next) => applyBatch(before, next).facts, NO_FACTS);

const id = (key: string) => facts.units.find((unit) => unit.key === key)?.id ?? 0;
const keys = (ids: Iterable<number>) =>
  [...ids].map((one) => facts.units.find((unit) => unit.id === one)?.key ?? "").sort();

describe("successors", () => {
  it.each([
    ["a", "2024-01-01", ["a"]],
    ["a", "2025-07-01", ["ab"]],
    ["a", "2027-01-01", ["abc"]],
    ["d", "2027-01-01", ["d"]],
    ["paper", "2025-03-01", []],
    ["ab", "2024-01-01", []],
  ])("of %s on %s", (key, date, expected) => expect(keys(successorsOn(facts, id(key), date))).toEqual(expected));

  it("and whom a unit follows", () => {
    expect(keys(predecessorsOf(facts, id("abc")))).toEqual(["a", "ab", "b", "c"]);
    expect(predecessorsOf(facts, id("d"))).toEqual([]);
  });
});

describe("scope", () => {
  it.each([
    ["ab", "2026-11-21", ["a", "ab", "b", "office"]],
    ["abc", "2027-06-01", ["a", "ab", "abc", "b", "c", "office"]],
    ["d", "2026-11-21", ["d"]],
    ["root", "2026-11-21", ["a", "ab", "abc", "b", "c", "d", "office", "paper", "root"]],
    ["army", "2026-11-21", ["army"]],
    // the reach of an ended unit ends with it
    ["a", "2026-11-21", []],
  ])("of %s on %s", (top, today, expected) => {
    expect(keys(unitsInScope(facts, [id(top)], today))).toEqual(expected);
  });
});

describe("the tree", () => {
  const organisation = unitsAsOf(facts, "2026-11-21");

  it("names the way from the root", () => {
    expect(ancestorsOf(organisation, id("office")).map((unit) => unit.key)).toEqual(["root", "ab"]);
    expect(ancestorsOf(organisation, id("root"))).toEqual([]);
    expect(ancestorsOf(organisation, id("a"))).toEqual([]);
  });

  it("holds what is below", () => {
    expect(keys(subtreeIds(organisation, id("ab")))).toEqual(["ab", "office"]);
    expect(subtreeIds(organisation, id("a"))).toEqual([]);
  });

  it("stands special units apart", () => {
    expect(organisation.roots.map((unit) => unit.key)).toEqual(["root"]);
    expect(organisation.special.map((unit) => unit.key)).toEqual(["army"]);
  });
});
