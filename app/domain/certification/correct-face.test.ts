import { describe, expect, it } from "vitest";
import { correctFace, sameWords } from "./correct-face";
import { certificateFace } from "./face";
import { both, FIRST_FACE as old } from "./face-for-test";
import { looksSigned } from "./signed-pdf";

const words = { holder: "Phạm Hữu Chiên", unit: old.unit, programme: old.programme };
const paper = { issuedOn: "2026-11-20", serial: "CN-2026-00500", code: "ABCDEFGH" };

describe("a corrected paper", () => {
  it("says what was corrected and which paper it replaces; all else is as it was", () => {
    const face = correctFace(old, words, paper);
    expect(face).toMatchObject({ ...old, form: 2, ...words, ...paper, replaces: old.serial, authority: null });
    expect(certificateFace.parse(face)).toEqual(face);
  });

  it("of a paper of today's form keeps its authority and its words", () => {
    const first = { ...correctFace(old, words, paper), authority: both("KT. TRƯỞNG BAN", "For the Head") };
    const second = correctFace(first, { ...words, holder: "Phạm Hữu Chiên A" }, { ...paper, serial: "CN-2026-00501" });
    expect(second).toMatchObject({ authority: first.authority, wording: first.wording, replaces: "CN-2026-00500" });
  });

  it.each([
    ["nothing", {}, true],
    ["the name", { holder: "Khác" }, false],
    ["one language of the unit", { unit: both(old.unit.vi, "Other") }, false],
    ["the title", { programme: both("Khác", "Other") }, false],
  ])("knows whether %s differs", (_, change, same) => {
    expect(sameWords({ ...words, ...change }, words)).toBe(same);
  });
});

describe("a PDF with a signature in it", () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  it.each([
    ["%PDF-1.7\n/ByteRange [0 1] /Contents <00>\n%%EOF", "signed"],
    ["%PDF-1.7\n/ByteRange[0 1]\n/Contents<00>\n%%EOF\n", "signed"],
    ["%PDF-1.7\nnothing\n%%EOF", "unsigned"],
    ["%PDF-1.7\n/ByteRange [0 1] /Contents <00>", "not-a-pdf"],
    ["<html>/ByteRange [0 1] /Contents <00>%%EOF", "not-a-pdf"],
    ["", "not-a-pdf"],
  ])("%j is %s", (text, verdict) => {
    expect(looksSigned(bytes(text))).toBe(verdict);
  });
});
