import { ancestorsOf } from "~/domain/organisation/organisation-as-of";
import type { Place } from "~/domain/permissions/may-grant";
import type { CivilDate } from "~/domain/time/civil-date";
import { organisationAsOf } from "../organisation/organisation-facts.server";

export interface StandingUnit extends Place {
  id: number;
}

/** A unit that stands on the date, with what lies above it; null where none of that address does. */
export async function standingUnit(unit: { publicId: string } | { id: number }, date: CivilDate) {
  const organisation = await organisationAsOf(date);
  const found =
    "id" in unit
      ? organisation.byId.get(unit.id)
      : [...organisation.byId.values()].find(({ publicId }) => publicId === unit.publicId);
  if (!found) return null;
  const above = new Set([found.id, ...ancestorsOf(organisation, found.id).map(({ id }) => id)]);
  const place: StandingUnit = {
    id: found.id,
    under: (top) => above.has(top),
    isRoot: (other) => organisation.roots.some(({ id }) => id === other),
  };
  return place;
}
