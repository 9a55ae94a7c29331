import { z } from "zod";
import { type CivilDate, readCivilDate } from "~/domain/time/civil-date";

/** Halves of characters, which no keyboard makes and no file can hold, become the sign for what cannot be read. */
function withoutLoneSurrogates(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\uFFFD");
}

/** A text that must say something; spaces around it and unpaired surrogates do not count. `longest` in characters. */
export function textValue(longest: number) {
  return z
    .string()
    .transform((text) => withoutLoneSurrogates(text).normalize("NFC").trim())
    .pipe(z.string().min(1).max(longest));
}

/** The same where nothing may stand: null then. */
export function optionalTextValue(longest: number) {
  return z
    .string()
    .optional()
    .transform(
      (text) =>
        withoutLoneSurrogates(text ?? "")
          .normalize("NFC")
          .trim() || null,
    )
    .pipe(z.string().max(longest).nullable());
}

/** A civil date, as a browser's picker sends it or as people here write it. */
export const dateValue = z.string().transform((text, context): CivilDate => {
  const date = readCivilDate(text);
  if (date) return date;
  context.addIssue({ code: "custom", message: "no date" });
  return z.NEVER;
});

/** The same where nothing may stand: null then. */
export const optionalDateValue = z
  .string()
  .optional()
  .transform((text) => text?.trim() || null)
  .pipe(z.union([z.null(), dateValue]));

/** The document that orders an act: number and date as free text. */
export const documentValue = textValue(200);
