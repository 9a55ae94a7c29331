/** The languages of the house; every text that a person sees is written in both. */
export const LANGUAGES = ["vi", "en"] as const;
export type Language = (typeof LANGUAGES)[number];
