import { expect, it } from "vitest";
import { logDevices, readableLog } from "./readable-log";

const at = (second: number) => `2026-11-21T05:00:${String(second).padStart(2, "0")}.000Z`;
const sources = [
  { id: 1, session: "s1", device: "Firefox, Windows", address: "10.0.0.1" },
  { id: 2, session: "s1", device: "Firefox, Windows", address: "10.0.0.2" },
  { id: 3, session: "s2", device: "Chrome, Android", address: "10.0.0.9" },
];

it("tells devices apart by session and browser, not by address", () => {
  expect(logDevices(sources).devices).toEqual([
    { number: 1, device: "Firefox, Windows", addresses: ["10.0.0.1", "10.0.0.2"] },
    { number: 2, device: "Chrome, Android", addresses: ["10.0.0.9"] },
  ]);
});

it("tells events in order, a page fetched again once, and where the device changed", () => {
  const entry = (kind: string, second: number, source: number | null, page: number | null = null) => ({
    kind,
    at: at(second),
    source,
    page,
  });
  const told = readableLog(
    [
      entry("page-shown", 3, 2, 1),
      entry("started", 0, 1),
      entry("page-shown", 1, 1, 1),
      entry("answered", 20, 3),
      entry("page-shown", 30, 3, 1),
      entry("answered", 40, null),
    ],
    sources,
  );
  expect(told.map(({ kind, device, changed }) => [kind, device, changed])).toEqual([
    ["started", 1, false],
    ["page-shown", 1, false],
    ["answered", 2, true],
    ["page-shown", 2, false],
    ["answered", null, false],
  ]);
});
