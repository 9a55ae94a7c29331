import { describe, expect, it } from "vitest";
import { isRole, type Power, ROLES, type Role, roleAllows } from "./role";
import { type ActiveGrant, hasPower, hasRole, unitsGranting, type Viewer } from "./viewer";

const viewer = (...grants: ActiveGrant[]): Viewer => ({
  accountId: 1,
  personId: 1,
  personPublicId: "p",
  fullName: "Nguyễn Thị Thử",
  staffCode: "T-1",
  language: "vi",
  theme: "system",
  noticeRead: true,
  sharedComputer: false,
  grants,
});

describe("what a role allows", () => {
  const table: Record<Role, Record<Power, boolean>> = {
    "unit-leader": powers("see-people", "export-people"),
    "hr-officer": powers("see-people", "export-people", "reset-password"),
    "programme-owner": powers("see-people", "export-people", "see-course-sources"),
    author: powers("see-course-sources"),
    inspector: powers("see-people", "export-people", "see-course-sources"),
    administrator: powers("reset-password", "see-course-sources"),
  };

  function powers(...allowed: Power[]): Record<Power, boolean> {
    const all: Power[] = ["see-people", "export-people", "reset-password", "see-course-sources"];
    return Object.fromEntries(all.map((power) => [power, allowed.includes(power)])) as Record<Power, boolean>;
  }

  it.each(ROLES)("%s", (role) => {
    for (const [power, allowed] of Object.entries(table[role])) expect(roleAllows(role, power as Power)).toBe(allowed);
  });

  it("is asked of roles only", () => {
    expect(ROLES.every(isRole)).toBe(true);
    expect(["", "learner", "Administrator", "hr-officer "].some(isRole)).toBe(false);
  });
});

describe("a viewer", () => {
  const nobody = viewer();
  const hr = viewer(
    { role: "hr-officer", unitId: 3 },
    { role: "author", unitId: 1 },
    { role: "unit-leader", unitId: 3 },
  );

  it("without grants has no power anywhere", () => {
    expect(hasPower(nobody, "see-people")).toBe(false);
    expect(unitsGranting(nobody, "see-people")).toEqual([]);
    expect(hasRole(nobody, "hr-officer")).toBe(false);
  });

  it("has a power over the units of the grants that give it, each once", () => {
    expect(unitsGranting(hr, "see-people")).toEqual([3]);
    expect(unitsGranting(hr, "see-course-sources")).toEqual([1]);
    expect(hasPower(hr, "reset-password")).toBe(true);
    expect(hasRole(hr, "inspector")).toBe(false);
  });

  it("who is an administrator does not see people", () => {
    expect(hasPower(viewer({ role: "administrator", unitId: 1 }), "see-people")).toBe(false);
  });
});
