import type { CertificationRow } from "./certification-list";
import { isOpen } from "./certification-list";
import { isMet, type Place } from "./heat-map";

/** One line of a drill-down: a unit with all below it, or a unit's own office alone. */
export interface UnitSummary {
  people: number;
  /** requirements of its people, over all competencies */
  required: number;
  met: number;
  /** programmes that its people have to hold and do not, or that end soon */
  open: number;
}

/** Sums up places and duties by group of units. Someone with posts in two groups counts in both. */
export function summarise(
  groups: readonly ReadonlySet<number>[],
  places: readonly Place[],
  rows: readonly CertificationRow[],
): UnitSummary[] {
  return groups.map((units) => {
    const here = places.filter((place) => place.postings.some((posting) => units.has(posting.unitId)));
    const gaps = here.flatMap((place) => place.gaps);
    return {
      people: new Set(here.map((place) => place.member)).size,
      required: gaps.length,
      met: gaps.filter(isMet).length,
      open: rows.filter((row) => isOpen(row.state) && row.postings.some((posting) => units.has(posting.unitId))).length,
    };
  });
}
