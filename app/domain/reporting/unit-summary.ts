import type { CertificationRow } from "./certification-list";
import { isOpen } from "./certification-list";
import type { Place } from "./heat-map";
import type { StaffMember, StaffPosting } from "./workforce";

/** One line of a drill-down: a unit with all below it, or a unit's own office alone. */
export interface UnitSummary {
  people: number;
  /** requirements of its people, over all competencies */
  required: number;
  met: number;
  /** programmes that its people have to hold and do not, or that end soon */
  open: number;
}

/**
 * Sums up places, in the order of `placesOf`, and duties by group of units. Someone with posts in two groups counts in both, each time
 * with what the posts there require.
 * @param narrowed the place with some of its posts alone
 */
export function summarise(
  groups: readonly ReadonlySet<number>[],
  places: readonly Place[],
  rows: readonly CertificationRow[],
  narrowed: (place: Place, postings: StaffPosting[]) => Place,
): UnitSummary[] {
  // thousands of places and duties, tens of groups: one look at each place, not one for each group
  const groupsOf = new Map<number, number[]>();
  for (const [index, units] of groups.entries()) {
    for (const unit of units) {
      const known = groupsOf.get(unit);
      if (known) known.push(index);
      else groupsOf.set(unit, [index]);
    }
  }
  const sums = groups.map(() => ({ people: 0, required: 0, met: 0, open: 0 }));
  // someone with places at two levels of one group is one person of it; their places follow one another
  const last: (StaffMember | null)[] = groups.map(() => null);
  for (const place of places) {
    const { member, postings } = place;
    for (const index of groupsAt(groupsOf, postings)) {
      const [sum, units] = [sums[index], groups[index]];
      if (!sum || !units) continue;
      const inGroup = ({ unitId }: StaffPosting) => units.has(unitId);
      const { gaps, met } = postings.length === 1 ? place : narrowed(place, postings.filter(inGroup));
      if (last[index] !== member) sum.people += 1;
      last[index] = member;
      sum.required += gaps.length;
      sum.met += met;
    }
  }
  for (const { state, postings } of rows) {
    if (!isOpen(state)) continue;
    for (const index of groupsAt(groupsOf, postings)) {
      const sum = sums[index];
      if (sum) sum.open += 1;
    }
  }
  return sums;
}

const NONE: readonly number[] = [];

/** The groups in which the units of some posts are, each once. */
function groupsAt(groupsOf: ReadonlyMap<number, number[]>, postings: readonly { unitId: number }[]): Iterable<number> {
  const first = postings[0];
  if (first && postings.length === 1) return groupsOf.get(first.unitId) ?? NONE;
  return new Set(postings.flatMap(({ unitId }) => groupsOf.get(unitId) ?? NONE));
}
