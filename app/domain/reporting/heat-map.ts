import { type Coverage, countCoverage } from "~/domain/competency/coverage";
import {
  compareLevels,
  type Gap,
  type Levels,
  type PositionRequirements,
  requiredLevels,
  standing,
} from "~/domain/competency/standing";
import type { CivilDate } from "~/domain/time/civil-date";
import { type Selection, type StaffMember, type StaffPosting, selects } from "./workforce";

/**
 * A person at one level of the organisation: what the posts held there require, and what the person has proven. Someone with posts
 * at two levels stands in both places, each with its own requirements.
 */
export interface Place {
  member: StaffMember;
  level: string;
  /** those selected, at this level; never empty */
  postings: StaffPosting[];
  gaps: Gap[];
}

/** What each member has proven on the date. */
export function standings(members: readonly StaffMember[], asOf: CivilDate): Map<StaffMember, Levels> {
  return new Map(members.map((member) => [member, standing(member.evidence, asOf)]));
}

/** Everyone selected at each level where they hold a post. */
export function placesOf(
  proven: ReadonlyMap<StaffMember, Levels>,
  positions: ReadonlyMap<string, PositionRequirements>,
  selection: Selection,
): Place[] {
  const places: Place[] = [];
  for (const [member, levels] of proven) {
    const postings = member.postings.filter((posting) => selects(selection, posting));
    for (const level of new Set(postings.map((posting) => posting.unitLevel))) {
      const here = postings.filter((posting) => posting.unitLevel === level);
      places.push({ member, level, postings: here, gaps: compareLevels(requiredLevels(here, positions), levels) });
    }
  }
  return places;
}

export function isMet(gap: Gap): boolean {
  return gap.proven >= gap.required;
}

/** competency → level of unit → of how many people it is required and how many of them have it */
export function heatMap(places: readonly Place[]): Map<string, Map<string, Coverage>> {
  return countCoverage(
    places,
    (place) => place.gaps,
    (place) => [place.level],
  );
}

/** The people behind one cell; their number is its `required`, those not met are its missing. */
export function peopleBehind(
  places: readonly Place[],
  competency: string,
  level: string,
): { place: Place; gap: Gap }[] {
  return places
    .filter((place) => place.level === level)
    .flatMap((place) => {
      const gap = place.gaps.find((each) => each.competency === competency);
      return gap ? [{ place, gap }] : [];
    });
}
