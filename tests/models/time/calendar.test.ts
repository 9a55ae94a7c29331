import { beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "~/domain/permissions/viewer";
import { isWorkingDay, nextWorkingDay } from "~/domain/time/working-days";
import { latestChangeId } from "~/models/database.server";
import { newPublicId } from "~/models/public-id.server";
import { undoRuleChange } from "~/models/rules/rule-changes.server";
import { loadCalendar } from "~/models/time/calendar-page.server";
import { changeCalendar } from "~/models/time/change-calendar.server";
import { workingDays } from "~/models/time/working-days.server";
import { HOUSE_NOW, HOUSE_TODAY, openHouse, someone } from "../../fixtures/a-house";
import { wholeDatabase } from "../database-for-test";

let owner: Viewer;
let hr: Viewer;

beforeAll(async () => {
  const unit = await openHouse();
  const vss = unit("vss").id;
  const post = [{ unitId: vss, position: "hr-officer", from: "2026-01-01" }];
  owner = await (await someone(post, [{ role: "programme-owner", unitId: vss }])).viewer();
  hr = await (await someone(post, [{ role: "hr-officer", unitId: vss }])).viewer();
});

const name = { vi: "Tết Nguyên đán", en: "Lunar New Year" };
const tet = { from: "2027-02-04", to: "2027-02-10", kind: "holiday" as const, name };
const swapped = { from: "2027-01-23", to: "2027-01-23", kind: "working" as const, name };
const change = (more: object = {}) => ({
  add: [tet, swapped],
  remove: [],
  document: "TB 1",
  note: null,
  at: HOUSE_NOW,
  onceKey: newPublicId(),
  ...more,
});

describe("the calendar of the house", () => {
  it("knows the holidays of the files", async () => {
    const calendar = await workingDays();
    expect(isWorkingDay(calendar, "2026-09-02")).toBe(false);
    expect(nextWorkingDay(calendar, "2026-02-14")).toBe("2026-02-23");
    expect(isWorkingDay(calendar, "2027-05-03")).toBe(false);
  });

  it("takes days in one act, shows them, and gives them back by undo", async () => {
    const before = (await loadCalendar(2027, HOUSE_TODAY, "vi"))?.days.length ?? 0;
    const given = change();
    expect(await changeCalendar(owner, given)).toEqual({ kind: "changed" });
    const changeId = await latestChangeId();
    const calendar = await workingDays();
    expect(nextWorkingDay(calendar, "2027-02-04")).toBe("2027-02-11");
    expect(isWorkingDay(calendar, "2027-01-23")).toBe(true);
    const repeated = wholeDatabase();
    expect(await changeCalendar(owner, given)).toEqual({ kind: "changed" });
    expect(wholeDatabase()).toBe(repeated);
    // Thursday to Wednesday: five weekdays, and the Saturday that is worked
    expect((await loadCalendar(2027, HOUSE_TODAY, "vi"))?.days).toHaveLength(before + 6);
    expect(await undoRuleChange(owner, changeId, "nhầm", HOUSE_NOW)).toMatchObject({ undone: true });
    expect((await loadCalendar(2027, HOUSE_TODAY, "vi"))?.days).toHaveLength(before);
  });

  it("goes before the files, and a day taken back leaves the files' word", async () => {
    const worked = { from: "2027-04-30", to: "2027-04-30", kind: "working" as const, name };
    expect(await changeCalendar(owner, change({ add: [worked] }))).toEqual({ kind: "changed" });
    expect(isWorkingDay(await workingDays(), "2027-04-30")).toBe(true);
    expect(await changeCalendar(owner, change({ add: [], remove: ["2027-04-30"] }))).toEqual({ kind: "changed" });
    expect(isWorkingDay(await workingDays(), "2027-04-30")).toBe(false);
  });

  it("is changed by those alone who keep the rules of the house, and by nothing that changes nothing", async () => {
    const before = wholeDatabase();
    expect(await changeCalendar(hr, change())).toEqual({ kind: "not-permitted" });
    expect(await changeCalendar(owner, change({ add: [] }))).toMatchObject({ kind: "refused", problem: "nothing-new" });
    const backwards = { ...tet, to: "2027-02-01" };
    expect(await changeCalendar(owner, change({ add: [swapped, backwards] }))).toEqual({
      kind: "refused",
      span: 1,
      problem: "end-before-start",
    });
    expect(wholeDatabase()).toBe(before);
  });

  it("two changes of the same day at once leave one day", async () => {
    const day = (kind: "holiday" | "working") => [{ from: "2027-06-05", to: "2027-06-05", kind, name }];
    await changeCalendar(owner, change({ add: day("working") }));
    await Promise.all([
      changeCalendar(owner, change({ add: day("holiday") })),
      changeCalendar(owner, change({ add: day("working") })),
    ]);
    const days = (await loadCalendar(2027, HOUSE_TODAY, "vi"))?.days.filter(({ day }) => day === "2027-06-05");
    expect(days).toHaveLength(1);
  });
});
