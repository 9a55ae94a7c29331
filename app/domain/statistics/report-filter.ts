import { z } from "zod";
import { COUNTED } from "./counted-attempts";

const civilDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** Which attempts at a course's exam a report looks at. */
export const reportFilterSchema = z.strictObject({
  /** id of the course version; null: all */
  version: z.int().nullable(),
  /** days on which attempts ended, both included; null: without bound */
  from: civilDate.nullable(),
  until: civilDate.nullable(),
  /** public id of the exam day; null: all attempts */
  sitting: z.string().nullable(),
  counted: z.enum(COUNTED),
});
export type ReportFilter = z.infer<typeof reportFilterSchema>;

export const EVERYTHING: ReportFilter = { version: null, from: null, until: null, sitting: null, counted: "first" };
