import { z } from "zod";
import { bilingualSchema } from "~/domain/text/bilingual";

/** In a course's files the name of a file in `pictures/`; in the database "<sha256>.<kind>" of the kept bytes. */
const pictureName = z.string().regex(/^[a-z0-9][a-z0-9-]{0,70}\.(png|jpg|webp)$/, "a picture is a .png, .jpg or .webp");

export const figureSchema = z.union([
  z.strictObject({
    picture: pictureName,
    /** what whoever cannot see it needs to answer */
    alt: bilingualSchema,
    caption: bilingualSchema.optional(),
  }),
  z.strictObject({
    table: z.strictObject({
      caption: bilingualSchema,
      head: z.array(bilingualSchema).min(2).max(6),
      /** the first cell of each row names it */
      rows: z.array(z.array(bilingualSchema)).min(1).max(12),
    }),
  }),
]);
/** A picture or a table that belongs to a question. */
export type Figure = z.infer<typeof figureSchema>;
