import { describe, expect, it } from "vitest";
import { type GrantRefusal, grantRefusal, mayEndGrant, type Place, type WantedGrant } from "./may-grant";
import { ROLES } from "./role";
import type { ActiveGrant } from "./viewer";
import { viewerWith } from "./viewer-for-test";

const TODAY = "2026-11-22";
const [ROOT, PROVINCE, COMMUNE, ELSEWHERE] = [1, 2, 3, 9];
const ABOVE: Record<number, number[]> = { 1: [1], 2: [2, 1], 3: [3, 2, 1], 9: [9, 1] };
const at = (unitId: number): Place => ({
  under: (top) => ABOVE[unitId]?.includes(top) ?? false,
  isRoot: (other) => other === ROOT,
});

const root: ActiveGrant = { role: "administrator", unitId: ROOT };
const local: ActiveGrant = { role: "administrator", unitId: PROVINCE };
const hr: ActiveGrant = { role: "hr-officer", unitId: ROOT };

const wanted = (more: Partial<WantedGrant> = {}): WantedGrant => ({
  accountId: 2,
  role: "hr-officer",
  from: TODAY,
  until: null,
  collaborator: false,
  posted: true,
  ...more,
});

describe("giving a permission", () => {
  it.each<[string, ActiveGrant[], Partial<WantedGrant>, number, GrantRefusal | null]>([
    ["an administrator of the whole gives it anywhere", [root], {}, COMMUNE, null],
    ["one of a province gives it there", [local], {}, PROVINCE, null],
    ["and below", [local], {}, COMMUNE, null],
    ["and not above", [local], {}, ROOT, "not-in-reach"],
    ["and not beside", [local], {}, ELSEWHERE, "not-in-reach"],
    ["HR officers give none", [hr], {}, COMMUNE, "not-in-reach"],
    ["inspectors give none", [{ role: "inspector", unitId: ROOT }], {}, COMMUNE, "not-in-reach"],
    ["who has no permission gives none", [], {}, COMMUNE, "not-in-reach"],
    ["nobody gives one to oneself", [root], { accountId: 1 }, COMMUNE, "oneself"],
    ["nor to oneself what one has already", [root], { accountId: 1, role: "administrator" }, ROOT, "oneself"],
    ["an administrator is made by those of the whole", [root], { role: "administrator" }, PROVINCE, null],
    ["and by nobody else", [local], { role: "administrator" }, PROVINCE, "administrators-only"],
    ["a collaborator gets none", [root], { collaborator: true }, COMMUNE, "collaborator"],
    ["staff are learners without", [root], { role: "learner" }, COMMUNE, "learner-needs-none"],
    ["an external account is one by it", [root], { role: "learner", posted: false }, COMMUNE, null],
    ["it begins today at the earliest", [root], { from: "2026-11-21" }, COMMUNE, "begins-in-the-past"],
    ["it may begin later", [root], { from: "2027-01-01" }, COMMUNE, null],
    ["it ends after its beginning", [root], { until: TODAY }, COMMUNE, "end-before-start"],
    ["for a day at least", [root], { until: "2026-11-23" }, COMMUNE, null],
  ])("%s", (_, grants, more, unitId, refusal) => {
    expect(grantRefusal(viewerWith(grants), wanted(more), at(unitId), TODAY)).toBe(refusal);
  });

  it("takes a grant of one's own: the power cannot be lent", () => {
    const lent = { power: "manage-grants" as const, unitId: ROOT, fromAccountId: 3, fromName: "A" };
    expect(grantRefusal(viewerWith([], [lent]), wanted(), at(COMMUNE), TODAY)).toBe("not-in-reach");
  });

  it.each(ROLES.filter((role) => role !== "administrator"))("by a %s is refused", (role) => {
    const grants = [{ role, unitId: ROOT }];
    expect(grantRefusal(viewerWith(grants), wanted(), at(COMMUNE), TODAY)).toBe("not-in-reach");
    expect(mayEndGrant(viewerWith(grants), wanted(), at(COMMUNE))).toBe(false);
  });
});

describe("ending a permission", () => {
  it.each<[string, ActiveGrant[], Partial<WantedGrant>, number, boolean]>([
    ["an administrator of the whole", [root], {}, COMMUNE, true],
    ["one of its province", [local], {}, COMMUNE, true],
    ["not of another", [local], {}, ELSEWHERE, false],
    ["not one's own", [root], { accountId: 1 }, COMMUNE, false],
    ["an administrator's by those of the whole", [root], { role: "administrator" }, PROVINCE, true],
    ["and by nobody else", [local], { role: "administrator" }, PROVINCE, false],
  ])("%s", (_, grants, more, unitId, may) => {
    expect(mayEndGrant(viewerWith(grants), wanted(more), at(unitId))).toBe(may);
  });
});
