import type { CivilDate } from "~/domain/time/civil-date";
import { type Role, roleAllows } from "./role";
import type { Viewer } from "./viewer";

export const GRANT_REFUSALS = [
  "oneself",
  "not-in-reach",
  "administrators-only",
  "collaborator",
  "learner-needs-none",
  "begins-in-the-past",
  "end-before-start",
] as const;
export type GrantRefusal = (typeof GRANT_REFUSALS)[number];

/** Where a unit lies: asked of the organisation of the day. */
export interface Place {
  /** whether the unit lies in the subtree of the other one */
  under(topUnitId: number): boolean;
  /** whether the other unit is the root of the tree */
  isRoot(unitId: number): boolean;
}

export interface WantedGrant {
  accountId: number;
  role: Role;
  from: CivilDate;
  /** exclusive; null: until it is ended */
  until: CivilDate | null;
  /** of the account's person */
  collaborator: boolean;
  /** has a post: then they are a learner without a grant */
  posted: boolean;
}

/**
 * What stands in the way of giving a permission; null: nothing. Nobody gives one to oneself; it is given by who may give
 * permissions by a grant of their own over the unit, and an administrator's only by administrators of the whole. A permission
 * never reaches back: it would say that what was done without it had been allowed.
 */
export function grantRefusal(viewer: Viewer, wanted: WantedGrant, place: Place, today: CivilDate): GrantRefusal | null {
  if (wanted.accountId === viewer.accountId) return "oneself";
  if (!manages(viewer, place)) return "not-in-reach";
  if (wanted.role === "administrator" && !governsAll(viewer, place)) return "administrators-only";
  if (wanted.collaborator) return "collaborator";
  if (wanted.role === "learner" && wanted.posted) return "learner-needs-none";
  if (wanted.from < today) return "begins-in-the-past";
  if (wanted.until !== null && wanted.until <= wanted.from) return "end-before-start";
  return null;
}

/** Whether someone may end a permission: as it is given, and never one's own. */
export function mayEndGrant(viewer: Viewer, grant: { accountId: number; role: Role }, place: Place): boolean {
  return (
    grant.accountId !== viewer.accountId &&
    manages(viewer, place) &&
    (grant.role !== "administrator" || governsAll(viewer, place))
  );
}

function manages(viewer: Viewer, place: Place): boolean {
  return viewer.grants.some(({ role, unitId }) => roleAllows(role, "manage-grants") && place.under(unitId));
}

function governsAll(viewer: Viewer, place: Place): boolean {
  return viewer.grants.some(({ role, unitId }) => role === "administrator" && place.isRoot(unitId));
}
