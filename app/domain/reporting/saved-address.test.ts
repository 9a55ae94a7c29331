import { expect, it } from "vitest";
import { isSavableAddress } from "./saved-address";

it.each([
  ["/hr", true],
  ["/hr/certification?state=expired&unit=abc", true],
  ["/reports/board/people?board=overdue&ngay=2026-01-01", true],
  ["/reports", true],
  ["/reports/views/new", false],
  ["/reports/saved/abc", false],
  ["/reports/files/board/xlsx", false],
  ["//evil.example/hr", false],
  ["/hr\\evil", false],
  ["/hr#x", false],
  ["https://evil.example/hr", false],
  ["/people/abc", false],
  ["/hrx", false],
  [`/hr?x=${"a".repeat(700)}`, false],
])("%s: %s", (address, savable) => {
  expect(isSavableAddress(address)).toBe(savable);
});
