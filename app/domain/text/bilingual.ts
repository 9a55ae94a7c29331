import { z } from "zod";

/** A text in both languages of the house. */
export interface Bilingual {
  vi: string;
  en: string;
}

const text = z.string().trim().min(1);

export const bilingualSchema = z.strictObject({ vi: text, en: text });

/** What is written alike in both: names, numbers, what a person typed. */
export function sameInBoth(text: string): Bilingual {
  return { vi: text, en: text };
}
