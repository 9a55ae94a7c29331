import type { UnitTypeKey } from "~/domain/organisation/organisation-facts";
import type { Viewer } from "~/domain/permissions/viewer";
import { type FocalLevel, SETTING_KEYS, type SettingKey } from "~/domain/settings/setting";
import { readWrittenSetting, type SettingKind, settingKind, writeSetting } from "~/domain/settings/written-value";
import { type CivilDate, civilDateOf } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { reader } from "~/models/database.server";
import { organisationFacts } from "../organisation/organisation-facts.server";
import { type UnitOptionGroup, unitOptions } from "../organisation/unit-options.server";
import { maySettle } from "./may-settle.server";
import { allSettingsOn } from "./settings.server";

/** A value in words: a figure, the levels ticked, the unit named. */
export interface SettingValue {
  kind: SettingKind;
  written: string[];
  figure: number | null;
  levels: FocalLevel[];
  types: UnitTypeKey[];
  /** name of the unit; null: none is named */
  unit: string | null;
}

export interface SettingLine {
  key: SettingKey;
  value: SettingValue;
  /** since when, and under which document; null: as it was set up */
  since: { date: CivilDate; document: string } | null;
  /** what is agreed on for later */
  next: { date: CivilDate; value: SettingValue } | null;
}

export interface SettingDecision {
  id: number;
  value: SettingValue;
  from: CivilDate;
  document: string;
  note: string | null;
  recordedOn: CivilDate;
  by: string | null;
  undone: boolean;
}

export interface SettingPage extends SettingLine {
  /** newest first */
  decisions: SettingDecision[];
  units: UnitOptionGroup[];
}

interface DecisionRow {
  id: bigint;
  key: string;
  value: string;
  valid_from: string;
  valid_to: string | null;
  counts: bigint;
  document: string | null;
  note: string | null;
  at: string;
  name: string | null;
  undone: bigint;
}

/** All settings on a day. Null: they are not the viewer's to settle. */
export async function loadSettings(
  viewer: Viewer,
  today: CivilDate,
  language: Language,
): Promise<SettingLine[] | null> {
  if (!(await maySettle(viewer, today))) return null;
  const [rows, values, nameOf] = await Promise.all([readRows(), allSettingsOn(today), unitNames(language)]);
  return SETTING_KEYS.map((key) => lineOf(key, rows, writeSetting(key, values[key]), today, nameOf));
}

/** One setting with all that was decided about it. Null: it is not the viewer's to settle. */
export async function loadSetting(
  viewer: Viewer,
  key: SettingKey,
  today: CivilDate,
  language: Language,
): Promise<SettingPage | null> {
  if (!(await maySettle(viewer, today))) return null;
  const [rows, values, nameOf] = await Promise.all([readRows(), allSettingsOn(today), unitNames(language)]);
  const units = settingKind(key) === "unit" ? await unitOptions(viewer, "change-organisation", today, language) : [];
  return {
    ...lineOf(key, rows, writeSetting(key, values[key]), today, nameOf),
    decisions: rows.filter((row) => row.key === key).map((row) => decisionOf(key, row, nameOf)),
    units,
  };
}

/** Every value as it was decided, newest first; copies that only end where another begins are left out. */
async function readRows(): Promise<DecisionRow[]> {
  const client = await reader();
  return client.$queryRaw<DecisionRow[]>`
    SELECT c.id, s.key, s.value, s.valid_from, s.valid_to, s.retracted_change IS NULL AS counts, c.document, c.note, c.at,
      (SELECT n.full_name FROM account a JOIN person_name n ON n.person_id = a.person_id AND n.retracted_change IS NULL
        WHERE a.id = c.actor_id ORDER BY n.valid_from DESC LIMIT 1) AS name,
      EXISTS (SELECT 1 FROM change u WHERE u.undoes = c.id) AS undone
    FROM setting s JOIN change c ON c.id = s.recorded_change
    WHERE c.kind = 'change-setting' AND s.valid_from = c.effective
    ORDER BY c.id DESC`;
}

type NameOf = (publicId: string) => string | null;

async function unitNames(language: Language): Promise<NameOf> {
  const facts = await organisationFacts();
  const idOf = new Map(facts.units.map((unit) => [unit.publicId, unit.id]));
  const names = new Map(facts.names.map((row) => [row.unitId, row.name[language]]));
  return (publicId) => names.get(idOf.get(publicId) ?? 0) ?? null;
}

function lineOf(
  key: SettingKey,
  rows: readonly DecisionRow[],
  written: string[],
  today: CivilDate,
  nameOf: NameOf,
): SettingLine {
  const agreed = rows.filter((row) => row.key === key && !row.undone);
  // the last decision for the latest of their days is the one that holds
  const held = [...agreed]
    .filter((row) => row.valid_from <= today)
    .sort(byStart)
    .at(-1);
  const next = [...agreed].filter((row) => row.valid_from > today && row.counts).sort(byStart)[0];
  return {
    key,
    value: shownValue(key, written, nameOf),
    since: held ? { date: held.valid_from, document: held.document ?? "" } : null,
    next: next ? { date: next.valid_from, value: shownValue(key, writtenIn(key, next), nameOf) } : null,
  };
}

function byStart(a: DecisionRow, b: DecisionRow): number {
  return a.valid_from.localeCompare(b.valid_from) || Number(a.id - b.id);
}

function decisionOf(key: SettingKey, row: DecisionRow, nameOf: NameOf): SettingDecision {
  return {
    id: Number(row.id),
    value: shownValue(key, writtenIn(key, row), nameOf),
    from: row.valid_from,
    document: row.document ?? "",
    note: row.note,
    recordedOn: civilDateOf(row.at),
    by: row.name,
    undone: Boolean(row.undone),
  };
}

function writtenIn(key: SettingKey, row: DecisionRow): string[] {
  return writeSetting(key, JSON.parse(row.value));
}

function shownValue(key: SettingKey, written: string[], nameOf: NameOf): SettingValue {
  const kind = settingKind(key);
  return {
    kind,
    written,
    figure: kind === "number" || kind === "percent" ? Number(written[0] ?? 0) : null,
    levels: kind === "levels" && readWrittenSetting(key, written) ? (written as FocalLevel[]) : [],
    types: kind === "types" && readWrittenSetting(key, written) ? (written as UnitTypeKey[]) : [],
    unit: kind === "unit" && written[0] ? nameOf(written[0]) : null,
  };
}
