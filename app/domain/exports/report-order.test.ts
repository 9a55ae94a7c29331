import { describe, expect, it } from "vitest";
import { FILE_REPORTS, formatsOf, sheetNames } from "./report-file";
import { fileName, orderOfAddress, readReportOrder } from "./report-order";
import { pageOf } from "./report-pages";

const TODAY = "2026-11-22";
const read = (report: "certification" | "people", search: string) =>
  readReportOrder(report, new URLSearchParams(search), TODAY);

describe("what a file is asked", () => {
  it("is the question of the page", () => {
    expect(read("certification", "unit=abc&state=expired&ngay=2026-01-31&page=4")).toMatchObject({
      own: { state: "expired" },
      query: { unit: "abc", asOf: "2026-01-31" },
    });
    expect(read("certification", "state=&q=")?.own).toEqual({});
    expect(read("people", "q=Nguyễn+An")?.own.q).toBe("Nguyễn An");
    const order = read("people", "ngay=2026-01-31");
    expect(order && fileName(order, "pdf")).toBe("cau-noi-trich-ngang-2026-01-31.pdf");
  });

  it.each([
    "state=dead",
    "ngay=31/02/2026",
    "ngay=2016-01-01",
    "ngay=2027-01-01",
    "unit=A;B",
    "map=moon",
    "board=moon",
    "who=x",
    "month=12/2026",
  ])("%s asks nothing", (search) => expect(read("certification", search)).toBeNull());
});

describe("the address of a report that is sent at times", () => {
  it("speaks of the day of its sending, by the map of that day", () => {
    const order = orderOfAddress("/hr/certification?unit=abc&ngay=2020-01-01&map=today&biet=then&state=all", TODAY);
    expect(order).toMatchObject({
      report: "certification",
      own: { state: "all" },
      query: { unit: "abc", asOf: TODAY },
    });
    expect(order?.query.map).toBeUndefined();
  });

  it("leads back to its page", () => {
    for (const report of FILE_REPORTS.filter((each) => formatsOf(each).length > 1))
      expect(orderOfAddress(pageOf(report), TODAY)?.report).toBe(report);
  });

  it.each([
    "https://example.vn/hr",
    "//example.vn/hr",
    "/hr/cell?level=x",
    "/permissions",
    "hr",
    "",
    "/hr#x",
    "/toString",
  ])("is none of ours: %j", (address) => expect(orderOfAddress(address, TODAY)).toBeNull());
});

it("gives sheets names that a workbook takes", () => {
  const long = "Bảo hiểm xã hội thành phố Hồ Chí Minh";
  const names = sheetNames([long, long, "A/B: [C]*?", "'quoted'", "", "a b   c"]);
  expect(names.every((name) => name.length > 0 && name.length <= 31 && !/[[\]:*?/\\]/.test(name))).toBe(true);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  expect(names[1]?.endsWith(" 2")).toBe(true);
});
