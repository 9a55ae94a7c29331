import { describe, expect, it } from "vitest";
import { isRole, POWERS, type Power, ROLES, type Role, roleAllows } from "./role";
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
  collaborator: false,
  serving: true,
  grants,
  delegations: [],
});

describe("what a role allows", () => {
  const seen: readonly Power[] = ["see-people", "export-people"];
  const table: Record<Role, readonly Power[]> = {
    learner: [],
    "unit-leader": [...seen, "see-focal-directory", "decide-duties", "confirm-practice"],
    "focal-point": ["see-focal-directory"],
    author: ["see-course-sources", "edit-questions", "see-statistics"],
    "legal-checker": ["see-course-sources", "review-questions"],
    approver: ["see-course-sources", "review-questions", "see-statistics"],
    marker: ["mark-work"],
    "hr-officer": [
      ...seen,
      "reset-password",
      "see-absences",
      "change-people",
      "import-people",
      "change-organisation",
      "see-focal-directory",
      "assign-duties",
      "decide-records",
      "decide-duties",
      "prepare-certificates",
      "verify-proofs",
      "see-evidence-files",
    ],
    "programme-owner": [
      ...seen,
      "see-course-sources",
      "see-focal-directory",
      "manage-rules",
      "assign-duties",
      "answer-questions",
      "see-statistics",
      "manage-programmes",
      "prepare-certificates",
      "see-evidence-files",
    ],
    trainer: ["see-focal-directory", "answer-questions"],
    "exam-officer": [
      "see-people",
      "see-course-sources",
      "decide-appeals",
      "see-statistics",
      "see-attempts",
      "manage-exams",
      "invigilate",
      "release-marks",
      "regrade-exams",
    ],
    invigilator: ["invigilate"],
    signatory: ["sign-certificates", "see-evidence-files"],
    inspector: [
      ...seen,
      "see-course-sources",
      "see-focal-directory",
      "see-grants",
      "see-statistics",
      "see-attempts",
      "see-evidence-files",
    ],
    administrator: [
      "reset-password",
      "see-course-sources",
      "import-people",
      "change-organisation",
      "see-grants",
      "manage-grants",
    ],
  };

  it.each(ROLES)("%s", (role) => {
    expect(POWERS.filter((power) => roleAllows(role, power))).toEqual(
      POWERS.filter((power) => table[role].includes(power)),
    );
  });

  it("lets an inspector change nothing", () => {
    expect(
      POWERS.filter((power) => roleAllows("inspector", power)).every((power) => /^(see|export)-/.test(power)),
    ).toBe(true);
  });

  it("is asked of roles only", () => {
    expect(ROLES.every(isRole)).toBe(true);
    expect(["", "teacher", "Administrator", "hr-officer "].some(isRole)).toBe(false);
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
