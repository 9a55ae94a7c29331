import { expect, test } from "vitest";
import { isAccepted, type SpellingRule } from "./spelling";

const lenient: SpellingRule = { accents: "ignore" };
const strict: SpellingRule = { case: "strict" };

test.each<[string, string, SpellingRule, boolean]>([
  ["Điều 6", "điều 6", {}, true],
  ["ĐIỀU 6", "Điều 6", {}, true],
  ["ĐIỀU 6", "Điều 6", strict, false],
  ["Điều 6", "Đie\u0302\u0300u 6", {}, true],
  ["  Điều   6 ", "Điều 6", {}, true],
  ["Điều\u00a06", "Điều 6", {}, true],
  ["Dieu 6", "Điều 6", {}, false],
  ["Dieu 6", "Điều 6", lenient, true],
  ["DIEU 6", "Điều 6", { accents: "ignore", case: "strict" }, false],
  ["ĐIỀU", "DIEU", { accents: "ignore", case: "strict" }, true],
  ["đóng", "dong", lenient, true],
  ["hoà giải", "hòa giải", {}, true],
  ["thuỷ lợi", "thủy lợi", {}, true],
  ["hoá", "hoà", {}, false],
  ["má", "mà", {}, false],
  ["mơ", "mo", {}, false],
  ["người’s", "người's", {}, true],
  ["“quán triệt”", '"quán triệt"', {}, true],
  ["2023–2025", "2023-2025", {}, true],
  ["2023 − 2025", "2023 - 2025", {}, true],
  ["VSS\u200b", "vss", {}, true],
  ["résumé", "resumé", {}, false],
  ["", "x", {}, false],
  ["six", "6", {}, false],
])("%j for %j under %j: %s", (text, accepted, rule, right) => {
  expect(isAccepted(text, ["never this one", accepted], rule)).toBe(right);
});

test("nothing is accepted where nothing is", () => {
  expect(isAccepted("x", [], {})).toBe(false);
});
