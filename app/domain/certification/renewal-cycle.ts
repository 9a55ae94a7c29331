import { addDays, type CivilDate, type Instant, startOfDay } from "~/domain/time/civil-date";
import { bestCertificate, type CertificateFacts } from "./certificate-status";

/**
 * When the learner's present cycle began: the day on which the renewal window of the certificate that speaks for them opened,
 * where it has. Passes and failures from before count for the certificate that is ending, not for the next. Null in the
 * first cycle and while a certificate needs no renewal.
 */
export function renewalBegan(
  certificates: readonly CertificateFacts[],
  asOf: CivilDate,
  renewalWindowDays: number,
): Instant | null {
  const best = bestCertificate(certificates, asOf, renewalWindowDays);
  if (!best?.certificate.validUntil) return null;
  if (best.status !== "expiring" && best.status !== "expired") return null;
  return startOfDay(addDays(best.certificate.validUntil, -renewalWindowDays));
}

/** The cycle that runs for the exam of a course, over the programmes that ask for it. */
export function examCycleBegan(
  asking: readonly { key: string; renewal_window_days: number }[],
  certificates: readonly (CertificateFacts & { programme: string })[],
  asOf: CivilDate,
): Instant | null {
  const began = asking.map(({ key, renewal_window_days }) =>
    renewalBegan(
      certificates.filter(({ programme }) => programme === key),
      asOf,
      renewal_window_days,
    ),
  );
  return began.find((instant) => instant !== null) ?? null;
}
