import { z } from "zod";
import { competencyLevelSchema } from "~/domain/course/course";
import { civilDateSchema, keySchema } from "~/domain/course/key";
import { bilingualSchema } from "~/domain/text/bilingual";
import type { CivilDate } from "~/domain/time/civil-date";
import { practiceRuleSchema } from "./practice-evidence";

/** The task, by its question's key, whose passed mark proves a level, and for how many months; null: for good. */
const taskRuleSchema = z.strictObject({
  task: keySchema,
  level: competencyLevelSchema,
  holds_months: z.int().min(1).max(120).nullable(),
});

const competencySchema = z.strictObject({
  key: keySchema,
  group: keySchema,
  title: bilingualSchema,
  description: bilingualSchema,
  levels: z
    .array(z.strictObject({ level: competencyLevelSchema, indicator: bilingualSchema }))
    .refine((levels) => levels.map(({ level }) => level).join() === "1,2,3,4,5", "the levels 1 to 5, in this order"),
  /** what confirmed entries of the practice log prove */
  practice: z.array(practiceRuleSchema).optional(),
  /** what passed tasks prove */
  tasks: z.array(taskRuleSchema).optional(),
});
export type Competency = z.infer<typeof competencySchema>;

/** competencies.yaml */
export const competenciesSchema = z.strictObject({
  version: z.string().min(1),
  valid_from: civilDateSchema,
  groups: z.array(z.strictObject({ key: keySchema, title: bilingualSchema })),
  competencies: z.array(competencySchema),
});
export type Competencies = z.infer<typeof competenciesSchema>;

/** Levels of unit for which something can be required. */
export const UNIT_LEVELS = ["CENTRAL", "PROVINCIAL", "GRASSROOTS"] as const;

const requirementSchema = z.strictObject({
  competency: keySchema,
  /** by level of unit; a level left out requires nothing */
  levels: z.strictObject({
    CENTRAL: competencyLevelSchema.optional(),
    PROVINCIAL: competencyLevelSchema.optional(),
    GRASSROOTS: competencyLevelSchema.optional(),
  }),
  /** the first day on which it is required; left out: from the beginning of the version */
  from: civilDateSchema.optional(),
  /** the first day on which it is required no more */
  until: civilDateSchema.optional(),
});
export type Requirement = z.infer<typeof requirementSchema>;

const positionSchema = z.strictObject({
  key: keySchema,
  title: bilingualSchema,
  short: bilingualSchema,
  /** a focal point of foreign information */
  focal: z.boolean(),
  collaborator: z.boolean(),
  requirements: z.array(requirementSchema),
});
export type Position = z.infer<typeof positionSchema>;

/** positions.yaml */
export const positionsSchema = z.strictObject({
  version: z.string().min(1),
  valid_from: civilDateSchema,
  positions: z.array(positionSchema),
});
export type Positions = z.infer<typeof positionsSchema>;

/** Whether a requirement holds on a date. */
export function isRequired({ from, until }: Requirement, date: CivilDate): boolean {
  return (from === undefined || from <= date) && (until === undefined || date < until);
}

/** The positions with what they require on a date. */
export function positionsOn(content: Positions, date: CivilDate): Positions {
  const dated = ({ from, until }: Requirement) => from !== undefined || until !== undefined;
  if (!content.positions.some(({ requirements }) => requirements.some(dated))) return content;
  const positions = content.positions.map((position) => ({
    ...position,
    requirements: position.requirements.filter((requirement) => isRequired(requirement, date)),
  }));
  return { ...content, positions };
}
