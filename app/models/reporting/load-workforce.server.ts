import { byteOrder } from "~/domain/people/find-people";
import { type PostFacts, vacanciesOn } from "~/domain/reporting/person-facts";
import type { VacantPost } from "~/domain/reporting/workforce";
import { type CivilDate, holdsOn } from "~/domain/time/civil-date";
import { eachInTurns } from "./in-turns.server";
import { type PersonDay, personDays } from "./person-days.server";
import type { ReportRules } from "./report-rules.server";
import type { Scope } from "./scope-units.server";
import type { WorkforceFacts } from "./workforce-facts.server";

/**
 * Everyone with a post in scope on the date, in the order of names, with what is known of them by then: from the facts held in memory.
 * @param units part of the scope: those with a post in it, with their other posts in scope; null: all of the scope
 */
export async function peopleOn(
  { people }: WorkforceFacts,
  { duties, key }: ReportRules,
  scope: Scope,
  asOf: CivilDate,
  units: ReadonlySet<number> | null,
): Promise<PersonDay[]> {
  const dayOf = personDays(asOf, duties, key);
  const isHere = (unitId: number) => (units === null ? scope.has(unitId) : units.has(unitId));
  const found: PersonDay[] = [];
  await eachInTurns(people, (facts) => {
    if (!facts.postings.some((posting) => holdsOn(posting, asOf) && isHere(posting.unitId))) return;
    const day = dayOf(facts, scope.has);
    if (day) found.push(day);
  });
  // nearly in order already
  return found.sort((a, b) => byteOrder(a.member.sortKey, b.member.sortKey) || a.id - b.id);
}

const vacant = new WeakMap<readonly PostFacts[], Map<CivilDate, VacantPost[]>>();
const MOST_DATES = 6;

/** The posts of some units that nobody holds on the date, by unit and position. */
export function vacantPosts(
  { posts }: WorkforceFacts,
  asOf: CivilDate,
  isHere: (unitId: number) => boolean,
): VacantPost[] {
  const dates = vacant.get(posts) ?? new Map<CivilDate, VacantPost[]>();
  vacant.set(posts, dates);
  const all = dates.get(asOf) ?? vacanciesOn(posts, asOf, () => true);
  if (dates.size >= MOST_DATES) dates.clear();
  dates.set(asOf, all);
  return all.filter(({ unitId }) => isHere(unitId));
}
