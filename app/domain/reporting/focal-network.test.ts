import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { UnitAsOf } from "~/domain/organisation/organisation-as-of";
import { countFocalStates, focalNetwork, focalProgrammeOf } from "./focal-network";
import { member } from "./people-for-test";

const DAY = "2026-11-20";
const focal = { positions: new Set(["focal"]), programme: "focal-course", renewalWindowDays: 90 };
const unit = (id: number) => ({ id, publicId: `u${id}` }) as unknown as UnitAsOf;
const paper = (issuedOn: string, validUntil: string, revokedOn?: string) => ({
  publicId: `${issuedOn}-${validUntil}`,
  programme: "focal-course",
  issuedOn,
  validUntil,
  events: revokedOn ? [{ kind: "revoked" as const, onDate: revokedOn }] : [],
});
const holder = (name: string, unitId: number, certificates: ReturnType<typeof paper>[] = [], more = {}) =>
  member(name, [{ unitId, position: "focal", validFrom: "2026-03-01", ...more }], { certificates });

describe("the network of focal points", () => {
  const workforce = {
    asOf: DAY,
    members: [
      holder("certified", 1, [paper("2026-03-10", "2028-03-10")]),
      holder("soon", 2, [paper("2025-01-10", "2027-01-10")]),
      holder("new", 3),
      holder("lapsed", 4, [paper("2024-11-12", "2026-11-12")]),
      holder("one", 5),
      holder("two", 5, [], { validFrom: "2026-05-01" }),
      holder("deputy", 6, [paper("2026-03-10", "2028-03-10")], { deputy: true }),
      holder("revoked", 8, [paper("2026-03-10", "2028-03-10", "2026-04-01")]),
      member("other course", [{ unitId: 9, position: "focal", validFrom: "2026-03-01" }], {
        certificates: [{ ...paper("2026-03-10", "2028-03-10"), programme: "another" }],
      }),
    ],
    vacancies: [{ unitId: 6, position: "focal", deputy: false, oneStop: false, since: "2026-10-16" }],
  };
  const units = [1, 2, 3, 4, 5, 6, 7, 8, 9].map(unit);
  const places = focalNetwork(units, workforce, focal);

  it.each([
    [1, "certified", "2026-03-10", "2028-03-09"],
    [2, "expiring", "2025-01-10", "2027-01-09"],
    [3, "held-uncertified", "2026-03-01", null],
    [4, "held-uncertified", "2026-11-12", "2026-11-11"],
    [5, "duplicate", "2026-05-01", null],
    [6, "vacant", "2026-10-16", null],
    [7, "vacant", null, null],
    [8, "held-uncertified", "2026-03-01", "2028-03-09"],
    [9, "held-uncertified", "2026-03-01", null],
  ])("unit %i is %s since %s", (id, state, since, until) => {
    expect(places[id - 1]).toMatchObject({ unit: { id }, state, since, until });
  });

  it("adds up to the number of units", () => {
    expect(countFocalStates(places)).toEqual({
      certified: 1,
      expiring: 1,
      "held-uncertified": 4,
      duplicate: 1,
      vacant: 2,
    });
  });

  it("adds up whoever holds what", () => {
    const people = fc.array(
      fc.record({ unit: fc.integer({ min: 1, max: 6 }), deputy: fc.boolean(), certified: fc.boolean() }),
    );
    fc.assert(
      fc.property(people, fc.integer({ min: 0, max: 6 }), (drawn, count) => {
        const members = drawn.map((each, index) =>
          holder(String(index), each.unit, each.certified ? [paper("2026-03-10", "2028-03-10")] : [], {
            deputy: each.deputy,
          }),
        );
        const asked = Array.from({ length: count }, (_, index) => unit(index + 1));
        const counts = countFocalStates(focalNetwork(asked, { asOf: DAY, members, vacancies: [] }, focal));
        expect(Object.values(counts).reduce((sum, each) => sum + each, 0)).toBe(count);
      }),
    );
  });
});

describe("the programme of focal points", () => {
  const rule = (programme: string, positions: string[], oneStop?: boolean) => ({
    key: programme,
    title: { vi: "x", en: "x" },
    reason: { vi: "x", en: "x" },
    issuer: { vi: "x", en: "x" },
    document: "x",
    valid_from: "2026-01-01",
    valid_to: null,
    when: { positions, one_stop: oneStop },
    assigns: { programme, course: programme },
    due_days: 90,
  });

  it("is what every focal-point post asks for, not what those at a counter do", () => {
    const rules = [rule("counter", ["officer", "focal"], true), rule("basic", ["officer"]), rule("network", ["focal"])];
    expect(focalProgrammeOf(rules, new Set(["focal"]))).toBe("network");
    expect(focalProgrammeOf([], new Set(["focal"]))).toBeNull();
  });
});
