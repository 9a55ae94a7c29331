import { z } from "zod";
import { UNIT_LEVELS } from "~/domain/competency/framework";
import { civilDateSchema, keySchema } from "~/domain/course/key";
import { bilingualSchema } from "~/domain/text/bilingual";

const assignmentRuleSchema = z
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
    when: z.strictObject({
      positions: z.array(keySchema).min(1),
      /** left out: units of every level */
      unit_levels: z.array(z.enum(UNIT_LEVELS)).min(1).optional(),
      /** true: only posts that serve at the one-stop counter */
      one_stop: z.boolean().optional(),
      /** true: only postings that began when the rule was in force */
      new_postings: z.boolean().optional(),
    }),
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
