import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { spreadsheet } from "./spreadsheet.server";

describe("a spreadsheet", () => {
  it("begins with the mark by which Excel knows UTF-8, and keeps Vietnamese as it is", () => {
    const text = spreadsheet(["Họ và tên", "Đơn vị"], [["Đỗ Thị Ánh", "BHXH tỉnh Đắk Lắk"]]);
    expect(text).toBe("\uFEFFHọ và tên;Đơn vị\r\nĐỗ Thị Ánh;BHXH tỉnh Đắk Lắk");
    expect(Buffer.from(text, "utf8").subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  });

  it.each(["=1+1", "+84 24", "-5", "@SUM(A1)", "\tx", "\rx"])("never lets %j be a formula", (cell) => {
    expect(Papa.parse<string[]>(spreadsheet(["a"], [[cell]]).slice(1), { delimiter: ";" }).data[1]).toEqual([
      `'${cell}`,
    ]);
  });

  it("gives back semicolons, quotes and line breaks as they were", () => {
    const row = ['a;b "c"', "hai\ndòng", ""];
    expect(Papa.parse<string[]>(spreadsheet(["1", "2", "3"], [row]).slice(1), { delimiter: ";" }).data[1]).toEqual(row);
  });
});
