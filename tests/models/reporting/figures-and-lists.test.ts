import "../database-for-test";
import { beforeAll, describe, expect, it } from "vitest";
import type { ReportOrder } from "~/domain/exports/report-order";
import { reportOn } from "~/domain/exports/report-pages";
import type { Viewer } from "~/domain/permissions/viewer";
import { BOARD_LISTS, type BoardList } from "~/domain/reporting/board";
import { type FigureList, listOfFigure, readKeptFigure } from "~/domain/reporting/figure-lists";
import type { PeopleList } from "~/domain/reporting/people-lists";
import type { ReportQuery } from "~/domain/reporting/report-query";
import { recordChange } from "~/models/database.server";
import { loadReportFile } from "~/models/exports/load-report-file.server";
import { newPublicId } from "~/models/public-id.server";
import { loadBoard, loadBoardPeople } from "~/models/reporting/board.server";
import { type CellQuery, loadCell } from "~/models/reporting/cell.server";
import { loadCertification } from "~/models/reporting/certification.server";
import { loadCompare } from "~/models/reporting/compare.server";
import { loadCoverageSeries } from "~/models/reporting/coverage-series.server";
import { loadDecidedRequests } from "~/models/reporting/decided-requests.server";
import { loadForecast, loadForecastPeople } from "~/models/reporting/forecast.server";
import { loadLeaders } from "~/models/reporting/leaders.server";
import { loadOverview } from "~/models/reporting/overview.server";
import { loadPeopleList } from "~/models/reporting/people-list.server";
import { loadPosts } from "~/models/reporting/posts-report.server";
import { savedPeople } from "~/models/reporting/saved-people.server";
import { compareSaved, savedReport, saveReport } from "~/models/reporting/saved-report.server";
import { HOUSE_NOW, HOUSE_TODAY } from "../../fixtures/a-house";
import { type TwoProvinces, twoProvinces } from "../../fixtures/two-provinces";

let house: TwoProvinces;
const PAST = "2026-06-15";
const BEFORE = "2026-02-01";

/** The questions that are asked: today and of the past, everywhere and narrowed in every way. */
function questions(): [Viewer, ReportQuery][] {
  const plain = { asOf: HOUSE_TODAY, today: HOUSE_TODAY, unit: null, position: null, programme: null };
  return [
    [house.hr, plain],
    [house.hr, { ...plain, unit: house.hungYen }],
    [house.hr, { ...plain, asOf: PAST, map: "today" }],
    [house.hr, { ...plain, position: "one-stop-officer" }],
    [house.hr, { ...plain, programme: "service-ethics-counter", unit: house.hungYen }],
    [house.hr, { ...plain, employment: "public-employee" }],
    [house.provincial, plain],
    [house.provincial, { ...plain, asOf: PAST }],
  ];
}

/** How many lines the list behind a figure has: as many as its file. */
async function linesOf({ path, parts }: FigureList, viewer: Viewer, asked: ReportQuery): Promise<number | undefined> {
  const query = { ...asked, ...(parts.programme && { programme: parts.programme }) };
  const lines = await linesShown(path, parts, viewer, query);
  const report = reportOn(path);
  if (!report) throw new Error(`no file of ${path}`);
  expect(await linesInFile(viewer, { report, query, own: parts }), `file of ${path}`).toBe(lines);
  return lines;
}

async function linesShown(path: string, parts: FigureList["parts"], viewer: Viewer, query: ReportQuery) {
  if (path === "/reports/people") {
    return (await loadPeopleList(viewer, { ...query, list: parts.list as PeopleList, page: null }, "vi"))?.lines.length;
  }
  if (path === "/reports/board/people") {
    return (await loadBoardPeople(viewer, { ...query, board: parts.board as BoardList, page: null }, "vi"))?.lines
      .length;
  }
  if (path === "/reports/posts")
    return (await loadPosts(viewer, { ...query, show: "vacant", page: 1 }, "vi"))?.lines.length;
  const cell = await loadCell(viewer, { ...query, ...(parts as unknown as CellQuery), page: 1 }, "vi");
  return cell?.groups.reduce((sum, { people }) => sum + people.length, 0);
}

async function linesInFile(viewer: Viewer, order: ReportOrder): Promise<number | undefined> {
  const file = await loadReportFile(viewer, order, "vi", HOUSE_NOW);
  const rows = file && [...file.sheets[0].rows].length;
  expect(file?.count).toBe(rows);
  return rows ?? undefined;
}

const each = (test: (viewer: Viewer, query: ReportQuery) => Promise<void>) => async () => {
  for (const [viewer, query] of questions()) await test(viewer, query);
};

beforeAll(async () => {
  house = await twoProvinces();
}, 60_000);

describe("a figure and the list behind it have the same total", () => {
  it(
    "on the page that compares two dates, of both",
    each(async (viewer, query) => {
      const view = await loadCompare(viewer, query, BEFORE, "vi");
      expect(view?.figures.some(({ after }) => after > 0)).toBe(true);
      for (const { key, before, after } of view?.figures ?? []) {
        expect(await linesOf(listOfFigure(key), viewer, query), key).toBe(after);
        expect(await linesOf(listOfFigure(key), viewer, { ...query, asOf: BEFORE }), `${key} before`).toBe(before);
      }
    }),
  );

  it(
    "on the overview: people, and by unit what they lack and do not hold",
    each(async (viewer, query) => {
      const view = await loadOverview(viewer, query, "units", "vi");
      if (!view) throw new Error("no view");
      const people = (list: PeopleList, unit = query.unit) =>
        linesOf({ path: "/reports/people", parts: { list } }, viewer, { ...query, unit });
      expect(await people("staff")).toBe(view.people);
      expect(await people("short")).toBe(view.short);
      expect(await people("collaborators")).toBe(view.collaborators);
      for (const line of view.units.filter(({ own, people }) => !own && people > 0)) {
        expect(await people("gaps", line.unit), line.name).toBe(line.required - line.met);
        const open = { ...query, unit: line.unit, state: "open" as const };
        expect((await loadCertification(viewer, "see-people", open, "vi"))?.total, line.name).toBe(line.open);
      }
    }),
  );

  it(
    "on the board, in each state and in those that put states together",
    each(async (viewer, query) => {
      const board = await loadBoard(viewer, query, "vi");
      if (!board) throw new Error("no board");
      const { counts } = board;
      const held = counts.valid + counts["expiring-90"] + counts["expiring-30"] + counts["expiring-7"];
      const figures = {
        ...counts,
        all: board.total,
        asked: board.total - counts.waived,
        held,
        overdue: board.overdue,
      };
      for (const list of BOARD_LISTS)
        expect(await linesOf({ path: "/reports/board/people", parts: { board: list } }, viewer, query), list).toBe(
          figures[list],
        );
    }),
  );

  it(
    "for the leaders of units, line by line and in the whole",
    each(async (viewer, query) => {
      const view = await loadLeaders(viewer, query, "vi");
      if (!view) throw new Error("no view");
      for (const line of [
        ...view.lines.filter(({ asked, gaps }) => asked + gaps > 0),
        { ...view.all, unit: query.unit },
      ]) {
        const of: ReportQuery = { ...query, map: "today", unit: line.unit };
        const board = (list: string) => linesOf({ path: "/reports/board/people", parts: { board: list } }, viewer, of);
        const gaps = { path: "/reports/people", parts: { list: "gaps" } };
        expect([await board("asked"), await board("held"), await board("overdue")]).toEqual([
          line.asked,
          line.held,
          line.overdue,
        ]);
        expect(await linesOf(gaps, viewer, of)).toBe(line.gaps);
        if (line.gapsBefore !== null)
          expect(await linesOf(gaps, viewer, { ...of, asOf: view.began })).toBe(line.gapsBefore);
        const requests = (list: "decided" | "in-time") => loadDecidedRequests(viewer, { ...of, list, page: 1 }, "vi");
        expect((await requests("decided"))?.lines).toHaveLength(line.decided);
        expect((await requests("in-time"))?.lines).toHaveLength(line.inTime);
      }
    }),
  );

  it(
    "in the charts: each month that was, each month to come, and each programme in it",
    each(async (viewer, query) => {
      const series = await loadCoverageSeries(viewer, query, 13, "vi");
      for (const { date, asked, inForce } of series?.points ?? []) {
        const of = { ...query, asOf: date };
        expect(await linesOf(listOfFigure("asked"), viewer, of), date).toBe(asked);
        expect(await linesOf(listOfFigure("held"), viewer, of), date).toBe(inForce);
      }
      const forecast = await loadForecast(viewer, query, "vi");
      for (const { month, total, byProgramme } of forecast?.months ?? []) {
        const list = async (programme: string | null) => {
          const of = { ...query, programme };
          const lines = (await loadForecastPeople(viewer, { ...of, month, page: null }, "vi"))?.lines.length;
          expect(await linesInFile(viewer, { report: "ending", query: of, own: { month } })).toBe(lines);
          return lines;
        };
        expect(await list(query.programme), month).toBe(total);
        for (const { key, count } of byProgramme) expect(await list(key), `${month} ${key}`).toBe(count);
      }
    }),
  );

  it(
    "on a report that was kept, as it is known now and as it was known then",
    each(async (viewer, { map: _, ...query }) => {
      const saved = await saveReport(viewer, query, { onceKey: newPublicId(), at: HOUSE_NOW });
      const report = await savedReport(viewer, saved?.publicId ?? "", HOUSE_TODAY);
      const compared = await compareSaved(viewer, saved?.publicId ?? "", HOUSE_TODAY);
      expect(report?.figures.length).toBeGreaterThan(7);
      const nowOf = new Map(compared?.differences.map(({ key, now }) => [key, now]));
      for (const { key, value } of report?.figures ?? []) {
        const list = readKeptFigure(key)?.list;
        expect(list && (await linesOf(list, viewer, query)), key).toBe(nowOf.get(key) ?? value);
        const asked = { report: saved?.publicId ?? "", figure: key, page: 1 };
        const kept = await savedPeople(viewer, asked, HOUSE_TODAY, "vi");
        expect([kept?.total, kept?.lines.length], `${key}, kept`).toEqual([value, value]);
      }
    }),
  );

  it("as known then of a kept report, though everything was taken back since; to nobody else", async () => {
    const query = { asOf: HOUSE_TODAY, today: HOUSE_TODAY, unit: null, position: null, programme: null };
    const saved = await saveReport(house.provincial, query, { onceKey: newPublicId(), at: HOUSE_NOW });
    const asked = { report: saved?.publicId ?? "", figure: "held", page: 1 };
    await recordChange({ kind: "test", at: HOUSE_NOW }, (rows, retracted_change) =>
      rows.posting.updateMany({ where: { retracted_change: null }, data: { retracted_change } }),
    );
    expect((await savedPeople(house.provincial, asked, HOUSE_TODAY, "vi"))?.lines.map(({ person }) => person)).toEqual([
      house.person("COMM"),
      house.person("CERT"),
    ]);
    expect((await loadBoardPeople(house.provincial, { ...query, board: "held", page: 1 }, "vi"))?.total).toBe(0);
    expect(await savedPeople(house.hr, asked, HOUSE_TODAY, "vi")).toBeNull();
    expect(await savedPeople(house.provincial, { ...asked, figure: "nonsense" }, HOUSE_TODAY, "vi")).toBeNull();
  });
});
