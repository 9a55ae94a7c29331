import type { PersonnelContext } from "./personnel-draft";
import { NO_PERSONNEL, type PersonnelFacts } from "./personnel-facts";

const always = { validFrom: "2017-01-01", validTo: null };

/** Units 1 (central) and 2, 3 (provincial, with a focal point each); 4 was closed on 2025-07-01. */
export function contextForTest(): PersonnelContext {
  let last = 0;
  return {
    units: new Map([
      [1, [always]],
      [2, [always]],
      [3, [always]],
      [4, [{ validFrom: "2017-01-01", validTo: "2025-07-01" }]],
    ]),
    positions: new Set(["officer", "focal", "dedicated"]),
    focalPositions: new Set(["focal"]),
    focalUnits: new Set([2, 3]),
    newPublicId: () => `new-${++last}`,
  };
}

/** A: in post 20 (officer, unit 2) since 2020; B: focal point of unit 2 since 2021; C: nothing yet; D merged into A. */
export const staffed: PersonnelFacts = {
  ...NO_PERSONNEL,
  persons: ["A", "B", "C", "D"].map((staffCode, index) => ({ id: index + 1, publicId: `p${staffCode}`, staffCode })),
  names: ["An", "Bình", "Chi", "Dung"].map((name, index) => ({
    id: index + 1,
    personId: index + 1,
    fullName: `Nguyễn ${name}`,
    sortKey: `${name} nguyen`,
    validFrom: "2018-01-01",
    validTo: null,
  })),
  details: [1, 2, 3, 4].map((id) => ({
    id,
    personId: id,
    employment: "public-employee" as const,
    workEmail: `${id}@example.vn`,
    workPhone: null,
    validFrom: "2018-01-01",
    validTo: null,
  })),
  posts: [
    { id: 20, publicId: "o20", unitId: 2, position: "officer" },
    { id: 21, publicId: "o21", unitId: 2, position: "focal" },
    { id: 22, publicId: "o22", unitId: 2, position: "focal" },
    { id: 23, publicId: "o23", unitId: 2, position: "focal", deputy: true },
    { id: 24, publicId: "o24", unitId: 2, position: "dedicated" },
    { id: 30, publicId: "o30", unitId: 3, position: "focal" },
    { id: 10, publicId: "o10", unitId: 1, position: "focal" },
    { id: 11, publicId: "o11", unitId: 1, position: "focal" },
  ].map((post) => ({ oneStop: false, deputy: false, lineage: null, ...always, ...post })),
  postings: [
    { id: 1, publicId: "gA", personId: 1, postId: 20, validFrom: "2020-01-01" },
    { id: 2, publicId: "gB", personId: 2, postId: 21, validFrom: "2021-01-01" },
  ].map((posting) => ({
    kind: "primary" as const,
    validTo: null,
    decision: null,
    endReason: null,
    heldSince: null,
    ...posting,
  })),
  merges: [{ id: 1, keptPersonId: 1, mergedPersonId: 4 }],
};
