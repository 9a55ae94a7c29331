import { z } from "zod";
import { bilingualSchema } from "~/domain/text/bilingual";
import type { CivilDate } from "~/domain/time/civil-date";
import { markSchema } from "./citation";
import { civilDateSchema, keySchema } from "./key";

const legalDocumentSchema = z
  .strictObject({
    key: keySchema,
    kind: z.string().min(1),
    number: z.string().min(1).nullable(),
    title: bilingualSchema,
    issuer: bilingualSchema,
    issued: civilDateSchema,
    /** null: the day is not established, or the item is an article and never was law */
    in_force_from: civilDateSchema.nullable(),
    /** the last day in force; null: no end is known */
    in_force_to: civilDateSchema.nullable(),
    replaced_by: keySchema.nullable(),
    amended_by: z.array(keySchema),
    mark: markSchema,
    note: bilingualSchema.nullable(),
  })
  .refine(
    ({ in_force_from, in_force_to }) => in_force_from === null || in_force_to === null || in_force_from <= in_force_to,
    { path: ["in_force_to"], message: "the document ends before it begins" },
  );

export type LegalDocument = z.infer<typeof legalDocumentSchema>;

/** legal-documents.yaml */
export const legalDocumentsSchema = z.strictObject({ documents: z.array(legalDocumentSchema) });
export type LegalDocuments = z.infer<typeof legalDocumentsSchema>;

export type Force = "in-force" | "not-yet" | "ended" | "not-established";

/** Whether a document is in force on a date; its last day counts. "not-established": the first day is not known. */
export function forceOn(document: LegalDocument, date: CivilDate): Force {
  if (document.in_force_to !== null && document.in_force_to < date) return "ended";
  if (date < document.issued) return "not-yet";
  if (document.in_force_from === null) return "not-established";
  return document.in_force_from <= date ? "in-force" : "not-yet";
}

/** An article, a notice or a source document of this project is told as history, with its date: it need not be in force. */
export function isHistory(document: LegalDocument): boolean {
  return document.kind === "article" || document.kind === "notice" || document.mark === "SEED";
}
