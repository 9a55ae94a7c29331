import type { Viewer } from "~/domain/permissions/viewer";
import { changeValue } from "~/domain/settings/change-value";
import { readSetting, type Setting, type SettingKey } from "~/domain/settings/setting";
import { type CivilDate, civilDateOf, type Instant } from "~/domain/time/civil-date";
import { isDuplicate, recordChange } from "~/models/database.server";
import { organisationAsOf } from "../organisation/organisation-facts.server";
import { wasRecorded } from "../recorded-acts.server";
import { maySettle, settlesFor } from "./may-settle.server";

export interface SettingChange<K extends SettingKey = SettingKey> {
  key: K;
  value: Setting[K];
  /** the first day on which it holds; it holds until the next value that is already agreed on */
  from: CivilDate;
  /** the document that orders it */
  document: string;
  note?: string | null;
  at: Instant;
  onceKey?: string | null;
}

/**
 * Gives a setting another value from a date on. A repeated send changes nothing.
 * @returns "not-permitted" to those who may not, "no-such-value" for a value that the setting cannot have on that date
 */
export async function changeSetting<K extends SettingKey>(
  viewer: Viewer,
  change: SettingChange<K>,
): Promise<"changed" | "not-permitted" | "no-such-value"> {
  const { key, from, document, note, at, onceKey } = change;
  if (!(await maySettle(viewer, civilDateOf(at)))) return "not-permitted";
  const read = readSetting(key, change.value);
  if (!read || !(await isThere(key, read.value, from))) return "no-such-value";
  const onBehalfOf = await settlesFor(viewer, civilDateOf(at));
  const by = { actorId: viewer.accountId, onBehalfOf };
  const act = { kind: "change-setting", at, ...by, document, effective: from, note, onceKey };
  try {
    await recordChange(act, async (rows, changeId) => {
      const held = await rows.setting.findMany({ where: { key, retracted_change: null } });
      const spans = held.map((row) => ({ ...row, validFrom: row.valid_from, validTo: row.valid_to }));
      const { ended, added } = changeValue(spans, JSON.stringify(read.value), from);
      await rows.setting.updateMany({ where: { id: { in: ended } }, data: { retracted_change: changeId } });
      await rows.setting.createMany({
        data: added.map(({ value, validFrom, validTo }) => ({
          key,
          value,
          valid_from: validFrom,
          valid_to: validTo,
          recorded_change: changeId,
        })),
      });
    });
  } catch (error) {
    if (!(isDuplicate(error) && onceKey && (await wasRecorded(onceKey)))) throw error;
  }
  return "changed";
}

/** The unit that leads foreign information exists on the day from which it does. */
async function isThere(key: SettingKey, value: Setting[SettingKey], from: CivilDate): Promise<boolean> {
  if (key !== "focal-unit" || value === null) return true;
  return [...(await organisationAsOf(from)).byId.values()].some((unit) => unit.publicId === value);
}
