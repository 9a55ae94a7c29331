import i18next, { type i18n } from "i18next";
import type { Language } from "./language";

export type Resources = Record<string, object>;

/** An i18next instance for one language; keys are "namespace:key". Nothing is escaped here: React does that. */
export function createTranslator(language: Language, resources: Resources): i18n {
  const instance = i18next.createInstance();
  instance.init({
    lng: language,
    resources: { [language]: resources },
    ns: Object.keys(resources),
    defaultNS: "common",
    fallbackLng: false,
    interpolation: { escapeValue: false },
    returnNull: false,
    initImmediate: false,
    react: { useSuspense: false },
  });
  return instance;
}
