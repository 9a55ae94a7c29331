import { isSettingKey, type Setting, type SettingFact, type SettingKey, settingsOn } from "~/domain/settings/setting";
import type { CivilDate } from "~/domain/time/civil-date";
import { latestChangeId, reader } from "~/models/database.server";
import { knownThen } from "~/models/organisation/organisation-facts.server";

let held: { changeId: number; facts: Promise<SettingFact[]> } | null = null;

/** The dated settings that count. Held in memory until the next change; then one statement over a few rows. */
export async function settingFacts(): Promise<readonly SettingFact[]> {
  const changeId = await latestChangeId();
  if (held?.changeId !== changeId) {
    const mine = { changeId, facts: readSettingFacts() };
    held = mine;
    mine.facts.catch(() => {
      if (held === mine) held = null;
    });
  }
  return held.facts;
}

/** @param knownAt newest change to take in; left out: all */
export async function readSettingFacts(knownAt: number | null = null): Promise<SettingFact[]> {
  const client = await reader();
  const rows = await client.setting.findMany({ where: knownThen(knownAt), orderBy: { id: "asc" } });
  return rows.flatMap(({ key, value, valid_from: validFrom, valid_to: validTo }) =>
    isSettingKey(key) ? [{ key, value: JSON.parse(value) as unknown, validFrom, validTo }] : [],
  );
}

/** All settings on a date. */
export async function allSettingsOn(date: CivilDate): Promise<Setting> {
  return settingsOn(await settingFacts(), date);
}

/** The value of one setting on a date. */
export async function settingOn<K extends SettingKey>(key: K, date: CivilDate): Promise<Setting[K]> {
  return (await allSettingsOn(date))[key];
}
