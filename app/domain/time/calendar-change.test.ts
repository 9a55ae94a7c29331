import { describe, expect, it } from "vitest";
import { daysOfSpan } from "./calendar-change";

const name = { vi: "Tết Nguyên đán", en: "Lunar New Year" };
const span = (from: string, to: string, kind: "holiday" | "working" = "holiday") => ({ from, to, kind, name });

describe("the exceptions that a span of days makes", () => {
  it.each<[string, ReturnType<typeof span>, string[], string[] | string]>([
    ["nine days of Tết are five days off", span("2026-02-14", "2026-02-22"), [], ["16", "17", "18", "19", "20"]],
    ["a Saturday that is worked", span("2026-02-28", "2026-02-28", "working"), [], ["28"]],
    ["a weekday that is worked anyway", span("2026-02-27", "2026-02-27", "working"), [], "nothing-new"],
    ["a weekday that was off is worked again", span("2026-02-16", "2026-02-16", "working"), ["2026-02-16"], ["16"]],
    ["a weekend that is off anyway", span("2026-02-14", "2026-02-15"), [], "nothing-new"],
    ["a worked Saturday is off again", span("2026-02-28", "2026-02-28"), ["2026-02-28"], ["28"]],
    ["an end before the start", span("2026-02-20", "2026-02-16"), [], "end-before-start"],
    ["more than a month", span("2026-02-01", "2026-03-04"), [], "too-long"],
  ])("%s", (_, given, exceptions, expected) => {
    const days = daysOfSpan(given, (day) => exceptions.includes(day));
    expect(typeof days === "string" ? days : days.map(({ day }) => day.slice(8))).toEqual(expected);
  });
});
