import { z } from "zod";
import { keySchema } from "~/domain/course/key";

/**
 * The day on which a requirement has to hold: "completion", the day on which the last one was met (what is left out means this);
 * "hand-in", the day on which the programme's task was handed in; "exam", the day of the programme's pass.
 */
export const HOLD_ON = ["completion", "hand-in", "exam"] as const;
export type HoldOn = (typeof HOLD_ON)[number];

/** Levels of a language by the Common European Framework, the lowest first. */
export const CEFR_LEVELS = ["A1", "A2", "B1", "B2", "C1", "C2"] as const;
export type CefrLevel = (typeof CEFR_LEVELS)[number];

const hold_on = z.enum(HOLD_ON).optional();

export const leafSchema = z.union([
  /** the exam of a course, by its slug */
  z.strictObject({ exam_of: keySchema, hold_on }),
  /** a task of a course by its key, told as done; `markers`: at the least so many marked it, each on their own */
  z.strictObject({
    task_of: keySchema,
    key: keySchema,
    markers: z.union([z.literal(1), z.literal(2)]).optional(),
    hold_on,
  }),
  /** a certificate of another programme, in force on the day */
  z.strictObject({ certificate_of: keySchema, hold_on }),
  /** verified training outside this house; `hours`: of all that counts on the day together */
  z.strictObject({ training: z.strictObject({ topic: keySchema, hours: z.number().positive().optional() }), hold_on }),
  /** a verified level of a language, or a higher one */
  z.strictObject({ language: z.strictObject({ language: keySchema, level: z.enum(CEFR_LEVELS) }), hold_on }),
]);

/** One thing that is asked for. */
export type RequirementLeaf = z.infer<typeof leafSchema>;

/** A tree of what is asked for. */
export type Requirement =
  | RequirementLeaf
  | { all_of: Requirement[] }
  | { any_of: Requirement[] }
  | { n_of: { count: number; of: Requirement[] } };

const several = z.array(z.lazy(() => treeSchema)).min(1);

const treeSchema: z.ZodType<Requirement> = z.lazy(() =>
  z.union([
    leafSchema,
    z.strictObject({ all_of: several }),
    z.strictObject({ any_of: several }),
    z.strictObject({
      n_of: z
        .strictObject({ count: z.int().positive(), of: several })
        .refine(({ count, of }) => count <= of.length, "more are asked for than there are to choose from"),
    }),
  ]),
);

const MOST_LEAVES = 40;

export const requirementSchema: z.ZodType<Requirement> = treeSchema.refine(
  (tree) => leavesOf(tree).length <= MOST_LEAVES,
  `a programme asks for ${MOST_LEAVES} things at the most`,
);

/** The branches of a node; null for a leaf. */
export function branchesOf(node: Requirement): { count: number; of: readonly Requirement[] } | null {
  if ("all_of" in node) return { count: node.all_of.length, of: node.all_of };
  if ("any_of" in node) return { count: 1, of: node.any_of };
  if ("n_of" in node) return node.n_of;
  return null;
}

/** Everything that is named in the tree, in the order in which it is written. */
export function leavesOf(tree: Requirement): RequirementLeaf[] {
  const branches = branchesOf(tree);
  return branches ? branches.of.flatMap(leavesOf) : [tree as RequirementLeaf];
}

/** The courses to which a tree leads, by exam or task, in the order in which they are written, each once. */
export function coursesAsked(tree: Requirement): string[] {
  const slugs = leavesOf(tree).flatMap((leaf) => courseAsked(leaf) ?? []);
  return [...new Set(slugs)];
}

/** The course whose exam or task a leaf asks for; null for what is not of a course. */
export function courseAsked(leaf: RequirementLeaf): string | null {
  if ("exam_of" in leaf) return leaf.exam_of;
  return "task_of" in leaf ? leaf.task_of : null;
}

/** The courses whose exam is asked for, each once. */
export function examsAsked(tree: Requirement): string[] {
  return [...new Set(leavesOf(tree).flatMap((leaf) => ("exam_of" in leaf ? [leaf.exam_of] : [])))];
}

/** The programmes whose certificate is asked for, each once. */
export function programmesAsked(tree: Requirement): string[] {
  return [...new Set(leavesOf(tree).flatMap((leaf) => ("certificate_of" in leaf ? [leaf.certificate_of] : [])))];
}
