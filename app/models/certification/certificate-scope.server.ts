import type { Power } from "~/domain/permissions/role";
import type { Viewer } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import { type Scope, scopeUnits } from "~/models/reporting/scope-units.server";
import { certificateForAct } from "./certificate-for-act.server";
import { type Certificate, findCertificateFor } from "./certificates.server";

/** Who prepares or signs certificates has a register of them. */
const REGISTER: readonly Power[] = ["prepare-certificates", "sign-certificates"];

/**
 * A certificate that a viewer may see, with every file of it: their own, of people whom they see, and what their register holds, of
 * people too who hold no post any more. Null covers "there is none" and "not theirs to see".
 */
export async function certificateSeenBy(
  viewer: Viewer,
  publicId: string,
  today: CivilDate,
): Promise<Certificate | null> {
  const found = await findCertificateFor(viewer, publicId, await certificateScope(viewer, today));
  if (found) return found;
  for (const power of REGISTER) {
    const registered = await certificateForAct(viewer, publicId, power, today);
    if (registered) return registered;
  }
  return null;
}

/** The units whose people's certificates a viewer may see: those whose people they see, and those for which they prepare or sign. */
async function certificateScope(viewer: Viewer, today: CivilDate): Promise<Scope["units"]> {
  const powers = ["see-people", ...REGISTER] as const;
  const scopes = await Promise.all(powers.map((power) => scopeUnits(viewer, power, today)));
  if (scopes.includes("all")) return "all";
  return [...new Set(scopes.flatMap((units) => (units === "all" ? [] : [...units])))];
}
