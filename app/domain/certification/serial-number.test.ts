import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCode, readSerial, serialNumber, seriesOf, showCode, verificationCode } from "./serial-number";

describe("serial numbers", () => {
  it("count within a year, five digits or more", () => {
    expect(seriesOf("2026-09-15")).toBe("CN-2026");
    expect(serialNumber("CN-2026", 417)).toBe("CN-2026-00417");
    expect(serialNumber("CN-2026", 123_456)).toBe("CN-2026-123456");
  });
});

describe("verificationCode", () => {
  it("skips the bytes that would make some signs likelier", () => {
    expect(verificationCode(Uint8Array.from([255, 240, 0, 29, 30, 239, 8, 9, 10, 11]))).toBe("2Z2ZABCD");
  });

  it("asks for enough bytes", () => {
    expect(() => verificationCode(new Uint8Array(7))).toThrow();
    expect(() => verificationCode(new Uint8Array(64).fill(250))).toThrow();
  });

  it("has eight signs, none of which is misread, and comes back however it is typed", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
        fc.pre(bytes.filter((byte) => byte < 240).length >= 8);
        const code = verificationCode(bytes);
        expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{8}$/);
        expect(readCode(showCode(code))).toBe(code);
        expect(readCode(` ${showCode(code).toLowerCase()} `)).toBe(code);
      }),
    );
  });
});

describe("what someone typed", () => {
  it.each([
    ["7kq4-m2xd", "7KQ4M2XD"],
    ["7KQ4 M2XD", "7KQ4M2XD"],
    [" 7kq4m2xd\n", "7KQ4M2XD"],
  ])("the code %s", (typed, expected) => expect(readCode(typed)).toBe(expected));

  it.each([
    ["cn-2026-00417", "CN-2026-00417"],
    [" CN-2026 -00417 ", "CN-2026-00417"],
  ])("the number %s", (typed, expected) => expect(readSerial(typed)).toBe(expected));
});
