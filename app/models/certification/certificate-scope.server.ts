import type { Power } from "~/domain/permissions/role";
import type { Viewer } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import { type Scope, scopeUnits } from "~/models/reporting/scope-units.server";

const POWERS: readonly Power[] = ["see-people", "prepare-certificates", "sign-certificates"];

/** The units whose people's certificates a viewer may see: those whose people they see, and those for which they prepare or sign. */
export async function certificateScope(viewer: Viewer, today: CivilDate): Promise<Scope["units"]> {
  const scopes = await Promise.all(POWERS.map((power) => scopeUnits(viewer, power, today)));
  if (scopes.includes("all")) return "all";
  return [...new Set(scopes.flatMap((units) => (units === "all" ? [] : [...units])))];
}
