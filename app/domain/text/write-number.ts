import type { Language } from "./language";

const LOCALES: Record<Language, string> = { vi: "vi-VN", en: "en-GB" };

/** A number as a language writes it: "20.000" and "8,27" in Vietnamese. Nothing of it is lost unless the options say so. */
export function writeNumber(value: number, language: Language, options: Intl.NumberFormatOptions = {}): string {
  return value.toLocaleString(LOCALES[language], { maximumFractionDigits: 20, ...options });
}
