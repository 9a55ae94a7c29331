import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unitsAsOf } from "~/domain/organisation/organisation-as-of";
import { NO_FACTS, type OrganisationFacts } from "~/domain/organisation/organisation-facts";
import { unitsInScope } from "~/domain/organisation/succession";
import { type GrantFacts, type GrantState, grantState } from "./grant-state";
import { topsReaching } from "./tops-reaching";
import { type Right, whySeen } from "./why-seen";

describe("who may see a person", () => {
  const here = { now: true, tops: new Set([3, 2, 1]) };
  const once = { now: false, tops: new Set([8, 1]) };
  const grant = (role: Extract<Right, { kind: "grant" }>["role"], unitId: number, accountId = 5): Right => ({
    kind: "grant",
    role,
    unitId,
    accountId,
  });

  it.each<[string, Right, { powers: string[]; now: boolean } | null]>([
    ["the leader of the unit", grant("unit-leader", 3), { powers: ["see-people", "decide-duties"], now: true }],
    ["an inspector above", grant("inspector", 1), { powers: ["see-people"], now: true }],
    [
      "an administrator opens accounts, and sees no record",
      grant("administrator", 1),
      { powers: ["reset-password"], now: true },
    ],
    ["not the leader of another unit", grant("unit-leader", 9), null],
    ["not an author", grant("author", 1), null],
    ["the leader of a unit they left, as of then", grant("unit-leader", 8), { powers: ["see-people"], now: false }],
    ["not by a power over today in a unit they left", grant("administrator", 8), null],
    ["not themself", grant("hr-officer", 1, 4), null],
    [
      "by a loan, that power alone",
      { kind: "delegation", power: "see-absences", unitId: 2, accountId: 5 },
      { powers: ["see-absences"], now: true },
    ],
    ["not by a loan of another kind", { kind: "delegation", power: "manage-rules", unitId: 2, accountId: 5 }, null],
  ])("%s", (_, right, answer) => {
    expect(whySeen({ accountId: 4, places: [here, once] }, [right])).toEqual(answer ? [{ right, ...answer }] : []);
  });
});

it.each<[GrantState, Partial<GrantFacts>]>([
  ["counts", {}],
  ["counts", { until: "2026-11-23" }],
  ["over", { until: "2026-11-22", unitStands: false }],
  ["not-yet", { from: "2026-11-23", serving: false }],
  ["unit-ended", { unitStands: false, serving: false }],
  ["account-closed", { accountOpen: false }],
  ["collaborator", { collaborator: true }],
  ["no-posting", { serving: false }],
  ["lender-lost-it", { lenderHasIt: false }],
  ["counts", { lenderHasIt: true }],
])("a permission: %s", (state, more) => {
  const facts = {
    from: "2026-01-01",
    until: null,
    unitStands: true,
    accountOpen: true,
    collaborator: false,
    serving: true,
  };
  expect(grantState({ ...facts, ...more }, "2026-11-22")).toBe(state);
});

it("reaches a unit from above exactly where the unit is in scope there", () => {
  const COUNT = 7;
  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-11-${String(n).padStart(2, "0")}`);
  const id = fc.integer({ min: 1, max: COUNT });
  const facts = fc
    .record({
      parents: fc.array(fc.record({ from: day, to: fc.option(day) }), { minLength: COUNT, maxLength: COUNT }),
      placements: fc.array(fc.tuple(id, id, day), { maxLength: 12 }),
      successions: fc.array(fc.tuple(id, id, day), { maxLength: 6 }),
    })
    .map(
      ({ parents, placements, successions }): OrganisationFacts => ({
        ...NO_FACTS,
        units: parents.map((_, index) => ({
          id: index + 1,
          publicId: `u${index + 1}`,
          key: `u${index + 1}`,
          level: "GRASSROOTS",
          vssCode: null,
          sample: false,
          source: null,
        })),
        existences: parents.map(({ from, to }, index) => ({
          id: index,
          unitId: index + 1,
          validFrom: from,
          validTo: to,
        })),
        // a unit lies under one with a smaller id: no cycles; one placement from each day
        placements: [...new Map(placements.map((row) => [`${row[0]} ${row[2]}`, row])).values()]
          .filter(([child, parent]) => parent < child)
          .sort((a, b) => a[2].localeCompare(b[2]))
          .map(([child, parent, from], index, all) => ({
            id: index,
            unitId: child,
            parentId: parent,
            validFrom: from,
            validTo: all.slice(index + 1).find((row) => row[0] === child)?.[2] ?? null,
          })),
        successions: successions.map(([oldUnitId, newUnitId, date], index) => ({
          id: index,
          oldUnitId,
          newUnitId,
          kind: "merge",
          date,
        })),
      }),
    );
  fc.assert(
    fc.property(facts, day, (given, date) => {
      const organisation = unitsAsOf(given, date);
      for (let top = 1; top <= COUNT; top += 1) {
        const scope = unitsInScope(given, [top], date);
        for (let unit = 1; unit <= COUNT; unit += 1) {
          expect(topsReaching(given, organisation, unit).has(top)).toBe(scope.has(unit));
        }
      }
    }),
  );
});
