import { z } from "zod";

const bothLanguages = z.object({ vi: z.string(), en: z.string() });

const shown = {
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
};

const firstForm = z.object({ form: z.literal(1), ...shown });
const secondForm = z.object({
  form: z.literal(2),
  ...shown,
  /** the line above the title of who signs, "KT. GIÁM ĐỐC"; null: none */
  authority: bothLanguages.nullable(),
  wording: z.object({
    certifies: bothLanguages,
    completed: bothLanguages,
    signature: bothLanguages,
    copy: bothLanguages,
  }),
  /** the number of the paper that it corrects, which is printed; null: none */
  replaces: z.string().nullable(),
});

/**
 * What the paper shows, frozen as data when the certificate is issued: later changes of names, units, signatories or wording
 * leave it as it was. Papers of the first form have fixed words; they are read and drawn as they were.
 */
export const certificateFace = z.discriminatedUnion("form", [firstForm, secondForm]);

export type CertificateFace = z.infer<typeof certificateFace>;
/** as the first papers were */
export type FirstFace = z.infer<typeof firstForm>;
/** as papers are issued now */
export type NewFace = z.infer<typeof secondForm>;
