import { type Power, roleAllows } from "./role";
import type { Viewer } from "./viewer";

/**
 * On whose behalf an act is done ("thay mặt"): nobody's where a grant of the viewer's own covers it, else that of the person who
 * lent the power. An act that one grant or one loan does not cover alone is asked about for each of its units.
 * @param covers whether what is acted upon lies in the subtree of the unit
 * @returns the account of who lent the power, or null
 */
export function behalfOf(viewer: Viewer, power: Power, covers: (topUnitId: number) => boolean): number | null {
  const own = viewer.grants.some((grant) => roleAllows(grant.role, power) && covers(grant.unitId));
  if (own) return null;
  const lent = viewer.delegations.find((delegation) => delegation.power === power && covers(delegation.unitId));
  return lent?.fromAccountId ?? null;
}
