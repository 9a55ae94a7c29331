/** How a typed text is compared with accepted ones; left out: accents count, capitals do not. */
export interface SpellingRule {
  accents?: "strict" | "ignore" | undefined;
  case?: "strict" | "ignore" | undefined;
}

/**
 * True where a text says the same as one of those accepted. Never told apart: composed and decomposed letters, runs of blanks,
 * kinds of apostrophes, quotation marks and dashes, and the two customs of placing a tone mark (hoà, hòa). Capitals and
 * accents by the rule; without accents đ is d.
 */
export function isAccepted(text: string, accepted: readonly string[], rule: SpellingRule): boolean {
  const compared = spelled(text, rule);
  return accepted.some((each) => spelled(each, rule) === compared);
}

/** The form in which texts are compared. */
function spelled(text: string, rule: SpellingRule): string {
  let form = text
    .normalize("NFD")
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, "")
    .replace(/[‘’‚‛′`´ʼ]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\s+/g, " ")
    .trim();
  if (rule.case !== "strict") form = form.toLowerCase();
  if (rule.accents === "ignore") return form.replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D");
  return tonesLast(form).normalize("NFC");
}

/** Grave, acute, tilde, hook and dot below: the five tones. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Each word with its tone marks at its end: where in a syllable the mark stands is custom, not spelling. */
function tonesLast(form: string): string {
  return form.replace(/[\p{L}\p{M}]+/gu, (word) => word.replace(TONES, "") + (word.match(TONES)?.join("") ?? ""));
}
