import { z } from "zod";

const bothLanguages = z.object({ vi: z.string(), en: z.string() });

/**
 * What the paper shows, frozen as data when the certificate is issued: later changes of names, units, signatories or wording
 * leave it as it was.
 */
export const certificateFace = z.object({
  form: z.literal(1),
  heading: bothLanguages,
  holder: z.string(),
  unit: bothLanguages,
  programme: bothLanguages,
  issuedOn: z.string(),
  /** last day on which it holds; null: no end */
  validThrough: z.string().nullable(),
  serial: z.string(),
  code: z.string(),
  issuingBody: bothLanguages,
  issuingUnit: bothLanguages,
  signatory: z.object({ name: z.string(), title: bothLanguages }),
  place: bothLanguages,
  decision: z.object({ number: z.string(), signedOn: z.string() }),
  /** marks papers of the demo data */
  sample: z.boolean(),
});

export type CertificateFace = z.infer<typeof certificateFace>;
