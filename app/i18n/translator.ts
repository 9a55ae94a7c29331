import i18next, { type FormatFunction, type i18n } from "i18next";
import { writeNumber } from "~/domain/text/write-number";
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
    interpolation: { escapeValue: false, alwaysFormat: true, format: writeValue },
    returnNull: false,
    initImmediate: false,
    react: { useSuspense: false },
  });
  rememberTexts(instance);
  return instance;
}

/** Numbers that name something and count nothing: they have no separators. */
const NAMES = new Set(["year", "row", "line", "number", "page", "version"]);

/** What stands for a value in a text: numbers as the language writes them, all else as it came. */
const writeValue: FormatFunction = (value, _format, language, options) =>
  typeof value !== "number" || NAMES.has(options?.interpolationkey) ? value : writeNumber(value, language as Language);

const MOST_TEXTS = 5_000;

/**
 * A page asks for some two hundred texts, nearly always the same: what was asked once is answered from memory, which takes a
 * tenth of a page's time away. Texts depend on key and options alone.
 */
function rememberTexts(instance: i18n): void {
  const translate = instance.t.bind(instance) as (key: unknown, options: unknown) => string;
  const known = new Map<string, string>();
  const remembering = (key: unknown, options: unknown): string => {
    const asked = `${key} ${JSON.stringify(options)}`;
    const text = known.get(asked) ?? translate(key, options);
    if (known.size >= MOST_TEXTS) known.clear();
    known.set(asked, text);
    return text;
  };
  instance.t = remembering as typeof instance.t;
}
