import { z } from "zod";
import { trackSchema } from "~/domain/course/course";
import { civilDateSchema, keySchema } from "~/domain/course/key";
import { bilingualSchema } from "~/domain/text/bilingual";

const programmeSchema = z.strictObject({
  key: keySchema,
  track: trackSchema,
  title: bilingualSchema,
  short: bilingualSchema,
  requires: z.strictObject({
    /** every exam named, by the slug of its course */
    all_of: z.array(z.strictObject({ exam_of: keySchema })).min(1),
  }),
  /** null: a certificate has no end */
  validity_months: z.int().positive().nullable(),
  renewal_window_days: z.int().min(0),
  /** what the period rests on */
  default_basis: bilingualSchema,
});
export type Programme = z.infer<typeof programmeSchema>;

/** certifications.yaml */
export const programmesSchema = z.strictObject({
  version: z.string().min(1),
  valid_from: civilDateSchema,
  programmes: z.array(programmeSchema),
});
export type Programmes = z.infer<typeof programmesSchema>;
