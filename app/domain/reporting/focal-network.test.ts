import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { UnitAsOf } from "~/domain/organisation/organisation-as-of";
import { countFocalStates, focalNetwork, focalProgrammeOf } from "./focal-network";
import { focalTask } from "./focal-task";
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
      acting: 0,
      duplicate: 1,
      vacant: 2,
    });
  });

  it("adds up whoever holds what", () => {
    const people = fc.array(
      fc.record({
        unit: fc.integer({ min: 1, max: 6 }),
        deputy: fc.boolean(),
        certified: fc.boolean(),
        kind: fc.constantFrom("primary", "concurrent", "acting"),
        away: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(people, fc.integer({ min: 0, max: 6 }), (drawn, count) => {
        const members = drawn.map((each, index) =>
          holder(String(index), each.unit, each.certified ? [paper("2026-03-10", "2028-03-10")] : [], {
            deputy: each.deputy,
            kind: each.kind,
          }),
        );
        for (const [index, each] of drawn.entries())
          if (each.away) members[index]?.absences.push({ validFrom: "2026-01-01", validTo: null });
        const asked = Array.from({ length: count }, (_, index) => unit(index + 1));
        const counts = countFocalStates(focalNetwork(asked, { asOf: DAY, members, vacancies: [] }, focal));
        expect(Object.values(counts).reduce((sum, each) => sum + each, 0)).toBe(count);
      }),
    );
  });
});

describe("who stands in", () => {
  const certified = [paper("2026-03-10", "2028-03-10")];
  const gone = { absences: [{ validFrom: "2026-10-01", validTo: "2027-04-01" }] };
  const acting = { kind: "acting", validFrom: "2026-10-05" };
  const place = (...members: ReturnType<typeof member>[]) =>
    focalNetwork([unit(1)], { asOf: DAY, members, vacancies: [] }, focal)[0];
  const away = member("away", [{ unitId: 1, position: "focal", validFrom: "2026-03-01" }], {
    certificates: certified,
    ...gone,
  });

  it("is the focal point of the day while the holder is away", () => {
    expect(place(away, holder("stand-in", 1, certified, acting))).toMatchObject({
      state: "acting",
      since: "2026-10-05",
      until: "2028-03-09",
      holders: [
        { member: { publicId: "stand-in" }, acting: true, away: false },
        { member: { publicId: "away" }, acting: false, away: true },
      ],
    });
  });

  it("is one too many beside a holder who is back", () => {
    const back = { ...away, absences: [{ validFrom: "2026-10-01", validTo: DAY }] };
    expect(place(back, holder("stand-in", 1, certified, acting))?.state).toBe("duplicate");
  });

  it("is nobody's own deputy, and a deputy is prepared beside the holder", () => {
    const both = member(
      "both",
      [
        { unitId: 1, position: "focal", deputy: true },
        { unitId: 1, position: "focal", ...acting },
      ],
      { certificates: certified },
    );
    expect(place(both)).toMatchObject({ state: "acting", deputies: [] });
    const learning = holder("learning", 1, [], { deputy: true });
    const ready = holder("ready", 1, certified, { deputy: true });
    expect(place(learning, ready)?.deputies.map((each) => [each.member.publicId, each.certified])).toEqual([
      ["learning", false],
      ["ready", true],
    ]);
  });

  it.each([
    ["vacant", [], [], false, "appoint"],
    ["vacant", [], [true], false, "appoint-deputy"],
    ["duplicate", [false, false], [], false, "end-one"],
    ["acting", [true], [], false, "appoint"],
    ["acting", [true, false], [true], false, "await-return"],
    ["held-uncertified", [false], [], false, "certify"],
    ["expiring", [false], [], false, "renew"],
    ["certified", [false], [], false, "train-deputy"],
    ["certified", [false], [false], false, "none"],
  ] as const)(
    "%s with %j and deputies %j asks of those who do not see absences (%s): %s",
    (state, held, ready, sees, task) => {
      const holders = held.map((standsIn) => ({ member: away, acting: standsIn, away: false, since: DAY }));
      const deputies = ready.map((certified) => ({ member: away, since: DAY, certified }));
      expect(focalTask({ state, holders, deputies }, sees)).toBe(task);
    },
  );

  it("is asked for where the holder is away, by those alone who may see it", () => {
    const alone = place(away);
    if (!alone) throw new Error("no place");
    expect(alone.state).toBe("certified");
    expect([focalTask(alone, true), focalTask(alone, false)]).toEqual(["name-stand-in", "train-deputy"]);
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
