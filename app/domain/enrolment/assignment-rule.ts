import { z } from "zod";
import { UNIT_LEVELS } from "~/domain/competency/framework";
import { civilDateSchema, keySchema } from "~/domain/course/key";
import { bilingualSchema } from "~/domain/text/bilingual";
import { type CivilDate, holdsOn } from "~/domain/time/civil-date";
import {
  type Condition,
  conditionSchema,
  heldSince,
  meansFrom,
  type PostingFact,
  type RuleContext,
} from "./rule-condition";

/** What the files ask in short: all that is said must fit. */
const shortConditionSchema = z.strictObject({
  positions: z.array(keySchema).min(1),
  /** left out: units of every level */
  unit_levels: z.array(z.enum(UNIT_LEVELS)).min(1).optional(),
  /** true: only posts that serve at the one-stop counter */
  one_stop: z.boolean().optional(),
  /** true: only postings that began when the rule was in force */
  new_postings: z.boolean().optional(),
});
export type ShortCondition = z.infer<typeof shortConditionSchema>;

export const assignmentRuleSchema = z
  .strictObject({
    key: keySchema,
    title: bilingualSchema,
    /** {position}, {unit} and {date} are filled in for each person */
    reason: bilingualSchema,
    issuer: bilingualSchema,
    document: z.string().min(1),
    valid_from: civilDateSchema,
    /** exclusive; null: no end */
    valid_to: civilDateSchema.nullable(),
    when: z.union([shortConditionSchema, conditionSchema]),
    assigns: z.strictObject({ programme: keySchema, course: keySchema }),
    /** from the start of the posting or of the rule, whichever is later */
    due_days: z.int().positive(),
  })
  .refine(({ valid_from, valid_to }) => valid_to === null || valid_from < valid_to, {
    path: ["valid_to"],
    message: "the rule ends before it begins",
  });
export type AssignmentRule = z.infer<typeof assignmentRuleSchema>;

/** assignment-rules.yaml */
export const assignmentRulesSchema = z.strictObject({ rules: z.array(assignmentRuleSchema) });
export type AssignmentRules = z.infer<typeof assignmentRulesSchema>;

export function isRuleInForce(rule: AssignmentRule, date: CivilDate): boolean {
  return holdsOn({ validFrom: rule.valid_from, validTo: rule.valid_to }, date);
}

/** A rule's question as one condition, whichever way it was written. */
export function conditionOf({ when }: Pick<AssignmentRule, "when">): Condition {
  if (!("positions" in when)) return when;
  return {
    all: [
      { position: when.positions },
      ...(when.unit_levels ? [{ unit_level: when.unit_levels }] : []),
      ...(when.one_stop ? [{ one_stop: true }] : []),
      ...(when.new_postings ? [{ new_postings: true as const }] : []),
    ],
  };
}

const conditions = new WeakMap<AssignmentRule, Condition>();

/**
 * Since when a rule means a posting that holds on the date of the context: not before the place was taken, the rule began, and the
 * days that it waits for were reached. Null: it does not mean it. Whether the rule is in force on the date is not asked.
 */
export function assignedSince(rule: AssignmentRule, posting: PostingFact, context: RuleContext): CivilDate | null {
  const condition = conditions.get(rule) ?? conditionOf(rule);
  conditions.set(rule, condition);
  const from = meansFrom(condition, posting, rule.valid_from, context);
  if (from === null) return null;
  const since = heldSince(posting);
  const begun = since > rule.valid_from ? since : rule.valid_from;
  return from > begun ? from : begun;
}

/** Whether a rule means a posting, whatever the dates of the rule. */
export function appliesTo(rule: AssignmentRule, posting: PostingFact, context: RuleContext): boolean {
  return assignedSince(rule, posting, context) !== null;
}

/** The positions that a rule asks of, as far as its words name any: those of its "any of" together. */
export function positionsNamed(condition: Condition): string[] {
  if ("position" in condition) return condition.position;
  if ("all" in condition) return condition.all.flatMap(positionsNamed);
  if ("any" in condition) return condition.any.flatMap(positionsNamed);
  return [];
}

/** Whether a condition asks for a post at the one-stop counter, wherever it says so. */
export function asksForCounter(condition: Condition): boolean {
  if ("one_stop" in condition) return condition.one_stop;
  if ("all" in condition) return condition.all.some(asksForCounter);
  return "any" in condition && condition.any.some(asksForCounter);
}
