import "../database-for-test";
import { beforeAll, describe, expect, it } from "vitest";
import type { ReportQuery } from "~/domain/reporting/report-query";
import { loadDecidedRequests } from "~/models/reporting/decided-requests.server";
import { loadLeaders } from "~/models/reporting/leaders.server";
import { HOUSE_TODAY } from "../../fixtures/a-house";
import { type TwoProvinces, twoProvinces } from "../../fixtures/two-provinces";

let house: TwoProvinces;
const query = (change: Partial<ReportQuery> = {}): ReportQuery => ({
  asOf: HOUSE_TODAY,
  today: HOUSE_TODAY,
  unit: null,
  position: null,
  programme: null,
  ...change,
});
const scores = async (change: Partial<ReportQuery> = {}) => {
  const view = await loadLeaders(house.hr, query(change), "vi");
  if (!view) throw new Error("no view");
  return { ...view, of: (unit: string) => view.lines.find((line) => line.unit === unit) };
};

beforeAll(async () => {
  house = await twoProvinces();
}, 60_000);

describe("the score of a unit's leader", () => {
  it("counts by hand: certificates, gaps now and a year ago, requests decided in time", async () => {
    const { of, began } = await scores();
    expect(began).toBe("2025-11-20");
    expect(of(house.hungYen)).toMatchObject({
      leaders: [{ person: house.person("LEAD"), name: "Trần Thị LEAD" }],
      // COMM two, CERT, BARE, BOTH and AIDE one each
      asked: 6,
      held: 2,
      overdue: 4,
      // LEAD 3, COMM 7 without the one that is proven, CERT, BARE and BOTH 4 each
      gaps: 21,
      gapsBefore: 3,
      decided: 2,
      inTime: 1,
    });
    expect(of(house.thanhHoa)).toMatchObject({
      leaders: [],
      asked: 2,
      held: 0,
      overdue: 2,
      gaps: 7,
      // nobody was there a year ago
      gapsBefore: null,
      decided: 0,
      inTime: 0,
    });
  });
  it("counts someone with posts in two units once in the whole, by the higher requirement of both", async () => {
    const { lines, all } = await scores();
    const sum = lines.reduce((total, { gaps }) => total + gaps, 0);
    // three of the competencies of BOTH are required by both posts
    expect(all.gaps).toBe(sum - 3);
    expect(all.decided).toBe(2);
  });
  it("is of a position or a programme alone where that is asked", async () => {
    const counter = (await scores({ position: "one-stop-officer" })).of(house.hungYen);
    expect(counter).toMatchObject({ asked: 3, held: 1, overdue: 2, gaps: 12, gapsBefore: null, decided: 2, inTime: 1 });
    const ethics = (await scores({ programme: "service-ethics-counter" })).of(house.hungYen);
    expect(ethics).toMatchObject({ asked: 3, held: 1, overdue: 2 });
  });
  it("is of an earlier date as that date was", async () => {
    const { of } = await scores({ asOf: "2026-02-01" });
    expect(of(house.hungYen)).toMatchObject({ asked: 2, held: 0, overdue: 0, gaps: 10, gapsBefore: null, decided: 0 });
  });
  it("is given for the own province alone, one step further down", async () => {
    const view = await loadLeaders(house.provincial, query(), "vi");
    expect(view?.lines.map(({ unit }) => unit)).toContain(house.office);
    expect(view?.lines.find(({ unit }) => unit === house.office)).toMatchObject({ asked: 3, held: 1, decided: 2 });
    // LEAD and COMM serve in the head office: they are in the whole, in none of the lines
    expect(view?.all).toMatchObject({ asked: 6, gaps: 21 });
    expect(await loadLeaders(house.provincial, query({ unit: house.thanhHoa }), "vi")).toBeNull();
  });
});

describe("the requests behind a leader's figure", () => {
  const list = (list: "decided" | "in-time" | "late", unit: string | null = null) =>
    loadDecidedRequests(house.hr, { ...query({ unit }), list, page: 1 }, "vi");
  it("are listed by whom they are about, with the days they were late", async () => {
    expect((await list("decided", house.hungYen))?.lines.map(({ person, daysLate }) => [person, daysLate])).toEqual([
      [house.person("BARE"), 5],
      [house.person("CERT"), 0],
    ]);
    expect((await list("in-time"))?.total).toBe(1);
    expect((await list("late"))?.total).toBe(1);
    expect((await list("decided", house.thanhHoa))?.total).toBe(0);
  });
  it("are those of the viewer's reach", async () => {
    expect(
      await loadDecidedRequests(
        house.provincial,
        { ...query({ unit: house.thanhHoa }), list: "decided", page: 1 },
        "vi",
      ),
    ).toBeNull();
  });
});
