import { z } from "zod";
import { civilDateSchema } from "~/domain/course/key";
import { bilingualSchema } from "~/domain/text/bilingual";

const dayListItem = z.strictObject({
  day: civilDateSchema,
  kind: z.enum(["holiday", "working"]),
  name: bilingualSchema,
  /** what says so, with its mark */
  document: z.string().trim().min(1),
});
export type NamedDay = z.infer<typeof dayListItem>;

/** working-days.yaml: days that are not what their weekdays say. What the app records for a day goes before it. */
export const dayListSchema = z
  .strictObject({ days: z.array(dayListItem) })
  .refine(({ days }) => new Set(days.map(({ day }) => day)).size === days.length, {
    path: ["days"],
    message: "a day is given twice",
  });
export type DayList = z.infer<typeof dayListSchema>;
