export const LANGUAGES = ["vi", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

export function isLanguage(text: unknown): text is Language {
  return text === "vi" || text === "en";
}

/** The language of a visitor who has not chosen one: the first that the browser asks for and we have, else Vietnamese. */
export function preferredLanguage(acceptLanguage: string | null): Language {
  for (const part of (acceptLanguage ?? "").split(",")) {
    const tag = part.trim().slice(0, 2).toLowerCase();
    if (isLanguage(tag)) return tag;
  }
  return "vi";
}
