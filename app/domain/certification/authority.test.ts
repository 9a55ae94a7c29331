import { describe, expect, it } from "vitest";
import { authorityLine, type SignatoryContent, signatoryContent, signingTitle } from "./authority";

const both = (vi: string, en: string) => ({ vi, en });
const signatory: SignatoryContent = {
  issuing_body: both("Cơ quan", "Body"),
  issuing_unit: both("Ban", "Department"),
  authority: "KT",
  authority_of: both("Giám đốc", "the Director"),
  name: "Đinh Quang Thụy",
  title: both("Phó Giám đốc", "Deputy Director"),
  decision: { number: "1/QĐ", signed_on: "2026-01-05" },
  place: both("Hà Nội", "Hà Nội"),
  sample: true,
};

describe("what stands above the title", () => {
  it.each([
    ["TM", both("TM. GIÁM ĐỐC", "On behalf of the Director")],
    ["KT", both("KT. GIÁM ĐỐC", "For the Director")],
    ["TL", both("TL. GIÁM ĐỐC", "By order of the Director")],
    ["TUQ", both("TUQ. GIÁM ĐỐC", "By authorisation of the Director")],
  ] as const)("%s", (authority, line) => {
    expect(authorityLine({ ...signatory, authority })).toEqual(line);
    expect(signingTitle({ ...signatory, authority })).toEqual(signatory.title);
  });

  it("is nothing for the head; an acting head has it within the title", () => {
    const title = both("Giám đốc", "Director");
    expect(authorityLine({ authority: "none", authority_of: null })).toBeNull();
    expect(authorityLine({ authority: "Q", authority_of: null })).toBeNull();
    expect(signingTitle({ authority: "Q", title })).toEqual(both("Q. Giám đốc", "Acting Director"));
  });
});

describe("a signatory on record", () => {
  it.each([
    ["KT", null, false],
    ["TM", both("Hội đồng", "the Council"), true],
    ["none", null, true],
    ["none", both("Giám đốc", "the Director"), false],
    ["Q", null, true],
  ] as const)("%s on behalf of %j", (authority, authority_of, valid) => {
    expect(signatoryContent.safeParse({ ...signatory, authority, authority_of }).success).toBe(valid);
  });
});
