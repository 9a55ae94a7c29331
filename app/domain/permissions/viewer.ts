import { POWERS, type Power, type Role, roleAllows } from "./role";

/** A grant that counts today: the role over the unit and all below it. */
export interface ActiveGrant {
  role: Role;
  unitId: number;
}

/** One power that someone else lent, counting today: acts done by it are done on that person's behalf ("thay mặt"). */
export interface ActiveDelegation {
  power: Power;
  unitId: number;
  fromAccountId: number;
  fromName: string;
}

/** Who is looking, resolved once per request. */
export interface Viewer {
  accountId: number;
  personId: number;
  personPublicId: string;
  fullName: string;
  staffCode: string;
  language: "vi" | "en";
  theme: "system" | "light" | "dark";
  /** has read what is recorded and why */
  noticeRead: boolean;
  /** session on a computer that others use too */
  sharedComputer: boolean;
  /** a collaborator belongs to a host unit, sees only what is assigned, and is no part of the staff */
  collaborator: boolean;
  /** holds a post today, or has an external account; who left keeps what was earned and no more */
  serving: boolean;
  grants: ActiveGrant[];
  delegations: ActiveDelegation[];
}

/** The units at whose top a power is granted; empty: the viewer has it nowhere. */
export function unitsGranting(viewer: Viewer, power: Power): number[] {
  const own = viewer.grants.filter((grant) => roleAllows(grant.role, power));
  const lent = viewer.delegations.filter((delegation) => delegation.power === power);
  return [...new Set([...own, ...lent].map(({ unitId }) => unitId))];
}

export function hasPower(viewer: Viewer, power: Power): boolean {
  return unitsGranting(viewer, power).length > 0;
}

/** Whether someone has any power at all: then the pages of the desk are theirs. */
export function worksHere(viewer: Viewer): boolean {
  return POWERS.some((power) => hasPower(viewer, power));
}

/** One of the staff today: the directory of units and the open pages of the house are theirs. */
export function isStaff(viewer: Viewer): boolean {
  return viewer.serving && !viewer.collaborator;
}

export function hasRole(viewer: Viewer, role: Role): boolean {
  return viewer.grants.some((grant) => grant.role === role);
}
