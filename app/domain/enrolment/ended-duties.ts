import { addDays, type CivilDate } from "~/domain/time/civil-date";
import { type DutyFacts, dutiesOn, type PostingFact } from "./duties";

/** A duty that was open and is asked no longer. */
export interface EndedDuty {
  programme: string;
  course: string;
  /** the first day without it */
  on: CivilDate;
  because:
    | { kind: "left-position"; posting: PostingFact }
    /** key of the rule that ended, or means the post no longer */
    | { kind: "rule-ended"; rule: string };
}

/**
 * The duties that ended open up to a date, the latest first: because the post was left, or because the rule ended. What was earned
 * by then stays earned, and is asked for no second time on a return.
 */
export function endedDuties(facts: DutyFacts, asOf: CivilDate): EndedDuty[] {
  const ends = [...facts.postings.map(({ validTo }) => validTo), ...facts.rules.map(({ valid_to }) => valid_to)].filter(
    (end): end is CivilDate => end !== null && end <= asOf,
  );
  const found: EndedDuty[] = [];
  for (const on of [...new Set(ends)].sort().reverse()) {
    const still = new Set(dutiesOn(facts, on).map(({ programme }) => programme));
    for (const duty of dutiesOn(facts, addDays(on, -1))) {
      if (still.has(duty.programme) || duty.state === "done" || duty.state === "waived") continue;
      const reason = duty.reasons.find((each) => each.kind === "rule");
      if (reason?.kind !== "rule") continue;
      const because =
        reason.posting.validTo === on
          ? { kind: "left-position" as const, posting: reason.posting }
          : { kind: "rule-ended" as const, rule: reason.rule };
      found.push({ programme: duty.programme, course: duty.course, on, because });
    }
  }
  return found;
}
