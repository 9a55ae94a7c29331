import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldForSearch, initials, matchesSearch, sortKey } from "./person-name";

/** As SQLite and JavaScript compare keys: the keys are ASCII. */
function sorted(names: string[]): string[] {
  return [...names].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : sortKey(a) > sortKey(b) ? 1 : 0));
}

function shuffled(names: string[]): string[] {
  return names.map((_, index) => names[(index * 7 + 3) % names.length] ?? "");
}

describe("foldForSearch", () => {
  it.each([
    ["Nguyễn Thị  Hương ", "nguyen thi huong"],
    ["Đỗ Đức Ưng", "do duc ung"],
    ["H'Liên Niê", "hlien nie"],
    ["H’Liên Niê", "hlien nie"],
    ["Nguyễn Thị Hương".normalize("NFD"), "nguyen thi huong"],
    ["", ""],
  ])("%s", (name, folded) => expect(foldForSearch(name)).toBe(folded));

  it("folds what is folded to itself", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const once = foldForSearch(text);
        expect(foldForSearch(once)).toBe(once);
      }),
    );
  });
});

describe("matchesSearch", () => {
  const folded = foldForSearch("Nguyễn Thị Hương Giang");
  it.each([
    ["giang nguyen", true],
    ["GIANG Hương", true],
    ["hu th", true],
    ["", true],
    ["  ", true],
    ["ang", false],
    ["giang tran", false],
  ])("%s", (query, expected) => expect(matchesSearch(folded, query)).toBe(expected));
});

describe("sortKey", () => {
  it.each([
    [
      "letters",
      [
        "Lê An",
        "Lê Ăn",
        "Lê Ân",
        "Lê Bê",
        "Lê Ca",
        "Lê Dung",
        "Lê Đa",
        "Lê En",
        "Lê Ên",
        "Lê Ong",
        "Lê Ông",
        "Lê Ơng",
        "Lê Tu",
        "Lê Tư",
        "Lê Vy",
        "Lê Xa",
        "Lê Yên",
      ],
    ],
    ["tones", ["Lê Ma", "Lê Mà", "Lê Mả", "Lê Mã", "Lê Má", "Lê Mạ"]],
    ["tones count after letters", ["Lê An", "Lê Án", "Lê Anh", "Lê Ánh"]],
    [
      "letters and tones together",
      ["Lê Hoa", "Lê Hòa", "Lê Hóa", "Lê Hoan", "Lê Hoàn", "Lê Hô", "Lê Hồ", "Lê Hộ", "Lê Hơ"],
    ],
    ["given, middle, family", ["Trần An", "Đỗ Bảo An", "Lê Văn An", "Vũ Văn An", "Lê Văn Công An", "An Văn Bình"]],
  ])("%s", (_, names) => expect(sorted(shuffled(names))).toEqual(names));

  it("does not care how the signs are composed", () => {
    for (const name of ["Nguyễn Thị Ngọc Ưởng", "Đặng Hữu Ộc"]) {
      expect(sortKey(name.normalize("NFD"))).toBe(sortKey(name.normalize("NFC")));
    }
  });

  it("is ASCII for any name", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (name) => {
        expect(sortKey(name)).toMatch(/^[\x21-\x7e]*$/);
      }),
    );
  });
});

describe("the badge of a name", () => {
  it.each([
    ["Nguyễn Thị Hương", "NH"],
    ["Đỗ Thị Ánh", "ĐA"],
    ["Lê Văn Ân", "LÂ"],
    ["H'Liên Niê", "HN"],
    ["Liên", "L"],
    ["", ""],
  ])("%s", (name, badge) => {
    expect(initials(name)).toBe(badge);
  });
});
