import { z } from "zod";
import { UNIT_LEVELS } from "~/domain/competency/framework";
import { keySchema } from "~/domain/course/key";
import { EMPLOYMENTS } from "~/domain/people/people-batch";
import { addDays, type CivilDate, daysBetween, type Span } from "~/domain/time/civil-date";

/** A posting as the rules see it. */
export interface PostingFact extends Span {
  position: string;
  oneStop: boolean;
  unitId: number;
  unitLevel: string;
  /** since when the place is held, where a reorganisation carried it over; left out: since validFrom */
  heldSince?: CivilDate;
  /** stands in for the holder of another post */
  deputy?: boolean;
  /** primary | concurrent | acting */
  kind?: string;
}

/** Where units stand on the date of the question. */
export interface UnitPlaces {
  /** whether a unit is the one of the public id, stands below it, or below those who followed it */
  isUnder(unitId: number, publicId: string): boolean;
  typeOf(unitId: number): string | null;
}

/** What a condition can ask of, beside the posting. */
export interface RuleContext {
  asOf: CivilDate;
  employment: string | null;
  units: UnitPlaces;
}

/** What a rule asks of a posting: plain questions, joined by "all of" and "any of". */
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { position: string[] }
  | { unit_level: (typeof UNIT_LEVELS)[number][] }
  | { unit_type: string[] }
  /** public ids of units: each with all below it */
  | { under: string[] }
  | { one_stop: boolean }
  | { deputy: boolean }
  | { acting: boolean }
  | { employment: (typeof EMPLOYMENTS)[number][] }
  /** days in the post; the duty begins on the day on which they are reached */
  | { tenure_at_least: number }
  /** days in the post when the rule began to mean it: later it goes on to mean whoever it meant */
  | { tenure_at_most: number }
  /** began when the rule was in force */
  | { new_postings: true };

const days = z.int().min(0).max(36_500);

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(conditionSchema).min(1).max(50) }),
    z.strictObject({ any: z.array(conditionSchema).min(1).max(50) }),
    z.strictObject({ position: z.array(keySchema).min(1) }),
    z.strictObject({ unit_level: z.array(z.enum(UNIT_LEVELS)).min(1) }),
    z.strictObject({ unit_type: z.array(keySchema).min(1) }),
    z.strictObject({ under: z.array(z.string().regex(/^[0-9a-z]{1,40}$/)).min(1) }),
    z.strictObject({ one_stop: z.boolean() }),
    z.strictObject({ deputy: z.boolean() }),
    z.strictObject({ acting: z.boolean() }),
    z.strictObject({ employment: z.array(z.enum(EMPLOYMENTS)).min(1) }),
    z.strictObject({ tenure_at_least: days }),
    z.strictObject({ tenure_at_most: days }),
    z.strictObject({ new_postings: z.literal(true) }),
  ]),
);

/** Since when someone has held the place, reorganisations of the unit notwithstanding. */
export function heldSince(posting: PostingFact): CivilDate {
  return posting.heldSince ?? posting.validFrom;
}

/** The condition means the posting, whenever it began. */
const ALWAYS = "";

/**
 * From which day a condition means a posting that holds on the date of the context: "" where nothing in it has to be waited
 * for; null where it does not mean it.
 * @param ruleFrom the first day of the rule
 */
export function meansFrom(
  condition: Condition,
  posting: PostingFact,
  ruleFrom: CivilDate,
  context: RuleContext,
): CivilDate | null {
  if ("all" in condition) {
    let latest: CivilDate = ALWAYS;
    for (const part of condition.all) {
      const from = meansFrom(part, posting, ruleFrom, context);
      if (from === null) return null;
      if (from > latest) latest = from;
    }
    return latest;
  }
  if ("any" in condition) {
    let earliest: CivilDate | null = null;
    for (const part of condition.any) {
      const from = meansFrom(part, posting, ruleFrom, context);
      if (from !== null && (earliest === null || from < earliest)) earliest = from;
    }
    return earliest;
  }
  if ("tenure_at_least" in condition) {
    const reached = addDays(heldSince(posting), condition.tenure_at_least);
    return reached <= context.asOf ? reached : null;
  }
  return isMet(condition, posting, ruleFrom, context) ? ALWAYS : null;
}

type Question = Exclude<Condition, { all: Condition[] } | { any: Condition[] } | { tenure_at_least: number }>;

function isMet(
  question: Question,
  posting: PostingFact,
  ruleFrom: CivilDate,
  { employment, units }: RuleContext,
): boolean {
  if ("position" in question) return question.position.includes(posting.position);
  if ("unit_level" in question) return question.unit_level.some((level) => level === posting.unitLevel);
  if ("unit_type" in question) {
    const type = units.typeOf(posting.unitId);
    return type !== null && question.unit_type.includes(type);
  }
  if ("under" in question) return question.under.some((top) => units.isUnder(posting.unitId, top));
  if ("one_stop" in question) return posting.oneStop === question.one_stop;
  if ("deputy" in question) return (posting.deputy ?? false) === question.deputy;
  if ("acting" in question) return (posting.kind === "acting") === question.acting;
  if ("employment" in question) return question.employment.some((each) => each === employment);
  const since = heldSince(posting);
  if ("new_postings" in question) return since >= ruleFrom;
  return daysBetween(since, since > ruleFrom ? since : ruleFrom) <= question.tenure_at_most;
}
