import { describe, expect, it } from "vitest";
import { certificateFace } from "./face";
import { freezeFace } from "./freeze-face";
import { decisionContent, type StandingDecision } from "./standing-decision";

const both = (vi: string, en: string) => ({ vi, en });
const decision: StandingDecision = {
  programme: "focal",
  number: "12/QĐ-MẪU",
  signedOn: "2026-01-05",
  validFrom: "2026-01-10",
  validTo: null,
  content: {
    issuing_body: both("Cơ quan", "Body"),
    issuing_unit: both("Ban", "Department"),
    signatory_name: "Đinh Quang Thụy",
    signatory_title: both("Trưởng Ban", "Director"),
    place: both("Hà Nội", "Hà Nội"),
    heading: both("Giấy chứng nhận", "Certificate"),
    sample: true,
  },
};
const certified = {
  holder: "Phạm Hữu Chiến",
  unit: both("BHXH tỉnh Hưng Yên", "Hưng Yên Social Security"),
  programme: both("Chương trình", "Programme"),
  issuedOn: "2026-09-15",
  validUntil: "2028-09-15" as string | null,
  serial: "CN-2026-00417",
  code: "7KQ4M2XD",
};

describe("freezeFace", () => {
  it("prints what the decision says and the last day of validity", () => {
    const face = freezeFace(certified, decision);
    expect(face).toMatchObject({
      holder: "Phạm Hữu Chiến",
      issuedOn: "2026-09-15",
      validThrough: "2028-09-14",
      issuingBody: both("Cơ quan", "Body"),
      signatory: { name: "Đinh Quang Thụy", title: both("Trưởng Ban", "Director") },
      decision: { number: "12/QĐ-MẪU", signedOn: "2026-01-05" },
      sample: true,
    });
    expect(face).not.toHaveProperty("validUntil");
  });

  it("comes back whole from the database", () => {
    const face = freezeFace({ ...certified, validUntil: null }, decision);
    expect(certificateFace.parse(JSON.parse(JSON.stringify(face)))).toEqual(face);
    expect(face.validThrough).toBeNull();
  });
});

describe("decisionContent", () => {
  it.each(["issuing_body", "signatory_name", "place", "sample"])("needs %s", (part) => {
    expect(decisionContent.safeParse({ ...decision.content, [part]: undefined }).success).toBe(false);
  });

  it("takes no empty text", () => {
    expect(decisionContent.safeParse({ ...decision.content, heading: both("Giấy chứng nhận", "") }).success).toBe(
      false,
    );
    expect(decisionContent.safeParse({ ...decision.content, signatory_name: "" }).success).toBe(false);
  });
});
