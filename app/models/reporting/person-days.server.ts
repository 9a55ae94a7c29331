import { LRUCache } from "lru-cache";
import { type Levels, standing } from "~/domain/competency/standing";
import type { DutyRules } from "~/domain/enrolment/duties";
import { type CertificationRow, certificationRows } from "~/domain/reporting/certification-list";
import { memberOn, type PersonFacts } from "~/domain/reporting/person-facts";
import type { StaffMember } from "~/domain/reporting/workforce";
import type { CivilDate } from "~/domain/time/civil-date";

/** A person on a date: what is known, what is proven, and how they stand with what they have to hold. */
export interface PersonDay {
  id: number;
  member: StaffMember;
  levels: Levels;
  rows: CertificationRow[];
}

/** Days are kept for so many: today and two past dates, by as many rules as they were judged by. */
const MOST_DAYS = 3;

const days = new LRUCache<string, WeakMap<PersonFacts, PersonDay | null>>({ max: MOST_DAYS });

/**
 * People on one date by one set of rules: each is worked out once, and again only when something is recorded of them.
 * @param key equal for equal rules
 */
export function personDays(
  asOf: CivilDate,
  rules: DutyRules,
  key: string,
): (facts: PersonFacts, inScope: (unitId: number) => boolean) => PersonDay | null {
  const kept = days.get(key) ?? new WeakMap<PersonFacts, PersonDay | null>();
  days.set(key, kept);
  return (facts, inScope) => {
    let whole = kept.get(facts);
    if (whole === undefined) {
      const member = memberOn(facts, asOf);
      whole = member && dayOf(facts.id, member, rules, asOf);
      kept.set(facts, whole);
    }
    if (whole === null || whole.member.postings.every(({ unitId }) => inScope(unitId))) return whole;
    // of posts elsewhere the viewer knows nothing, nor of what they ask for
    const postings = whole.member.postings.filter(({ unitId }) => inScope(unitId));
    return postings.length === 0 ? null : dayOf(facts.id, { ...whole.member, postings }, rules, asOf, whole.levels);
  };
}

function dayOf(id: number, member: StaffMember, rules: DutyRules, asOf: CivilDate, levels?: Levels): PersonDay {
  return {
    id,
    member,
    levels: levels ?? standing(member.evidence, asOf),
    rows: certificationRows([member], rules, asOf),
  };
}
