import { describe, expect, it } from "vitest";
import {
  competencyLevelOf,
  countsFrom,
  LANGUAGE_LEVELS,
  languageSchema,
  type ProofContent,
  reachesLevel,
  trainingSchema,
} from "./outside-proof";

const training = {
  kind: "training",
  provider: "ilo",
  providerName: "",
  topic: "foreign-information",
  title: "Thông tin đối ngoại trong an sinh xã hội",
  hours: 16,
  from: "2026-03-02",
  to: "2026-03-03",
  place: "Hà Nội",
  until: null,
} as const;

const language = {
  kind: "language",
  language: "en",
  level: "B2",
  title: "VSTEP",
  takenOn: "2024-02-29",
  until: "2026-02-28",
} as const;

describe("what is claimed of a training", () => {
  it.each<[string, object, string | null]>([
    ["whole", {}, null],
    ["one day", { to: "2026-03-02" }, null],
    ["ends before it begins", { to: "2026-03-01" }, "to"],
    ["counts no longer before it ended", { until: "2026-03-02" }, "until"],
    ["counts on its last day", { until: "2026-03-03" }, null],
    ["no hours", { hours: 0 }, "hours"],
    ["a third of an hour", { hours: 1 / 3 }, "hours"],
    ["more than anyone learns", { hours: 2001 }, "hours"],
    ["another provider without a name", { provider: "other" }, "providerName"],
    ["another provider with a name", { provider: "other", providerName: "ASEAN" }, null],
    ["a day that is none", { from: "2026-02-30" }, "from"],
    ["no title", { title: "  " }, "title"],
  ])("%s", (_case, change, wrong) => {
    const read = trainingSchema.safeParse({ ...training, ...change });
    expect(read.success ? null : String(read.error.issues[0]?.path[0])).toBe(wrong);
  });
});

it("a language's paper ends not before it was taken", () => {
  expect(languageSchema.safeParse(language).success).toBe(true);
  expect(languageSchema.safeParse({ ...language, until: "2024-02-28" }).success).toBe(false);
  expect(languageSchema.safeParse({ ...language, level: "B3" }).success).toBe(false);
});

it("counts from the last day of a training, and from the day of an exam", () => {
  expect(countsFrom(training as ProofContent)).toBe("2026-03-03");
  expect(countsFrom(language as ProofContent)).toBe("2024-02-29");
});

it("levels of a language rise with those of the frame, and the lowest proves none", () => {
  expect(LANGUAGE_LEVELS.map(competencyLevelOf)).toEqual([null, 1, 2, 3, 4, 5]);
  expect(reachesLevel("B1", "B2")).toBe(false);
  expect(reachesLevel("B2", "B2")).toBe(true);
  expect(reachesLevel("C1", "B2")).toBe(true);
});
