import { behalfOf } from "~/domain/permissions/behalf";
import { unitsGranting, type Viewer } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import { organisationAsOf } from "../organisation/organisation-facts.server";

/** Settings are the whole house's: they are for those who may change the organisation from its root. */
export async function maySettle(viewer: Viewer, today: CivilDate): Promise<boolean> {
  const roots = await rootsOn(today);
  return unitsGranting(viewer, "change-organisation").some((top) => roots.has(top));
}

/** The account on whose behalf the viewer settles; null: by a grant of their own. */
export async function settlesFor(viewer: Viewer, today: CivilDate): Promise<number | null> {
  const roots = await rootsOn(today);
  return behalfOf(viewer, "change-organisation", (top) => roots.has(top));
}

async function rootsOn(today: CivilDate): Promise<ReadonlySet<number>> {
  return new Set((await organisationAsOf(today)).roots.map((root) => root.id));
}
