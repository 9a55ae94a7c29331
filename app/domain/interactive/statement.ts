import { z } from "zod";

// JSON has no NaN: what a package could not compute arrives as null
const amount = z.number().nullish();
const flag = z.boolean().nullish();

/**
 * An xAPI statement of an activity, as the browser may send it. It is a claim of the package about itself: actor, activity
 * and time are not read from it, the server sets them. What is not named here is left out.
 */
export const statementSchema = z.object({
  verb: z.object({ id: z.string().min(1).max(200) }),
  object: z.object({ id: z.string().min(1).max(500) }),
  result: z
    .object({
      score: z.object({ min: amount, max: amount, raw: amount, scaled: amount }).nullish(),
      completion: flag,
      success: flag,
      /** ISO 8601, e.g. "PT12.5S" */
      duration: z
        .string()
        .max(40)
        .regex(/^P[\dYMWDTHS.,]+$/)
        .nullish(),
      response: z.string().max(20_000).nullish(),
    })
    .nullish(),
  context: z
    .object({
      contextActivities: z
        .object({
          parent: z
            .array(z.object({ id: z.string().min(1).max(500) }))
            .max(5)
            .nullish(),
        })
        .nullish(),
    })
    .nullish(),
});

export type Statement = z.infer<typeof statementSchema>;
