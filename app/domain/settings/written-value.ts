import { readSetting, type Setting, type SettingKey } from "./setting";

/** How a setting is written on a form. */
export type SettingKind = "levels" | "types" | "unit" | "percent" | "number";

const kinds: Record<SettingKey, SettingKind> = {
  "focal-levels": "levels",
  "focal-unit-types": "types",
  "focal-unit": "unit",
  "return-days": "number",
  "import-end-share": "percent",
  "turnover-months": "number",
  "turnover-alert-holders": "number",
  "request-days": "number",
  "appeal-days": "number",
  "attempt-log-months": "number",
  "letter-days": "number",
  "quiet-from": "number",
  "quiet-until": "number",
  "training-hours-civil-servant": "number",
  "training-hours-public-employee": "number",
  "training-hours-contract": "number",
};

export function settingKind(key: SettingKey): SettingKind {
  return kinds[key];
}

/** The value as a form sends it: ticked boxes, a unit's id, a whole number. */
export function writeSetting<K extends SettingKey>(key: K, value: Setting[K]): string[] {
  if (Array.isArray(value)) return value.map(String);
  if (value === null) return [];
  return [String(kinds[key] === "percent" ? Math.round(Number(value) * 100) : value)];
}

/** What a form has sent as a value; null where it is none. */
export function readWrittenSetting<K extends SettingKey>(
  key: K,
  written: readonly string[],
): { value: Setting[K] } | null {
  const kind = kinds[key];
  if (kind === "levels" || kind === "types") return readSetting(key, [...new Set(written)]);
  const text = written[0]?.trim() ?? "";
  if (kind === "unit") return readSetting(key, text === "" ? null : text);
  if (!/^\d{1,4}$/.test(text)) return null;
  return readSetting(key, kind === "percent" ? Number(text) / 100 : Number(text));
}

/** Settings that are one figure. */
export type FigureSetting =
  | "return-days"
  | "import-end-share"
  | "turnover-months"
  | "turnover-alert-holders"
  | "request-days"
  | "appeal-days"
  | "attempt-log-months"
  | "letter-days"
  | "quiet-from"
  | "quiet-until"
  | "training-hours-civil-servant"
  | "training-hours-public-employee"
  | "training-hours-contract";

export function isFigureSetting(key: SettingKey): key is FigureSetting {
  return kinds[key] === "number" || kinds[key] === "percent";
}
