import { beforeAll, describe, expect, it } from "vitest";
import type { Role } from "~/domain/permissions/role";
import type { Viewer } from "~/domain/permissions/viewer";
import { DEFAULT_SETTINGS } from "~/domain/settings/setting";
import { loadViewer } from "~/models/access/viewers.server";
import { loadOrganisationFiles } from "~/models/organisation/load-organisation-files.server";
import { organisationFacts } from "~/models/organisation/organisation-facts.server";
import { changeSetting } from "~/models/settings/change-setting.server";
import { allSettingsOn, settingOn } from "~/models/settings/settings.server";
import { loadSetting, loadSettings } from "~/models/settings/settings-page.server";
import { insertStaff } from "../../fixtures/staff";
import { wholeDatabase } from "../database-for-test";

const AT = "2026-11-21T02:00:00.000Z";
const TODAY = "2026-11-21";
let central: Viewer;
let province: Viewer;
let unitId: (key: string) => number;
let publicIdOf: (key: string) => string;

async function someone(staffCode: string, role: Role, key: string): Promise<Viewer> {
  const at = { unitId: unitId(key), from: "2020-01-01" };
  const { accountId } = await insertStaff({ staffCode, postings: [at], grants: [{ ...at, role }] });
  const viewer = await loadViewer(accountId, TODAY, false);
  if (!viewer) throw new Error(`no viewer ${staffCode}`);
  return viewer;
}

beforeAll(async () => {
  await loadOrganisationFiles("courses/organisation", AT);
  const units = new Map((await organisationFacts()).units.map((unit) => [unit.key, unit]));
  unitId = (key) => units.get(key)?.id ?? 0;
  publicIdOf = (key) => units.get(key)?.publicId ?? "";
  central = await someone("T-1", "hr-officer", "vss");
  province = await someone("T-2", "hr-officer", "bhxh-hung-yen-2025");
});

const change = { key: "return-days" as const, document: "QĐ 1/QĐ-BHXH", at: AT };

describe("a setting", () => {
  it("is its default, then what was agreed on, each for its own days", async () => {
    expect(await allSettingsOn(TODAY)).toEqual(DEFAULT_SETTINGS);
    expect(await changeSetting(central, { ...change, value: 45, from: "2026-12-01" })).toBe("changed");
    expect(await changeSetting(central, { ...change, value: 40, from: "2026-07-01" })).toBe("changed");
    const on = (date: string) => settingOn("return-days", date);
    expect(await Promise.all(["2026-06-30", "2026-07-01", "2026-11-30", "2026-12-01"].map(on))).toEqual([
      30, 40, 40, 45,
    ]);
    const page = await loadSetting(central, "return-days", TODAY, "vi");
    expect(page).toMatchObject({
      value: { figure: 40 },
      since: { date: "2026-07-01", document: "QĐ 1/QĐ-BHXH" },
      next: { date: "2026-12-01", value: { figure: 45 } },
    });
    expect(page?.decisions.map(({ from, by }) => [from, by])).toEqual([
      ["2026-07-01", "Nguyễn Thị Thử"],
      ["2026-12-01", "Nguyễn Thị Thử"],
    ]);
  });

  it("is settled from the root alone", async () => {
    const before = wholeDatabase();
    expect(await changeSetting(province, { ...change, value: 5, from: TODAY })).toBe("not-permitted");
    expect(await loadSettings(province, TODAY, "vi")).toBeNull();
    expect(await loadSetting(province, "return-days", TODAY, "vi")).toBeNull();
    expect(wholeDatabase()).toBe(before);
  });

  it("takes no value that it cannot have", async () => {
    const before = wholeDatabase();
    expect(await changeSetting(central, { ...change, value: 0, from: TODAY })).toBe("no-such-value");
    const unknown = { ...change, key: "focal-unit" as const, value: "nowhere", from: TODAY };
    expect(await changeSetting(central, unknown)).toBe("no-such-value");
    const ended = { ...unknown, value: publicIdOf("bhxh-thai-binh") };
    expect(await changeSetting(central, ended)).toBe("no-such-value");
    expect(wholeDatabase()).toBe(before);
    expect(await changeSetting(central, { ...ended, from: "2024-01-01" })).toBe("changed");
  });

  it("changes once, however often and however fast the form is sent", async () => {
    const sent = { ...change, key: "request-days" as const, value: 7, from: TODAY, onceKey: "once1" };
    const outcomes = await Promise.all([1, 2, 3].map(() => changeSetting(central, sent)));
    expect(outcomes).toEqual(["changed", "changed", "changed"]);
    expect((await loadSetting(central, "request-days", TODAY, "vi"))?.decisions).toHaveLength(1);
    const other = [6, 8].map((value) => changeSetting(central, { ...sent, value, onceKey: `once-${value}` }));
    await Promise.all(other);
    expect([6, 8]).toContain(await settingOn("request-days", TODAY));
    expect(await settingOn("request-days", "2026-11-20")).toBe(10);
  });
});
