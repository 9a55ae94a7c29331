import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spansOverlap } from "~/domain/time/civil-date";
import { type Batch, batchSchema } from "./acts";
import { applyBatch } from "./apply-batch";
import { countProvincialUnits, levelLabelOn, provincialUnits, unitByAreaCode, unitsAsOf } from "./organisation-as-of";
import { NO_FACTS, type OrganisationFacts } from "./organisation-facts";

const both = (text: string) => ({ vi: text, en: text });
const named = (text: string) => ({ name: both(text), short: both(text) });

function batch(date: string, ...acts: object[]): Batch {
  return batchSchema.parse({ key: `batch-${date}`, date, title: both("t"), document: null, mark: "OPEN", acts });
}

function done(facts: OrganisationFacts, ...batches: Batch[]): OrganisationFacts {
  return batches.reduce((before, next) => {
    const { facts: applied, problems } = applyBatch(before, next);
    expect(problems).toEqual([]);
    return applied;
  }, facts);
}

const PROVINCES = ["a", "b", "c", "d"];

const START = done(
  NO_FACTS,
  batch(
    "2020-01-01",
    { act: "create", unit: "root", level: "CENTRAL", ...named("Root") },
    { act: "relabel-level", level: "PROVINCIAL", label: both("province") },
    ...PROVINCES.flatMap((key, index) => [
      { act: "create-area", area: key, code: `1${index}`, kind: "province", name: both(key) },
      { act: "create", unit: `p-${key}`, level: "PROVINCIAL", parent: "root", area: key, ...named(key.toUpperCase()) },
      { act: "create", unit: `g-${key}`, level: "GRASSROOTS", parent: `p-${key}`, ...named(`g ${key}`) },
    ]),
  ),
);

const mergeAB = { act: "merge", units: ["p-a", "p-b"], into: { unit: "p-ab", area: "a", ...named("AB") } };
const idOf = (facts: OrganisationFacts, key: string) => facts.units.find((unit) => unit.key === key)?.id ?? 0;

describe("what an act does", () => {
  it("keeps the unit over a rename, and its name of each day", () => {
    const facts = done(START, batch("2025-01-01", { act: "rename", unit: "p-a", ...named("New") }));
    const id = idOf(facts, "p-a");
    expect(unitsAsOf(facts, "2024-12-31").byId.get(id)?.name.vi).toBe("A");
    expect(unitsAsOf(facts, "2025-01-01").byId.get(id)?.name.vi).toBe("New");
  });

  it("ends a name given late no later than the unit ended", () => {
    const late = batch("2025-01-01", { act: "rename", unit: "p-a", ...named("New") });
    const facts = done(START, batch("2025-07-01", mergeAB), late);
    const spans = facts.names
      .filter((row) => row.unitId === idOf(facts, "p-a"))
      .map((row) => [row.validFrom, row.validTo]);
    expect(spans).toEqual([
      ["2020-01-01", "2025-01-01"],
      ["2025-01-01", "2025-07-01"],
    ]);
  });

  it("relabels a level", () => {
    const facts = done(
      START,
      batch("2025-04-01", { act: "relabel-level", level: "PROVINCIAL", label: both("region") }),
    );
    expect(levelLabelOn(facts, "PROVINCIAL", "2019-12-31")).toBeNull();
    expect(levelLabelOn(facts, "PROVINCIAL", "2025-03-31")?.en).toBe("province");
    expect(levelLabelOn(facts, "PROVINCIAL", "2025-04-01")?.en).toBe("region");
  });

  it("merges into a new unit, which takes children and an area", () => {
    const facts = done(START, batch("2025-07-01", mergeAB));
    const organisation = unitsAsOf(facts, "2025-07-01");
    const heir = organisation.byId.get(idOf(facts, "p-ab"));
    expect(heir?.children.map((unit) => unit.key)).toEqual(["g-a", "g-b"]);
    expect(heir?.area?.code).toBe("10");
    expect(organisation.byId.has(idOf(facts, "p-a"))).toBe(false);
    expect(facts.successions.map((row) => row.kind)).toEqual(["merge", "merge"]);
  });

  it("moves a unit with all below it", () => {
    const facts = done(START, batch("2025-07-01", { act: "move", unit: "g-a", parent: "p-b" }));
    expect(unitsAsOf(facts, "2025-06-30").byId.get(idOf(facts, "g-a"))?.parentId).toBe(idOf(facts, "p-a"));
    expect(unitsAsOf(facts, "2025-07-01").byId.get(idOf(facts, "g-a"))?.parentId).toBe(idOf(facts, "p-b"));
  });

  it("splits: closed with two successors", () => {
    const facts = done(START, batch("2025-07-01", { act: "close", unit: "g-a", successors: ["g-b", "g-c"] }));
    expect(facts.successions.map((row) => row.kind)).toEqual(["split", "split"]);
  });

  it("changes the kind of an area and keeps its code", () => {
    const facts = done(START, batch("2026-04-30", { act: "change-area", area: "b", kind: "city" }));
    expect(unitByAreaCode(facts, "11", "2026-04-29")?.area?.kind).toBe("province");
    expect(unitByAreaCode(facts, "11", "2026-04-30")?.area?.kind).toBe("city");
    expect(countProvincialUnits(unitsAsOf(facts, "2026-04-30"))).toEqual({ units: 4, provinces: 3, cities: 1 });
  });

  it("gives a code to another area, on its day", () => {
    const into = { area: "ab", code: "11", kind: "city", name: both("AB") };
    const areas = { act: "merge-areas", areas: ["a", "b"], into };
    const facts = done(START, batch("2025-07-01", areas, { ...mergeAB, into: { ...mergeAB.into, area: "ab" } }));
    expect(unitByAreaCode(facts, "11", "2025-06-30")?.key).toBe("p-b");
    expect(unitByAreaCode(facts, "11", "2025-07-01")?.key).toBe("p-ab");
    expect(unitByAreaCode(facts, "10", "2025-07-01")).toBeNull();
  });

  it("leaves the facts it was given as they were", () => {
    const before = JSON.stringify(START);
    applyBatch(START, batch("2025-07-01", mergeAB));
    expect(JSON.stringify(START)).toBe(before);
  });
});

describe("what is refused", () => {
  const renamed = done(START, batch("2025-01-01", { act: "rename", unit: "p-a", ...named("New") }));
  const newUnit = { act: "create", unit: "x", level: "GRASSROOTS", parent: "p-a", ...named("X") };
  it.each<[string, OrganisationFacts, string, object[]]>([
    ["unknown-unit", START, "2025-01-01", [{ act: "rename", unit: "nobody", ...named("X") }]],
    ["unknown-unit", START, "2025-01-01", [{ ...newUnit, parent: "nobody" }]],
    ["unknown-area", START, "2025-01-01", [{ act: "change-area", area: "nowhere", kind: "city" }]],
    ["unit-not-existing", START, "2019-12-31", [{ act: "rename", unit: "p-a", ...named("X") }]],
    ["unit-not-existing", START, "2025-01-01", [mergeAB, { act: "rename", unit: "p-a", ...named("X") }]],
    ["area-not-existing", START, "2019-12-31", [{ act: "change-area", area: "a", kind: "city" }]],
    ["duplicate-key", START, "2025-01-01", [{ ...newUnit, unit: "p-a" }]],
    ["duplicate-key", START, "2025-01-01", [newUnit, newUnit]],
    ["cycle", START, "2025-01-01", [{ act: "move", unit: "root", parent: "root" }]],
    [
      "parent-ends",
      done(START, batch("2025-07-01", mergeAB)),
      "2025-01-01",
      [{ act: "move", unit: "g-c", parent: "p-a" }],
    ],
    ["parent-ends", done(START, batch("2025-07-01", mergeAB)), "2025-01-01", [newUnit]],
    [
      "overlapping-placement",
      START,
      "2025-01-01",
      [
        { act: "move", unit: "g-a", parent: "p-b" },
        { act: "move", unit: "g-a", parent: "p-c" },
      ],
    ],
    ["overlapping-name", renamed, "2024-06-01", [{ act: "rename", unit: "p-a", ...named("X") }]],
    ["overlapping-label", START, "2020-01-01", [{ act: "relabel-level", level: "PROVINCIAL", label: both("X") }]],
    ["overlapping-area", START, "2020-01-01", [{ act: "change-area", area: "a", kind: "city" }]],
    ["end-before-start", START, "2020-01-01", [{ act: "close", unit: "g-a" }]],
    [
      "later-facts",
      done(START, batch("2025-01-01", { act: "rename", unit: "g-a", ...named("New") })),
      "2024-06-01",
      [{ act: "close", unit: "g-a" }],
    ],
    ["has-children", START, "2025-01-01", [{ act: "close", unit: "p-a" }]],
    ["levels-differ", START, "2025-01-01", [{ ...mergeAB, units: ["p-a", "g-b"] }]],
    [
      "parents-differ",
      START,
      "2025-01-01",
      [{ act: "merge", units: ["g-a", "g-b"], into: { unit: "g-ab", ...named("X") } }],
    ],
    ["wrong-parent-level", START, "2025-01-01", [{ act: "move", unit: "g-a", parent: "root" }]],
    ["wrong-parent-level", START, "2025-01-01", [{ ...newUnit, parent: undefined }]],
    ["code-in-use", START, "2025-01-01", [{ act: "change-area", area: "a", code: "11" }]],
    ["area-taken", START, "2025-01-01", [{ act: "place-in-area", unit: "p-a", area: "b" }]],
  ])("%s", (code, facts, date, acts) => {
    const { problems } = applyBatch(facts, batch(date, ...acts));
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    expect(problems[0]?.act).toBe(acts.length - 1);
  });

  it("a cycle over two steps", () => {
    const chain = done(
      START,
      batch("2024-01-01", { act: "create", unit: "top", level: "CENTRAL", parent: "root", ...named("T") }),
      batch("2024-01-02", { act: "create", unit: "mid", level: "CENTRAL", parent: "top", ...named("M") }),
    );
    const { problems } = applyBatch(chain, batch("2025-01-01", { act: "move", unit: "top", parent: "mid" }));
    expect(problems.map((problem) => problem.code)).toEqual(["cycle"]);
  });

  it("tells all problems at once", () => {
    const broken = batch("2025-01-01", { act: "close", unit: "p-a" }, { act: "rename", unit: "nobody", ...named("X") });
    expect(applyBatch(START, broken).problems).toMatchObject([
      { act: 0, code: "has-children", params: { unit: "p-a", children: "g-a" } },
      { act: 1, code: "unknown-unit", params: { unit: "nobody" } },
    ]);
  });
});

describe("whatever is done", () => {
  const province = fc.constantFrom("p-a", "p-b", "p-c", "p-d", "m-0", "m-1");
  const grassroots = fc.constantFrom("g-a", "g-b", "g-c", "g-d");
  const act = fc.oneof(
    fc.record({
      act: fc.constant("rename"),
      unit: fc.oneof(province, grassroots),
      name: fc.constant(both("N")),
      short: fc.constant(both("N")),
    }),
    fc.record({ act: fc.constant("move"), unit: grassroots, parent: province }),
    fc.record({
      act: fc.constant("close"),
      unit: fc.oneof(province, grassroots),
      successors: fc.array(grassroots, { maxLength: 2 }),
    }),
    fc.record({
      act: fc.constant("merge"),
      units: fc.uniqueArray(province, { minLength: 2, maxLength: 3 }),
      into: fc.record({
        unit: fc.constantFrom("m-0", "m-1"),
        name: fc.constant(both("M")),
        short: fc.constant(both("M")),
      }),
    }),
  );
  const history = fc.array(fc.tuple(fc.integer({ min: 1, max: 28 }), act), { maxLength: 12 });

  it("no two rows of a unit overlap, all lie within its existence, and merging conserves what is below", () => {
    fc.assert(
      fc.property(history, (steps) => {
        let facts = START;
        for (const [day, step] of steps) {
          const next = batch(`2025-01-${String(day).padStart(2, "0")}`, step);
          const applied = applyBatch(facts, next);
          if (applied.problems.length > 0) continue;
          if (step.act === "merge") expectConserved(facts, applied.facts, next);
          facts = applied.facts;
        }
        expectTidy(facts);
      }),
      { numRuns: 300 },
    );
  });

  function expectConserved(before: OrganisationFacts, now: OrganisationFacts, { date, acts }: Batch): void {
    const then = provincialUnits(unitsAsOf(before, date));
    const today = provincialUnits(unitsAsOf(now, date));
    const merged = acts[0]?.act === "merge" ? acts[0].units.length : 0;
    expect(today.length).toBe(then.length - merged + 1);
    const below = (units: typeof then) => units.flatMap((unit) => unit.children.map((child) => child.key)).sort();
    expect(below(today)).toEqual(below(then));
  }

  function expectTidy(facts: OrganisationFacts): void {
    for (const rows of [facts.existences, facts.names, facts.placements, facts.unitAreas]) {
      for (const row of rows) {
        expect(row.validTo === null || row.validFrom < row.validTo).toBe(true);
        const others = (rows as readonly (typeof row)[]).filter(
          (other) => other !== row && other.unitId === row.unitId,
        );
        expect(others.filter((other) => spansOverlap(other, row))).toEqual([]);
        const existence = facts.existences.find((other) => other.unitId === row.unitId);
        expect(existence && row.validFrom >= existence.validFrom).toBe(true);
        if (existence?.validTo) expect(row.validTo !== null && row.validTo <= existence.validTo).toBe(true);
      }
    }
  }
});
