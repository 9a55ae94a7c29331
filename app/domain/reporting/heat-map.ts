import type { Coverage } from "~/domain/competency/coverage";
import {
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
  /** how many of them are met */
  met: number;
}

/** What each member has proven on the date. */
export function standings(members: readonly StaffMember[], asOf: CivilDate): Map<StaffMember, Levels> {
  return new Map(members.map((member) => [member, standing(member.evidence, asOf)]));
}

type Positions = ReadonlyMap<string, PositionRequirements>;

/** The places of someone's posts of a date: worked out once for the same member and positions. */
const known = new WeakMap<Positions, WeakMap<StaffMember, Place[]>>();

/** Everyone selected at each level where they hold a post; the places of one person follow one another. */
export function placesOf(
  proven: ReadonlyMap<StaffMember, Levels>,
  positions: Positions,
  selection: Selection,
): Place[] {
  const ofMembers = known.get(positions) ?? new WeakMap<StaffMember, Place[]>();
  known.set(positions, ofMembers);
  const places: Place[] = [];
  for (const [member, levels] of proven) {
    let all = ofMembers.get(member);
    if (!all) {
      all = placesAt(member, member.postings, levels, positions);
      ofMembers.set(member, all);
    }
    if (member.postings.every((posting) => selects(selection, posting))) {
      for (const place of all) places.push(place);
      continue;
    }
    const postings = member.postings.filter((posting) => selects(selection, posting));
    if (postings.length > 0) places.push(...placesAt(member, postings, levels, positions));
  }
  return places;
}

function placesAt(
  member: StaffMember,
  postings: readonly StaffPosting[],
  levels: Levels,
  positions: Positions,
): Place[] {
  return [...new Set(postings.map((posting) => posting.unitLevel))].map((level) => {
    const here = postings.filter((posting) => posting.unitLevel === level);
    const gaps = gapsAt(here, levels, positions);
    return { member, level, postings: here, gaps, met: gaps.filter(isMet).length };
  });
}

/** A place with some of its posts alone, and what these require. */
export function placeWith(place: Place, postings: StaffPosting[], levels: Levels, positions: Positions): Place {
  if (postings.length === place.postings.length) return place;
  const gaps = gapsAt(postings, levels, positions);
  return { ...place, postings, gaps, met: gaps.filter(isMet).length };
}

/** What posts require, and the gaps there can be: a few of them stand for thousands of people. */
const asked = new WeakMap<Positions, Map<string, Levels>>();
const gapsThere = new Map<string, Map<number, Gap>>();

function gapsAt(postings: readonly StaffPosting[], levels: Levels, positions: Positions): Gap[] {
  const sets = asked.get(positions) ?? new Map<string, Levels>();
  asked.set(positions, sets);
  const key = postings.map(({ position, unitLevel }) => `${position} ${unitLevel}`).join();
  const required = sets.get(key) ?? requiredLevels(postings, positions);
  sets.set(key, required);
  const gaps: Gap[] = [];
  for (const [competency, level] of required) gaps.push(gapOf(competency, level, levels.get(competency) ?? 0));
  return gaps;
}

function gapOf(competency: string, required: number, proven: number): Gap {
  let ofCompetency = gapsThere.get(competency);
  if (!ofCompetency) {
    ofCompetency = new Map();
    gapsThere.set(competency, ofCompetency);
  }
  const key = required * 10 + proven;
  let gap = ofCompetency.get(key);
  if (!gap) {
    gap = Object.freeze({ competency, required, proven });
    ofCompetency.set(key, gap);
  }
  return gap;
}

export function isMet(gap: Gap): boolean {
  return gap.proven >= gap.required;
}

/** Whether something is missing at a place. */
export function isShort({ gaps, met }: Pick<Place, "gaps" | "met">): boolean {
  return met < gaps.length;
}

/** How many people there are at some places, in the order of `placesOf`. */
export function peopleIn(places: readonly Place[]): number {
  let people = 0;
  let last: StaffMember | null = null;
  for (const { member } of places) {
    if (member !== last) people += 1;
    last = member;
  }
  return people;
}

/** competency → level of unit → of how many people it is required and how many of them have it */
export function heatMap(places: readonly Place[]): Map<string, Map<string, Coverage>> {
  // the same few gaps come thousands of times: counted first, summed up then
  const levels = new Map<string, Map<Gap, number>>();
  for (const { level, gaps } of places) {
    const counts = levels.get(level) ?? new Map<Gap, number>();
    levels.set(level, counts);
    for (const gap of gaps) counts.set(gap, (counts.get(gap) ?? 0) + 1);
  }
  const map = new Map<string, Map<string, Coverage>>();
  for (const [level, counts] of levels) {
    for (const [gap, count] of counts) {
      const row = map.get(gap.competency) ?? new Map<string, Coverage>();
      const coverage = row.get(level) ?? { required: 0, met: 0 };
      coverage.required += count;
      if (isMet(gap)) coverage.met += count;
      map.set(gap.competency, row.set(level, coverage));
    }
  }
  return map;
}

/** Of a cell's people: only those below what is required, everyone of whom it is, or only those who have it. */
export const CELL_WHO = ["missing", "all", "met"] as const;
export type CellWho = (typeof CELL_WHO)[number];

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
