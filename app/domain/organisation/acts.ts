import { z } from "zod";
import { bilingualSchema } from "~/domain/text/bilingual";
import { isCivilDate } from "~/domain/time/civil-date";
import { LEVELS, UNIT_TYPES } from "./organisation-facts";

const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "a key is lower-case ASCII words joined by -");
const code = z.string().regex(/^\d{2}$/, "a code is two digits, in quotes");
const areaKind = z.enum(["province", "city"]);

const newUnit = {
  unit: key,
  name: bilingualSchema,
  /** within a list whose heading says the rest; the name, where it is left out */
  short: bilingualSchema.optional(),
  area: key.optional(),
  vss_code: z.string().min(1).optional(),
  sample: z.boolean().default(false),
};

const newArea = { area: key, code, kind: areaKind, name: bilingualSchema };

/** One thing that happens to the organisation. The day comes from its batch; a span that an act ends, ends with the day before. */
export const actSchema = z.discriminatedUnion("act", [
  /** A unit begins. Without `parent` it is a root. */
  z.strictObject({ act: z.literal("create"), ...newUnit, level: z.enum(LEVELS), parent: key.optional() }),
  /** Another name; the unit stays who it is. */
  z.strictObject({ act: z.literal("rename"), unit: key, name: bilingualSchema, short: bilingualSchema.optional() }),
  /** What a level is called from this day. */
  z.strictObject({ act: z.literal("relabel-level"), level: z.enum(LEVELS), label: bilingualSchema }),
  /** Units end and one new unit follows them all, with their children; it stands under their parent. */
  z.strictObject({ act: z.literal("merge"), units: z.array(key).min(2), into: z.strictObject(newUnit) }),
  /**
   * A unit ends and several follow it: new ones, which stand under its parent, and ones that exist. Its children go to the heir
   * named for them, else to the first.
   */
  z.strictObject({
    act: z.literal("split"),
    unit: key,
    into: z.array(z.strictObject(newUnit)).default([]),
    successors: z.array(key).default([]),
    children: z.record(key, key).default({}),
  }),
  /** A unit, with all below it, comes under another parent. */
  z.strictObject({ act: z.literal("move"), unit: key, parent: key }),
  /** A unit ends; its work goes to the successors, where some are named. */
  z.strictObject({ act: z.literal("close"), unit: key, successors: z.array(key).default([]) }),
  /** Of what kind a unit is within its level from this day. */
  z.strictObject({ act: z.literal("classify"), unit: key, type: z.enum(UNIT_TYPES) }),
  /** A unit answers for another administrative area. */
  z.strictObject({ act: z.literal("place-in-area"), unit: key, area: key }),
  z.strictObject({ act: z.literal("create-area"), ...newArea }),
  /** Another code, name or kind of an area that stays the same. */
  z.strictObject({
    act: z.literal("change-area"),
    area: key,
    code: code.optional(),
    kind: areaKind.optional(),
    name: bilingualSchema.optional(),
  }),
  /** Areas end and one new area begins. */
  z.strictObject({ act: z.literal("merge-areas"), areas: z.array(key).min(2), into: z.strictObject(newArea) }),
]);

/** What becomes of posts when their units end; left out, the first heir takes all. */
const postsSchema = z.strictObject({
  /** public id of a post -> key of the heir that it goes to, where that is not the first */
  rule: z.record(z.string(), key).optional(),
  /**
   * key of an heir -> staff code of who keeps its focal-point post, null: nobody. Left out: the heir's own holder; else the only
   * one there is; of several, nobody.
   */
  focal: z.record(key, z.string().nullable()).optional(),
});

/** What is done on one day by one document; it is carried out whole or not at all. */
export const batchSchema = z.strictObject({
  /** given once; a batch that was carried out is never changed, a later one corrects it */
  key,
  date: z.string().refine(isCivilDate, "a date is YYYY-MM-DD"),
  title: bilingualSchema,
  document: z.string().min(1).nullable(),
  /** how well this is known: seed document, legal text, scan, report, memory, or open */
  mark: z.enum(["SEED", "TEXT", "OCR", "REPORT", "MEMORY", "OPEN"]),
  /** what is uncertain, and what was inferred */
  note: z.string().min(1).optional(),
  acts: z.array(actSchema).min(1),
  posts: postsSchema.optional(),
  /** permissions over units that end, granted again over their heirs: all, or those of these public ids; left out: none */
  carryGrants: z.union([z.boolean(), z.array(z.string())]).optional(),
});

export type Act = z.output<typeof actSchema>;
export type ActOf<Kind extends Act["act"]> = Extract<Act, { act: Kind }>;
export type Batch = z.output<typeof batchSchema>;
