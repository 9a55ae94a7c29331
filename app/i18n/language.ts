import { LANGUAGES, type Language } from "~/domain/text/language";

export { LANGUAGES, type Language };

export function isLanguage(text: unknown): text is Language {
  return LANGUAGES.some((language) => language === text);
}

/** The language of a visitor who has not chosen one: the first that the browser asks for and we have, else Vietnamese. */
export function preferredLanguage(acceptLanguage: string | null): Language {
  for (const part of (acceptLanguage ?? "").split(",")) {
    const tag = part.trim().slice(0, 2).toLowerCase();
    if (isLanguage(tag)) return tag;
  }
  return "vi";
}
