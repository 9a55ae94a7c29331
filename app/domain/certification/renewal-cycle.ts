import { addDays, type CivilDate, type Instant, startOfDay } from "~/domain/time/civil-date";
import { bestCertificate, type CertificateFacts } from "./certificate-status";
import type { Programme } from "./programme";
import { renewsInTime } from "./validity";

/** Where someone stands with a programme on a day. */
export type Cycle = {
  /** what was done before does not count; null: everything does */
  since: CivilDate | null;
  /** when the certificate that speaks for them began, revoked or not */
  lastBegan: CivilDate | null;
  /** facts on which a revoked certificate rested: they count no more */
  spent: ReadonlySet<string>;
} & (
  | { kind: "first" | "again" }
  /** a certificate holds and needs no renewal yet */
  | { kind: "held" }
  /** `inTime`: within the window or the grace, so that the shorter path is open */
  | { kind: "renewal"; follows: CivilDate; inTime: boolean }
);

interface Owned {
  facts: CertificateFacts;
  completedOn?: CivilDate | null;
  restsOn?: readonly string[];
}

/** The cycle of a person in a programme on a day, by their certificates of it. */
export function cycleOn<T extends Owned>(
  { renewal, min_held_days = 0 }: Pick<Programme, "renewal" | "min_held_days">,
  own: readonly T[],
  day: CivilDate,
): Cycle {
  const held = own.map(({ facts, completedOn, restsOn }) => ({
    ...facts,
    // met on a day, signed on a later one: nothing is missing between
    issuedOn: completedOn && completedOn < facts.issuedOn ? completedOn : facts.issuedOn,
    restsOn: restsOn ?? [],
  }));
  const revoked = held.filter((each) => bestCertificate([each], day, 0)?.status === "revoked");
  const spent: ReadonlySet<string> = new Set(revoked.flatMap(({ restsOn }) => restsOn));
  const best = bestCertificate(held, day, renewal.window_days);
  if (!best) return { kind: "first", since: null, lastBegan: null, spent };
  const { issuedOn, validUntil } = best.certificate;
  const lastBegan = issuedOn;
  if (best.status === "revoked" || best.status === "replaced")
    return { kind: "again", since: null, lastBegan: null, spent };
  if (validUntil === null) return { kind: "held", since: null, lastBegan, spent };
  const since = renewableFrom(issuedOn, validUntil, renewal.window_days, min_held_days);
  if (day < since) return { kind: "held", since, lastBegan, spent };
  const follows = { validUntil, windowDays: renewal.window_days, graceDays: renewal.grace_days };
  return { kind: "renewal", since, lastBegan, spent, follows: validUntil, inTime: renewsInTime(follows, day) };
}

/** The first day on which a certificate can be renewed: its window, but not before it was held for its least time. */
export function renewableFrom(
  issuedOn: CivilDate,
  validUntil: CivilDate,
  windowDays: number,
  minHeldDays: number,
): CivilDate {
  const window = addDays(validUntil, -windowDays);
  const held = addDays(issuedOn, minHeldDays);
  const from = held > window ? held : window;
  // never on the day of its own issue, by the very facts that it rests on
  return from > issuedOn ? from : addDays(issuedOn, 1);
}

/**
 * When the learner's present cycle began: the day on which the renewal window of the certificate that speaks for them opened,
 * where it has. Passes and failures from before count for the certificate that is ending, not for the next. Null in the
 * first cycle and while a certificate needs no renewal.
 */
export function renewalBegan(
  certificates: readonly CertificateFacts[],
  asOf: CivilDate,
  { renewal, min_held_days }: Pick<Programme, "renewal" | "min_held_days">,
): Instant | null {
  const owned = certificates.map((facts) => ({ facts }));
  const cycle = cycleOn(min_held_days === undefined ? { renewal } : { renewal, min_held_days }, owned, asOf);
  return cycle.kind === "renewal" && cycle.since ? startOfDay(cycle.since) : null;
}

/** The cycle that runs for the exam of a course, over the programmes that ask for it. */
export function examCycleBegan(
  asking: readonly Pick<Programme, "key" | "renewal" | "min_held_days" | "validity">[],
  certificates: readonly (CertificateFacts & { programme: string })[],
  asOf: CivilDate,
): Instant | null {
  const began = asking.map((programme) =>
    renewalBegan(
      certificates.filter((each) => each.programme === programme.key),
      asOf,
      programme,
    ),
  );
  return began.find((instant) => instant !== null) ?? null;
}
