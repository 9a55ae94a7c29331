import { type Power, type Role, roleAllows } from "./role";

/** A grant that counts today: the role over the unit and all below it. */
export interface ActiveGrant {
  role: Role;
  unitId: number;
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
  grants: ActiveGrant[];
}

/** The units at whose top a power is granted; empty: the viewer has it nowhere. */
export function unitsGranting(viewer: Viewer, power: Power): number[] {
  return [...new Set(viewer.grants.filter((grant) => roleAllows(grant.role, power)).map((grant) => grant.unitId))];
}

export function hasPower(viewer: Viewer, power: Power): boolean {
  return viewer.grants.some((grant) => roleAllows(grant.role, power));
}

export function hasRole(viewer: Viewer, role: Role): boolean {
  return viewer.grants.some((grant) => grant.role === role);
}
