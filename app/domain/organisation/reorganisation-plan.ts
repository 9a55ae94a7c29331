import { z } from "zod";
import { actSchema, batchSchema } from "./acts";

/** More acts than one document orders; a form that sends more is none of ours. */
export const MOST_ACTS = 500;

/** A reorganisation that is being prepared: a batch that may not have any act yet. */
export const planSchema = batchSchema.extend({ acts: z.array(actSchema).max(MOST_ACTS) });

export type Plan = z.output<typeof planSchema>;

/** What a plan is called, when it is in force and what orders it. */
export type PlanHead = Pick<Plan, "title" | "date" | "document" | "note">;
