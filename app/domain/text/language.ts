import type { Bilingual } from "./bilingual";

/** A language of the house. */
export type Language = keyof Bilingual;
export const LANGUAGES: readonly Language[] = ["vi", "en"];
