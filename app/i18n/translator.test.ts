import { describe, expect, it } from "vitest";
import { createTranslator } from "./translator";

const TEXTS = {
  common: {
    people_one: "{{count}} person",
    people_other: "{{count}} people",
    share: "{{percent}} %",
    register: "Register of {{year}}, page {{page}}, row {{row}}: {{name}}",
  },
};

describe("numbers in a text", () => {
  it.each([
    ["vi", 20_000, "20.000 people"],
    ["en", 20_000, "20,000 people"],
    ["en", 1, "1 person"],
    ["vi", 0, "0 people"],
  ] as const)("%s: %d is written as the language writes it", (language, count, written) => {
    expect(createTranslator(language, TEXTS).t("people", { count })).toBe(written);
  });

  it("keep all their digits", () => {
    expect(createTranslator("vi", TEXTS).t("share", { percent: 12.0625 })).toBe("12,0625 %");
  });

  it("have no separators where they name a year, a page or a row; texts stay as they are", () => {
    const values = { year: 2026, page: 1200, row: 30_000, name: "1000" };
    expect(createTranslator("vi", TEXTS).t("register", values)).toBe("Register of 2026, page 1200, row 30000: 1000");
  });

  it("are remembered by text and language, not by number alone", () => {
    const { t } = createTranslator("vi", TEXTS);
    expect([t("people", { count: 1000 }), t("share", { percent: 1000 })]).toEqual(["1.000 people", "1.000 %"]);
  });
});
