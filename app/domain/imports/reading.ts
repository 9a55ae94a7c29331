import { z } from "zod";
import { END_REASONS } from "~/domain/people/people-batch";
import { PEOPLE_FIELDS, UNIT_FIELDS } from "./fields";
import { ENCODINGS } from "./table";

const sheetSchema = z.object({
  name: z.string(),
  rows: z.number(),
  headingRow: z.number().nullable(),
  headings: z.array(z.string()),
  sample: z.array(z.array(z.string())),
});

/** What the person has said of the file: which sheet, which column is what, and whether it is the full list of a unit. */
const choiceSchema = z.object({
  sheet: z.number().int().min(0),
  mapping: z.array(z.enum([...PEOPLE_FIELDS, ...UNIT_FIELDS]).nullable()),
  /** public id of the unit of which the file is the full list; null: it tells changes only */
  fullListOf: z.string().nullable(),
  endReason: z.enum(END_REASONS),
});
export type Choice = z.infer<typeof choiceSchema>;

/** How a file was read: kept with the import. */
export const readingSchema = z.object({
  format: z.enum(["csv", "xlsx"]),
  encoding: z.enum(ENCODINGS).nullable(),
  delimiter: z.string().nullable(),
  sheets: z.array(sheetSchema),
  choice: choiceSchema.nullable(),
});
export type Reading = z.infer<typeof readingSchema>;

export const summarySchema = z.object({
  rows: z.object({
    new: z.number(),
    changed: z.number(),
    moved: z.number(),
    ended: z.number(),
    unchanged: z.number(),
    refused: z.number(),
  }),
  newPeople: z.number(),
  ends: z.number(),
  postings: z.number(),
  /** a hash of what would be done: a later comparison that gives another one has found other facts */
  digest: z.string(),
  /** the share of postings that may end without a second confirmation, as it was on the day */
  share: z.number(),
  /** the facts have changed between the dry run and the wish to carry it out: this is the new comparison */
  comparedAgain: z.boolean(),
  /** carried out without the rows that were refused */
  withoutRefused: z.boolean(),
});
export type Summary = z.infer<typeof summarySchema>;
