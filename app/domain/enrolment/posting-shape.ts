import { addDays, type CivilDate, holdsOn } from "~/domain/time/civil-date";
import { type AssignmentRule, conditionOf } from "./assignment-rule";
import type { PersonDutyFacts } from "./duties";
import { type Condition, heldSince, type PostingFact, type UnitPlaces } from "./rule-condition";

/** Stands between the parts of a shape; in no key and no date. */
const SEPARATOR = "\u001f";

/**
 * Names what rules see of someone's postings on a day: to those of one name they say the same, whatever is known of them beside.
 * Of thousands of people few differ for the rules, so that each name need be asked about only once.
 * @param rules all that are asked
 * @param on the day on which they are asked
 */
export function postingShapes(
  rules: readonly AssignmentRule[],
  on: CivilDate,
  units: UnitPlaces,
): (person: Pick<PersonDutyFacts, "postings" | "employment">) => string {
  const conditions = rules.flatMap((rule) => partsOf(conditionOf(rule)));
  const placeOf = placesAsked(conditions, units);
  const cutoff = longAgo(rules, conditions);
  const shapeOf = (posting: PostingFact) => {
    const since = heldSince(posting);
    const flags =
      (holdsOn(posting, on) ? 1 : 0) +
      (posting.oneStop ? 2 : 0) +
      (posting.deputy ? 4 : 0) +
      (posting.kind === "acting" ? 8 : 0);
    return [posting.position, flags, posting.unitLevel, since < cutoff ? "" : since, placeOf(posting.unitId)].join(
      SEPARATOR,
    );
  };
  return ({ postings, employment }) => {
    let shape = employment ?? "";
    for (const posting of postings) shape += SEPARATOR + SEPARATOR + shapeOf(posting);
    return shape;
  };
}

/** The plain questions of a condition. */
function partsOf(condition: Condition): Condition[] {
  if ("all" in condition) return condition.all.flatMap(partsOf);
  if ("any" in condition) return condition.any.flatMap(partsOf);
  return [condition];
}

/** What the questions about units see of a unit; nothing where there is none. */
function placesAsked(questions: readonly Condition[], units: UnitPlaces): (unitId: number) => string {
  const tops = [...new Set(questions.flatMap((question) => ("under" in question ? question.under : [])))];
  const types = questions.some((question) => "unit_type" in question);
  if (tops.length === 0 && !types) return () => "";
  const known = new Map<number, string>();
  return (unitId) => {
    let place = known.get(unitId);
    if (place === undefined) {
      place = (types ? (units.typeOf(unitId) ?? "") : "") + SEPARATOR;
      for (const top of tops) place += units.isUnder(unitId, top) ? "1" : "0";
      known.set(unitId, place);
    }
    return place;
  };
}

/**
 * Before this day it is all one to the rules when a place was taken: every rule began later, every number of days in the post that
 * they ask for was over when it began.
 */
function longAgo(rules: readonly AssignmentRule[], questions: readonly Condition[]): CivilDate {
  const first = rules.reduce((day, { valid_from }) => (day === "" || valid_from < day ? valid_from : day), "");
  if (first === "") return "";
  const longest = questions.reduce((most, question) => {
    if ("tenure_at_least" in question) return Math.max(most, question.tenure_at_least);
    return "tenure_at_most" in question ? Math.max(most, question.tenure_at_most) : most;
  }, 0);
  return addDays(first, -longest);
}
