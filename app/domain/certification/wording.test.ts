import { expect, it } from "vitest";
import { certificateWording, FIRST_WORDING, registerWording } from "./wording";

it("begins with words that it would take", () => {
  expect(certificateWording.parse(FIRST_WORDING.certificate)).toEqual(FIRST_WORDING.certificate);
  expect(registerWording.parse(FIRST_WORDING.register)).toEqual(FIRST_WORDING.register);
});

it.each(["Chứng chỉ hoàn thành", "CHỨNG CHỈ", "chứng chỉ".normalize("NFD"), "", "x".repeat(201)])(
  "takes no heading %j",
  (vi) => {
    const wording = { ...FIRST_WORDING.certificate, heading: { vi, en: "Certificate" } };
    expect(certificateWording.safeParse(wording).success).toBe(false);
  },
);
