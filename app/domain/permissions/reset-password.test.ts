import { expect, it } from "vitest";
import { mayResetPasswordOf } from "./reset-password";

const hr = { administrator: false, mayResetIn: (unitId: number) => unitId < 10 };
const administrator = { administrator: true, mayResetIn: () => true };

it("lets nobody gain by a slip what they do not have", () => {
  expect(mayResetPasswordOf([], hr)).toBe(true);
  expect(mayResetPasswordOf([{ role: "unit-leader", unitId: 3 }], hr)).toBe(true);
  expect(mayResetPasswordOf([{ role: "unit-leader", unitId: 30 }], hr)).toBe(false);
  expect(mayResetPasswordOf([{ role: "administrator", unitId: 3 }], hr)).toBe(false);
  expect(mayResetPasswordOf([{ role: "administrator", unitId: 3 }], administrator)).toBe(true);
});
