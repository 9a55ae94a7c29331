import type { Role } from "~/domain/permissions/role";
import type { Viewer } from "~/domain/permissions/viewer";
import { viewerWith } from "~/domain/permissions/viewer-for-test";

const person = (id: number, ...roles: Role[]): Viewer => ({
  ...viewerWith(roles.map((role) => ({ role, unitId: 1 }))),
  accountId: id,
  personId: id,
});

export const author = person(1, "author");
export const colleague = person(2, "author");
export const approver = person(3, "approver");
export const secondApprover = person(4, "approver");
/** writes and approves, though never the same */
export const bothRoles = person(5, "author", "approver");
export const outsider = person(6, "learner");
