import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "~/domain/time/civil-date";
import { changeValue } from "./change-value";
import { DEFAULT_SETTINGS, isSettingKey, readSetting, SETTING_KEYS, type SettingFact, settingsOn } from "./setting";
import { readWrittenSetting, writeSetting } from "./written-value";

describe("settings", () => {
  it("are their defaults while nobody has said otherwise, and each default is a value", () => {
    expect(settingsOn([], "2026-01-01")).toEqual(DEFAULT_SETTINGS);
    for (const key of SETTING_KEYS) expect(readSetting(key, DEFAULT_SETTINGS[key])).not.toBeNull();
    expect(isSettingKey("focal-levels")).toBe(true);
    expect(["toString", "focal", ""].some(isSettingKey)).toBe(false);
  });

  it.each([
    ["2026-06-30", 30],
    ["2026-07-01", 45],
    ["2026-12-31", 45],
    ["2027-01-01", 30],
  ])("on %s are what holds then", (date, days) => {
    const facts: SettingFact[] = [
      { key: "return-days", value: 45, validFrom: "2026-07-01", validTo: "2027-01-01" },
      { key: "request-days", value: "soon", validFrom: "2026-01-01", validTo: null },
    ];
    expect(settingsOn(facts, date)).toEqual({ ...DEFAULT_SETTINGS, "return-days": days });
  });

  it.each([
    ["return-days", 0],
    ["return-days", 1.5],
    ["import-end-share", 1.1],
    ["focal-levels", ["SPECIAL"]],
    ["focal-unit", 4],
    ["turnover-alert-holders", 1],
  ] as const)("%s is never %j", (key, value) => expect(readSetting(key, value)).toBeNull());
});

describe("a change of a dated value", () => {
  const day = (count: number) => addDays("2026-01-01", count);

  it("holds from its date until what was agreed on later, and leaves the days before as they were", () => {
    const steps = fc.array(fc.record({ from: fc.integer({ min: 0, max: 40 }), value: fc.integer() }), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(steps, (drawn) => {
        let rows: { id: number; value: number; validFrom: string; validTo: string | null }[] = [];
        let nextId = 1;
        const model = new Map<number, number>();
        const starts = new Set<number>();
        for (const { from, value } of drawn) {
          const later = [...starts].filter((start) => start > from).sort((a, b) => a - b)[0] ?? 60;
          for (let at = from; at < later; at++) model.set(at, value);
          starts.add(from);
          const { ended, added } = changeValue(rows, value, day(from));
          rows = rows.filter(({ id }) => !ended.includes(id));
          for (const row of added) rows.push({ ...row, id: nextId++ });
        }
        for (let at = 0; at < 60; at++) {
          const holding = rows.filter(
            (row) => row.validFrom <= day(at) && (row.validTo === null || day(at) < row.validTo),
          );
          expect(holding.length).toBeLessThanOrEqual(1);
          expect(holding[0]?.value).toBe(model.get(at));
        }
      }),
    );
  });
});

describe("a setting on a form", () => {
  it("comes back as it was written", () => {
    for (const key of SETTING_KEYS) {
      const value = DEFAULT_SETTINGS[key];
      expect(readWrittenSetting(key, writeSetting(key, value))).toEqual({ value });
    }
    expect(readWrittenSetting("import-end-share", ["7"])).toEqual({ value: 0.07 });
    expect(readWrittenSetting("focal-levels", ["CENTRAL", "CENTRAL"])).toEqual({ value: ["CENTRAL"] });
  });

  it.each([
    ["return-days", ["soon"]],
    ["return-days", []],
    ["return-days", ["3.5"]],
    ["import-end-share", ["0"]],
    ["import-end-share", ["101"]],
    ["focal-levels", ["province"]],
  ] as const)("%s is not read from %j", (key, written) => expect(readWrittenSetting(key, written)).toBeNull());
});
