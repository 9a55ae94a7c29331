import type { i18n } from "i18next";
import en from "./en";
import type { Language } from "./language";
import { createTranslator } from "./translator";
import vi from "./vi";

/** Both languages stay loaded on the server; a translator holds no state of a request. */
export const translators: Record<Language, i18n> = {
  vi: createTranslator("vi", vi),
  en: createTranslator("en", en),
};
