import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newKey } from "./new-key";

const NONE = new Set<string>();

describe("the key of something new", () => {
  it.each([
    ["BHXH cơ sở Đông Anh", "2026-12-01-k3f9", "bhxh-co-so-dong-anh-2026-12-01-k3f9"],
    ["  Phòng  Tuyên truyền - Hỗ trợ ", "x1", "phong-tuyen-truyen-ho-tro-x1"],
    ["H'Liên (Buôn Hồ)", "x1", "hlien-buon-ho-x1"],
    ["日本", "x1", "x1"],
  ])("of %s", (name, ending, key) => {
    expect(newKey(name, ending, NONE)).toBe(key);
  });

  it("has a number where the key is taken", () => {
    expect(newKey("A", "x", new Set(["a-x", "a-x-2"]))).toBe("a-x-3");
  });

  it("is always a key", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (name) => {
        expect(newKey(name, "2026-12-01-k3f9", NONE)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      }),
    );
  });
});
