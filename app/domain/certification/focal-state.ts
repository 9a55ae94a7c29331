import type { CivilDate } from "~/domain/time/civil-date";
import { bestCertificate, type CertificateFacts } from "./certificate-status";

/** From what is well to what is not. */
export const FOCAL_STATES = ["certified", "expiring", "held-uncertified", "acting", "duplicate", "vacant"] as const;

/**
 * The state of the focal-point post of one unit on a date; every unit that is asked for one has exactly one state. "acting": the
 * holder is away or there is none, and someone stands in.
 */
export type FocalState = (typeof FOCAL_STATES)[number];

/** Someone who holds the post on the date, for good or standing in, with their certificates of the focal-point programme. */
export interface FocalHolding {
  acting: boolean;
  /** on leave of absence on the date */
  away: boolean;
  certificates: readonly CertificateFacts[];
}

/**
 * Whoever stands in is the focal point of the day while nobody else is on duty; with the holder on duty beside them there are two.
 * A holder who is away without anyone standing in still holds the post: the state is that of the certificate.
 * @param holders of a focal-point post of the unit on the date (deputies and dedicated staff do not count)
 */
export function focalState(holders: readonly FocalHolding[], asOf: CivilDate, renewalWindowDays: number): FocalState {
  const standIns = holders.filter(({ acting }) => acting);
  const regular = holders.filter(({ acting }) => !acting);
  const onDuty = regular.filter(({ away }) => !away);
  if (holders.length === 0) return "vacant";
  if (regular.length > 1 || standIns.length > 1 || (standIns.length === 1 && onDuty.length > 0)) return "duplicate";
  if (standIns.length === 1) return "acting";
  const best = bestCertificate(regular[0]?.certificates ?? [], asOf, renewalWindowDays);
  if (best?.status === "valid") return "certified";
  if (best?.status === "expiring") return "expiring";
  return "held-uncertified";
}
