import type { Language } from "./language";

const LOCALES: Record<Language, string> = { vi: "vi-VN", en: "en-GB" };

type Digits = Pick<Intl.NumberFormatOptions, "minimumFractionDigits" | "maximumFractionDigits" | "useGrouping">;

/** A number as a language writes it: "20.000" and "8,27" in Vietnamese. Nothing of it is lost unless the digits say so. */
export function writeNumber(value: number, language: Language, digits: Digits = ALL_DIGITS): string {
  return formatOf(language, digits).format(value);
}

const ALL_DIGITS: Digits = { maximumFractionDigits: 20 };

/** A format takes much longer to make than to use. */
const formats = new Map<string, Intl.NumberFormat>();

function formatOf(language: Language, digits: Digits): Intl.NumberFormat {
  const key = `${language} ${JSON.stringify(digits)}`;
  const known = formats.get(key) ?? new Intl.NumberFormat(LOCALES[language], digits);
  formats.set(key, known);
  return known;
}
