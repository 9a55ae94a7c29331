import { z } from "zod";
import { bilingualSchema } from "~/domain/text/bilingual";
import { keySchema } from "./key";

/** How a source was read: a source document of this project, the legal text, a scan, a summary, nothing at all. */
export const MARKS = ["SEED", "TEXT", "OCR", "REPORT", "MEMORY"] as const;
export const markSchema = z.enum(MARKS, `a mark is one of ${MARKS.join(", ")}`);
export type Mark = z.infer<typeof markSchema>;

/** What a lesson or a question rests on: a clause of a legal document, and how it was read. */
export const citationSchema = z.strictObject({ document: keySchema, clause: bilingualSchema, mark: markSchema });
export type Citation = z.infer<typeof citationSchema>;
