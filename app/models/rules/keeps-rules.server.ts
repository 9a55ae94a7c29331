import { behalfOf } from "~/domain/permissions/behalf";
import { unitsGranting, type Viewer } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import { organisationAsOf } from "../organisation/organisation-facts.server";

/** Rules and the calendar are the whole house's: they are changed by those who may manage rules from its root. */
export async function keepsRules(viewer: Viewer, today: CivilDate): Promise<boolean> {
  const roots = await rootsOn(today);
  return unitsGranting(viewer, "manage-rules").some((top) => roots.has(top));
}

/** On whose behalf such a change is made ("thay mặt"): the account of who lent the power, or null. */
export async function rulesBehalf(viewer: Viewer, today: CivilDate): Promise<number | null> {
  const roots = await rootsOn(today);
  return behalfOf(viewer, "manage-rules", (top) => roots.has(top));
}

async function rootsOn(today: CivilDate): Promise<ReadonlySet<number>> {
  const { roots } = await organisationAsOf(today);
  return new Set(roots.map(({ id }) => id));
}
