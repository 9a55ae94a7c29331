import { expect, it } from "vitest";
import { paperDate } from "./paper-date";

it.each([
  ["2026-09-15", "ngày 15 tháng 9 năm 2026", "15 September 2026"],
  ["2026-02-05", "ngày 05 tháng 02 năm 2026", "5 February 2026"],
  ["2027-01-31", "ngày 31 tháng 01 năm 2027", "31 January 2027"],
  ["2026-03-09", "ngày 09 tháng 3 năm 2026", "9 March 2026"],
  ["2026-12-10", "ngày 10 tháng 12 năm 2026", "10 December 2026"],
])("%s on paper", (date, vi, en) => expect(paperDate(date)).toEqual({ vi, en }));
