import type { CivilDate } from "~/domain/time/civil-date";
import { bestCertificate, type CertificateFacts } from "./certificate-status";

/** The state of the focal-point post of one provincial unit on a date; every provincial unit has exactly one state. */
export type FocalState = "certified" | "expiring" | "held-uncertified" | "duplicate" | "vacant";

export const FOCAL_STATES: readonly FocalState[] = ["certified", "expiring", "held-uncertified", "duplicate", "vacant"];

/**
 * @param holders the people who hold a focal-point post of the unit on the date (deputies and dedicated staff do not
 *   count), each with their certificates of the focal-point programme
 */
export function focalState(
  holders: readonly { certificates: readonly CertificateFacts[] }[],
  asOf: CivilDate,
  renewalWindowDays: number,
): FocalState {
  if (holders.length === 0) return "vacant";
  if (holders.length > 1) return "duplicate";
  const best = bestCertificate(holders[0]?.certificates ?? [], asOf, renewalWindowDays);
  if (best?.status === "valid") return "certified";
  if (best?.status === "expiring") return "expiring";
  return "held-uncertified";
}
