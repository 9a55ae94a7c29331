import { POWERS, type Power } from "./role";

/** Giving permissions is lent to nobody: who gives them answers for them by name. */
export const DELEGABLE_POWERS: readonly Power[] = POWERS.filter((power) => power !== "manage-grants");

export function isDelegable(power: Power): boolean {
  return DELEGABLE_POWERS.includes(power);
}
