import { expect, it } from "vitest";
import { programmesSchema } from "./programme";

const text = { vi: "Chương trình", en: "Programme" };
const programme = {
  key: "focal",
  track: "foreign-information",
  title: text,
  short: text,
  requires: { all_of: [{ exam_of: "foreign-information" }] },
  validity_months: 24,
  renewal_window_days: 90,
  default_basis: text,
};

it.each<[string, object, boolean]>([
  ["what is whole", {}, true],
  ["no end", { validity_months: null }, true],
  ["no period at all", { validity_months: undefined }, false],
  ["a period of nothing", { validity_months: 0 }, false],
  ["half a month", { validity_months: 1.5 }, false],
  ["no requirement", { requires: { all_of: [] } }, false],
  ["a renewal after the end", { renewal_window_days: -1 }, false],
  ["a word that it does not know", { valid_for: 12 }, false],
])("%s", (_, change, accepted) => {
  const file = { version: "1", valid_from: "2026-01-01", programmes: [{ ...programme, ...change }] };
  expect(programmesSchema.safeParse(file).success).toBe(accepted);
});
