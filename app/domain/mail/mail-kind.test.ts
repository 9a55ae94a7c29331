import { expect, it } from "vitest";
import { isMailKind, MOST_TRIES, waitAfter } from "./mail-kind";

it("waits a minute, then twice as long each time, half a day at most", () => {
  expect([1, 2, 3, 8].map((tries) => waitAfter(tries) / 60_000)).toEqual([1, 2, 4, 128]);
  expect(waitAfter(50)).toBe(12 * 60 * 60_000);
  expect(MOST_TRIES).toBeGreaterThan(3);
});

it("knows what one may do without", () => {
  expect(isMailKind("digest")).toBe(true);
  // duties are not for choice
  expect(["duties", "slip", "", "toString"].some(isMailKind)).toBe(false);
});
