import "../database-for-test";
import { readFileSync, rmSync } from "node:fs";
import ExcelJS from "exceljs";
import Papa from "papaparse";
import { beforeAll, describe, expect, it } from "vitest";
import { FIGURE_LISTS, FILE_FORMATS, type FileFormat } from "~/domain/exports/report-file";
import { orderOfAddress, readReportOrder } from "~/domain/exports/report-order";
import { pageOf } from "~/domain/exports/report-pages";
import type { Viewer } from "~/domain/permissions/viewer";
import { reportFile } from "~/jobs/report-file.server";
import { loadReportFile } from "~/models/exports/load-report-file.server";
import { HOUSE_NOW, HOUSE_TODAY } from "../../fixtures/a-house";
import { type TwoProvinces, twoProvinces } from "../../fixtures/two-provinces";

type List = (typeof FIGURE_LISTS)[number];

/** A figure of each kind, with its number counted by hand: in the whole house, and in Hưng Yên. */
const ASKED: Record<List, { parts: string; all: number; there: number }> = {
  "board-people": { parts: "board=held", all: 2, there: 2 },
  "programme-people": { parts: "programme=service-ethics-counter&level=PROVINCIAL&who=missing", all: 1, there: 1 },
  ending: { parts: "month=2027-03", all: 2, there: 2 },
  cell: { parts: "competency=dialogue&level=PROVINCIAL&who=met", all: 1, there: 1 },
  "figure-people": { parts: "list=collaborators", all: 1, there: 1 },
  posts: { parts: "show=vacant", all: 2, there: 1 },
};

let house: TwoProvinces;

beforeAll(async () => {
  house = await twoProvinces();
}, 60_000);

const orderOf = (report: List, more = "") => {
  const order = readReportOrder(report, new URLSearchParams(`${ASKED[report].parts}${more}`), HOUSE_TODAY);
  if (!order) throw new Error("no order");
  return order;
};

const fileOf = (viewer: Viewer, report: List, more = "", language: "vi" | "en" = "vi") =>
  loadReportFile(viewer, orderOf(report, more), language, HOUSE_NOW);

describe.each(FIGURE_LISTS)("the list behind a figure as a file: %s", (report) => {
  it("has the lines of the list, of the viewer's own reach alone", async () => {
    const { all, there } = ASKED[report];
    expect((await fileOf(house.hr, report))?.count).toBe(all);
    expect((await fileOf(house.hr, report, `&unit=${house.hungYen}`))?.count).toBe(there);
    expect((await fileOf(house.provincial, report))?.count).toBe(there);
    expect(await fileOf(house.provincial, report, `&unit=${house.thanhHoa}`)).toBeNull();
    expect((await fileOf({ ...house.hr, grants: [], delegations: [] }, report))?.count ?? 0).toBe(0);
  });

  it.each(FILE_FORMATS)("is written as %s, in both languages", async (format) => {
    for (const language of ["vi", "en"] as const) {
      const made = await reportFile(house.hr, { order: orderOf(report), format, language, at: HOUSE_NOW });
      if (!made) throw new Error("no file");
      expect(made.count).toBe(ASKED[report].all);
      expect(await linesIn(made.path, format)).toBe(format === "pdf" ? null : made.count);
      rmSync(made.path);
    }
  });
});

/** Null: a paper, whose lines are not counted. */
async function linesIn(path: string, format: FileFormat): Promise<number | null> {
  if (format === "pdf") return null;
  if (format === "csv") {
    const { data } = Papa.parse(readFileSync(path, "utf8").slice(1), { delimiter: ";", skipEmptyLines: true });
    return data.length - 1;
  }
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  return (workbook.worksheets[1]?.rowCount ?? 0) - 1;
}

it("says what each lacks, and which levels are required and proven", async () => {
  const rowsIn = async (report: List) => [...((await fileOf(house.hr, report, "", "en"))?.sheets[0].rows ?? [])];
  expect(await rowsIn("cell")).toEqual([["COMM", "Trần Thị COMM", expect.any(String), expect.any(String), 2, 2]]);
  const short = readReportOrder("figure-people", new URLSearchParams("list=short"), HOUSE_TODAY);
  const file = short && (await loadReportFile(house.hr, short, "en", HOUSE_NOW));
  for (const row of file?.sheets[0].rows ?? []) expect(row[4]).toMatch(/ \(required \d, proven \d\)/);
  expect(file?.count).toBeGreaterThan(2);
});

it("says on the paper to what it was narrowed, and nothing where it was not", async () => {
  expect((await fileOf(house.hr, "board-people"))?.sentences).toHaveLength(2);
  const narrowed = "&position=one-stop-officer&programme=service-ethics-counter&employment=public-employee";
  const said = (await fileOf(house.hr, "board-people", narrowed, "en"))?.sentences.at(-1);
  expect(said).toMatch(/^Scope and basis: Employment: Public employee; Position: .+; Programme: .+\.$/);
  const then = await fileOf(house.hr, "board-people", "&ngay=2026-06-15&biet=then&map=today", "en");
  expect(then?.sentences.at(-1)).toBe(
    "Scope and basis: Organisation chart: of today; Based on: what had been recorded by the end of 15/06/2026.",
  );
});

it("can be sent at times by its address, by the question of its page", () => {
  const address = `${pageOf("board-people")}?board=overdue&unit=${house.hungYen}&ngay=2026-01-31`;
  expect(orderOfAddress(address, HOUSE_TODAY)).toMatchObject({
    report: "board-people",
    own: { board: "overdue" },
    query: { unit: house.hungYen, asOf: HOUSE_TODAY },
  });
});
