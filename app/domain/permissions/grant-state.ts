import type { CivilDate } from "~/domain/time/civil-date";

/** Whether a permission or a loan counts on a date, or why it does not. */
export const GRANT_STATES = [
  "counts",
  "not-yet",
  "over",
  "unit-ended",
  "account-closed",
  "collaborator",
  "no-posting",
  "lender-lost-it",
] as const;
export type GrantState = (typeof GRANT_STATES)[number];

export interface GrantFacts {
  from: CivilDate;
  /** exclusive */
  until: CivilDate | null;
  unitStands: boolean;
  accountOpen: boolean;
  collaborator: boolean;
  /** has a posting on the date, or an external account */
  serving: boolean;
  /** of a loan: whether the lender still has the power themself */
  lenderHasIt?: boolean;
}

/** The first thing that keeps a permission from counting on a date. */
export function grantState(grant: GrantFacts, date: CivilDate): GrantState {
  if (grant.until !== null && grant.until <= date) return "over";
  if (grant.from > date) return "not-yet";
  if (!grant.unitStands) return "unit-ended";
  if (!grant.accountOpen) return "account-closed";
  if (grant.collaborator) return "collaborator";
  if (!grant.serving) return "no-posting";
  if (grant.lenderHasIt === false) return "lender-lost-it";
  return "counts";
}
