import { addMonths, type CivilDate } from "~/domain/time/civil-date";
import { DELEGABLE_POWERS, isDelegable } from "./delegable";
import { type Power, roleAllows } from "./role";
import type { Viewer } from "./viewer";

export const DELEGATION_REFUSALS = [
  "oneself",
  "not-delegable",
  "not-own",
  "collaborator",
  "not-serving",
  "begins-in-the-past",
  "end-before-start",
  "too-long",
] as const;
export type DelegationRefusal = (typeof DELEGATION_REFUSALS)[number];

/** A loan longer than this is a permission, and is given as one. */
const MOST_MONTHS = 12;

export interface WantedDelegation {
  toAccountId: number;
  power: Power;
  from: CivilDate;
  /** exclusive */
  until: CivilDate;
  /** whether who gets it is a collaborator, and serves on the day */
  taker: { collaborator: boolean; serving: boolean };
}

/** The powers that someone has by grants of their own and may lend; what was lent to them is not theirs to lend on. */
export function lendablePowers(viewer: Viewer): Power[] {
  return DELEGABLE_POWERS.filter((power) => viewer.grants.some(({ role }) => roleAllows(role, power)));
}

/**
 * What stands in the way of lending a power over a unit; null: nothing.
 * @param under whether the unit lies in the subtree of the other one today
 */
export function delegationRefusal(
  viewer: Viewer,
  wanted: WantedDelegation,
  under: (topUnitId: number) => boolean,
  today: CivilDate,
): DelegationRefusal | null {
  if (!isDelegable(wanted.power)) return "not-delegable";
  if (!viewer.grants.some(({ role, unitId }) => roleAllows(role, wanted.power) && under(unitId))) return "not-own";
  if (wanted.toAccountId === viewer.accountId) return "oneself";
  if (wanted.taker.collaborator) return "collaborator";
  if (!wanted.taker.serving) return "not-serving";
  if (wanted.from < today) return "begins-in-the-past";
  if (wanted.until <= wanted.from) return "end-before-start";
  if (wanted.until > addMonths(wanted.from, MOST_MONTHS)) return "too-long";
  return null;
}
