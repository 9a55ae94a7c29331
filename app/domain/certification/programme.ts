import { z } from "zod";
import { trackSchema } from "~/domain/course/course";
import { civilDateSchema, keySchema } from "~/domain/course/key";
import { bilingualSchema } from "~/domain/text/bilingual";
import type { CivilDate } from "~/domain/time/civil-date";
import { requirementSchema } from "./requirement";
import { validitySchema } from "./validity";

export const renewalSchema = z.strictObject({
  /** days before the end from which it can be renewed */
  window_days: z.int().min(0).max(1000),
  /** days after the end in which a renewal is still one: the shorter path, and the end counted on from the old one */
  grace_days: z.int().min(0).max(1000),
  /** the shorter path; left out: everything again */
  requires: requirementSchema.optional(),
});

const currentForm = z.strictObject({
  key: keySchema,
  /** from when these rules hold; left out: as the file says. They hold until the next version of the same key begins */
  valid_from: civilDateSchema.optional(),
  track: trackSchema,
  title: bilingualSchema,
  short: bilingualSchema,
  requires: requirementSchema,
  validity: validitySchema,
  renewal: renewalSchema,
  /** days for which a certificate is held before the next can be earned */
  min_held_days: z.int().min(0).max(3660).optional(),
  /** posts with this flag have to be held by someone certified */
  posts: z.literal("one-stop").nullable().optional(),
  /** the class of equipment that the holder may operate */
  equipment_class: keySchema.optional(),
  /** what the period rests on */
  default_basis: bilingualSchema,
});

/** The form in which versions up to 2026.1 were recorded; they never change, so it is read for ever. */
const formerForm = z
  .strictObject({
    key: keySchema,
    track: trackSchema,
    title: bilingualSchema,
    short: bilingualSchema,
    requires: z.strictObject({ all_of: z.array(z.strictObject({ exam_of: keySchema })).min(1) }),
    validity_months: z.int().positive().nullable(),
    renewal_window_days: z.int().min(0),
    default_basis: bilingualSchema,
  })
  .transform(
    ({ validity_months, renewal_window_days, ...same }): z.infer<typeof currentForm> => ({
      ...same,
      validity: validity_months === null ? null : { method: "completion", months: validity_months },
      renewal: { window_days: renewal_window_days, grace_days: 0 },
    }),
  );

/** The rules of a programme: what has to be met, how long the certificate holds, how it is renewed. */
export type Programme = z.infer<typeof currentForm>;

const anyForm = z.unknown().transform((value, context): Programme => {
  const former = typeof value === "object" && value !== null && "validity_months" in value;
  const read = former ? formerForm.safeParse(value) : currentForm.safeParse(value);
  if (read.success) return read.data;
  for (const issue of read.error.issues) context.addIssue({ ...issue, code: "custom", input: value });
  return z.NEVER;
});

export const programmeSchema: z.ZodType<Programme> = anyForm;

/** certifications.yaml */
export const programmesSchema = z.strictObject({
  version: z.string().min(1),
  valid_from: civilDateSchema,
  programmes: z.array(programmeSchema),
});
export type Programmes = z.infer<typeof programmesSchema>;

/** The certification rules of a recorded version of the framework, in whatever form it was written. @throws ZodError */
export function readProgrammes(json: string): Programmes {
  return programmesSchema.parse(JSON.parse(json));
}

/** Of a file's programmes those that hold on a date: of several versions of one key the last that has begun. */
export function programmesOfDay({ programmes, valid_from }: Programmes, date: CivilDate): Programme[] {
  const held = new Map<string, Programme>();
  const begins = (programme: Programme) => programme.valid_from ?? valid_from;
  for (const programme of programmes) {
    const known = held.get(programme.key);
    if (begins(programme) <= date && (!known || begins(known) <= begins(programme))) held.set(programme.key, programme);
  }
  return [...held.values()];
}
