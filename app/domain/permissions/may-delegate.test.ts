import { describe, expect, it } from "vitest";
import { behalfOf } from "./behalf";
import { type DelegationRefusal, delegationRefusal, lendablePowers, type WantedDelegation } from "./may-delegate";
import { mayLearn } from "./may-learn";
import { POWERS, ROLES } from "./role";
import type { ActiveDelegation, ActiveGrant } from "./viewer";
import { viewerWith } from "./viewer-for-test";

const TODAY = "2026-11-22";
const ABOVE: Record<number, number[]> = { 1: [1], 2: [2, 1], 3: [3, 2, 1], 9: [9, 1] };
const under = (unitId: number) => (top: number) => ABOVE[unitId]?.includes(top) ?? false;

const hr: ActiveGrant = { role: "hr-officer", unitId: 2 };
const lent: ActiveDelegation = { power: "change-people", unitId: 2, fromAccountId: 7, fromName: "A" };

const wanted = (more: Partial<WantedDelegation> = {}): WantedDelegation => ({
  toAccountId: 5,
  power: "change-people",
  from: TODAY,
  until: "2026-12-22",
  taker: { collaborator: false, serving: true },
  ...more,
});

describe("lending a power", () => {
  it.each<[string, ActiveGrant[], ActiveDelegation[], Partial<WantedDelegation>, number, DelegationRefusal | null]>([
    ["over the own unit", [hr], [], {}, 2, null],
    ["over a part of it", [hr], [], {}, 3, null],
    ["not over more than it", [hr], [], {}, 1, "not-own"],
    ["not over another", [hr], [], {}, 9, "not-own"],
    ["not a power that the role does not give", [hr], [], { power: "manage-rules" }, 2, "not-own"],
    ["not what was lent", [], [lent], {}, 2, "not-own"],
    ["not what was lent, beside a role without it", [{ role: "unit-leader", unitId: 2 }], [lent], {}, 2, "not-own"],
    [
      "not the giving of permissions",
      [{ role: "administrator", unitId: 1 }],
      [],
      { power: "manage-grants" },
      1,
      "not-delegable",
    ],
    ["not to oneself", [hr], [], { toAccountId: 1 }, 2, "oneself"],
    ["not to a collaborator", [hr], [], { taker: { collaborator: true, serving: true } }, 2, "collaborator"],
    ["not to someone who left", [hr], [], { taker: { collaborator: false, serving: false } }, 2, "not-serving"],
    ["not for yesterday", [hr], [], { from: "2026-11-21" }, 2, "begins-in-the-past"],
    ["with an end after the start", [hr], [], { until: TODAY }, 2, "end-before-start"],
    ["for twelve months", [hr], [], { until: "2027-11-22" }, 2, null],
    ["and not a day longer", [hr], [], { until: "2027-11-23" }, 2, "too-long"],
  ])("%s", (_, grants, delegations, more, unitId, refusal) => {
    expect(delegationRefusal(viewerWith(grants, delegations), wanted(more), under(unitId), TODAY)).toBe(refusal);
  });

  it("offers what grants of one's own give, and no more", () => {
    expect(lendablePowers(viewerWith([], [lent]))).toEqual([]);
    expect(lendablePowers(viewerWith([{ role: "unit-leader", unitId: 2 }]))).toEqual([
      "see-people",
      "export-people",
      "see-focal-directory",
      "decide-duties",
      "confirm-practice",
    ]);
    expect(lendablePowers(viewerWith(ROLES.map((role) => ({ role, unitId: 1 }))))).toEqual(
      POWERS.filter((power) => power !== "manage-grants"),
    );
  });
});

describe("on whose behalf", () => {
  it.each<[string, ActiveGrant[], ActiveDelegation[], number, number | null]>([
    ["one's own grant comes first", [hr], [lent], 3, null],
    ["else who lent the power", [], [lent], 3, 7],
    ["not where the loan does not reach", [], [lent], 9, null],
    ["not by a grant that does not give it", [{ role: "unit-leader", unitId: 2 }], [lent], 3, 7],
    ["not by a loan of another power", [], [{ ...lent, power: "see-people" }], 3, null],
  ])("%s", (_, grants, delegations, unitId, account) => {
    expect(behalfOf(viewerWith(grants, delegations), "change-people", under(unitId))).toBe(account);
  });
});

it.each([
  [true, false, false, false, true],
  [true, true, false, false, false],
  [true, true, true, false, true],
  [true, true, false, true, true],
  [false, false, true, true, false],
  [false, true, true, true, false],
])("serving %s, collaborator %s, assigned %s, begun %s: learns %s", (serving, collaborator, assigned, begun, may) => {
  expect(mayLearn({ serving, collaborator }, { assigned, begun })).toBe(may);
});
