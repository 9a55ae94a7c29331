import { z } from "zod";
import { isCivilDate } from "~/domain/time/civil-date";

/** A handle given by an author: lower-case ASCII words joined by "-", never reused for something else. */
export const keySchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "a key consists of lower-case ASCII words joined by “-”");

/** "YYYY-MM-DD", a day that exists. */
export const civilDateSchema = z.string().refine(isCivilDate, "a date is written YYYY-MM-DD and must exist");
