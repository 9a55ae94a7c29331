import { z } from "zod";
import { UNIT_TYPES } from "~/domain/organisation/organisation-facts";
import type { CivilDate, Span } from "~/domain/time/civil-date";

/** Levels of units that can be asked to have a focal point; special units stand apart. */
export const FOCAL_LEVELS = ["CENTRAL", "PROVINCIAL", "GRASSROOTS"] as const;
export type FocalLevel = (typeof FOCAL_LEVELS)[number];

const days = z.number().int().min(1).max(365);
const lessonHours = z.number().int().min(0).max(2000);

/** What the house has agreed on: each value is dated, under a document. Their values when nobody has said otherwise stand below. */
const schemas = {
  /** levels of units that have one focal point each; none where the network is asked for by type alone */
  "focal-levels": z.array(z.enum(FOCAL_LEVELS)),
  /** types of units that have one beside those of the levels */
  "focal-unit-types": z.array(z.enum(UNIT_TYPES)),
  /** public id of the unit that leads foreign information; null: not named */
  "focal-unit": z.string().nullable(),
  /** days that someone has for duties after coming back */
  "return-days": days,
  /** an import that would end more than this share of postings is confirmed a second time */
  "import-end-share": z.number().min(0.01).max(1),
  /** months that turnover looks back */
  "turnover-months": z.number().int().min(6).max(120),
  /** which holder of a post within them is one too many */
  "turnover-alert-holders": z.number().int().min(2).max(20),
  /** working days in which a request is decided */
  "request-days": days,
  /** days in which a mark can be appealed against, from when it was told */
  "appeal-days": days,
  /** months for which the log of an attempt, with devices and addresses, is kept */
  "attempt-log-months": z.number().int().min(1).max(120),
  /** days for which the text of a letter that was sent is kept */
  "letter-days": days,
  /** hour of the evening from which the house sends no mail */
  "quiet-from": z.number().int().min(12).max(24),
  /** hour of the morning until which it sends none */
  "quiet-until": z.number().int().min(0).max(11),
  /** lesson hours of training that a category owes in a year; 0: none is set */
  "training-hours-civil-servant": lessonHours,
  "training-hours-public-employee": lessonHours,
  "training-hours-contract": lessonHours,
};

export type SettingKey = keyof typeof schemas;
/** The settings and the types of their values. */
export type Setting = { [K in SettingKey]: z.infer<(typeof schemas)[K]> };

export const SETTING_KEYS = Object.keys(schemas) as SettingKey[];

export const DEFAULT_SETTINGS: Setting = {
  "focal-levels": ["PROVINCIAL"],
  "focal-unit-types": [],
  "focal-unit": null,
  "return-days": 30,
  "import-end-share": 0.1,
  "turnover-months": 24,
  "turnover-alert-holders": 4,
  "request-days": 10,
  "appeal-days": 15,
  "attempt-log-months": 24,
  "letter-days": 90,
  "quiet-from": 21,
  "quiet-until": 7,
  // Nghị định 171/2025/NĐ-CP, Điều 16 khoản 3: một tuần, 40 tiết; for the others no text was read
  "training-hours-civil-servant": 40,
  "training-hours-public-employee": 0,
  "training-hours-contract": 0,
};

export function isSettingKey(text: string): text is SettingKey {
  return Object.hasOwn(schemas, text);
}

/** The value where it is one of the setting's; null where it is not. */
export function readSetting<K extends SettingKey>(key: K, value: unknown): { value: Setting[K] } | null {
  const parsed = schemas[key].safeParse(value);
  return parsed.success ? { value: parsed.data as Setting[K] } : null;
}

/** A setting's value over a span. */
export interface SettingFact extends Span {
  key: SettingKey;
  value: unknown;
}

/** All settings on a date. What was stored under an older shape counts as not said. */
export function settingsOn(facts: readonly SettingFact[], date: CivilDate): Setting {
  const settings: Record<string, unknown> = { ...DEFAULT_SETTINGS };
  for (const fact of facts) {
    if (fact.validFrom > date || (fact.validTo !== null && fact.validTo <= date)) continue;
    const read = readSetting(fact.key, fact.value);
    if (read) settings[fact.key] = read.value;
  }
  return settings as Setting;
}
