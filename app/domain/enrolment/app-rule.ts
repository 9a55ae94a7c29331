import { z } from "zod";
import { keySchema } from "~/domain/course/key";
import type { CivilDate } from "~/domain/time/civil-date";
import { type AssignmentRule, assignmentRuleSchema } from "./assignment-rule";

/** A draft assigns nothing; a retired rule goes on to count for the days before its end. */
export const RULE_STATUSES = ["draft", "active", "retired"] as const;
export type RuleStatus = (typeof RULE_STATUSES)[number];

/** What is kept of a rule that was made or changed in the app. */
export const appRuleSchema = z.strictObject({
  rule: assignmentRuleSchema,
  /** key of the rule that ends when this one begins */
  replaces: keySchema.nullable(),
});
export type AppRuleContent = z.infer<typeof appRuleSchema>;

/** Every rule that can count on some day: those of the app, and those of the files that the app has said nothing of. */
export function mergeRules(
  files: readonly AssignmentRule[],
  app: readonly { status: RuleStatus; rule: AssignmentRule }[],
): AssignmentRule[] {
  const counting = app.filter(({ status }) => status !== "draft").map(({ rule }) => rule);
  const spoken = new Set(counting.map(({ key }) => key));
  return [...files.filter(({ key }) => !spoken.has(key)), ...counting];
}

/** A rule that ends on a day (the first without it). A rule that ends before it begins never counted: null. */
export function endedOn(rule: AssignmentRule, day: CivilDate): AssignmentRule | null {
  if (day <= rule.valid_from) return null;
  return rule.valid_to !== null && rule.valid_to <= day ? rule : { ...rule, valid_to: day };
}
