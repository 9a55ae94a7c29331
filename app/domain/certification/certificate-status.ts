import { addDays, type CivilDate } from "~/domain/time/civil-date";

/** What is known of one certificate. `validUntil` is the first day on which it no longer holds; null: no end. */
export interface CertificateFacts {
  issuedOn: CivilDate;
  validUntil: CivilDate | null;
  events: CertificateEvent[];
}

/** What happened to it after its issue. That it was renewed changes nothing: it holds to its end all the same. */
export interface CertificateEvent {
  kind: "renewed" | "revoked" | "reinstated" | "superseded";
  onDate: CivilDate;
}

export type CertificateStatus = "not-yet" | "valid" | "expiring" | "expired" | "revoked" | "replaced";

/**
 * The status of a certificate on a date; nothing stores it. "expiring" is a valid one within the renewal window.
 * @param renewalWindowDays days before the end in which the holder should renew
 */
export function certificateStatus(
  facts: CertificateFacts,
  asOf: CivilDate,
  renewalWindowDays: number,
): CertificateStatus {
  if (asOf < facts.issuedOn) return "not-yet";
  const last = facts.events
    .filter((event) => event.kind !== "renewed" && event.onDate <= asOf)
    .reduce<CertificateEvent | null>(
      (newest, event) => (newest && newest.onDate > event.onDate ? newest : event),
      null,
    );
  if (last?.kind === "revoked") return "revoked";
  if (last?.kind === "superseded") return "replaced";
  if (facts.validUntil === null) return "valid";
  if (asOf >= facts.validUntil) return "expired";
  return asOf >= addDays(facts.validUntil, -renewalWindowDays) ? "expiring" : "valid";
}

/** True on the dates on which a certificate may be relied on. */
export function isInForce(status: CertificateStatus): boolean {
  return status === "valid" || status === "expiring";
}

/** True in the days after its end in which a renewal still follows on the old one. It may not be relied on. */
export function inGrace(facts: CertificateFacts, asOf: CivilDate, graceDays: number): boolean {
  if (facts.validUntil === null || certificateStatus(facts, asOf, 0) !== "expired") return false;
  return asOf < addDays(facts.validUntil, graceDays);
}

/** The last day on which it holds, as the paper prints it. */
export function lastDayOf(validUntil: CivilDate | null): CivilDate | null {
  return validUntil === null ? null : addDays(validUntil, -1);
}

/** The certificate that speaks for a person on a date: in force before not, then the one that ends last. */
export function bestCertificate<T extends CertificateFacts>(
  certificates: readonly T[],
  asOf: CivilDate,
  renewalWindowDays: number,
): { certificate: T; status: CertificateStatus } | null {
  let best: { certificate: T; status: CertificateStatus } | null = null;
  for (const certificate of certificates) {
    const status = certificateStatus(certificate, asOf, renewalWindowDays);
    if (status === "not-yet") continue;
    if (best === null || isBetter(status, certificate, best)) best = { certificate, status };
  }
  return best;
}

/** In force before all else, then the one that lasts longest, then the one issued last. */
function isBetter(
  status: CertificateStatus,
  facts: CertificateFacts,
  best: { certificate: CertificateFacts; status: CertificateStatus },
): boolean {
  if (isInForce(status) !== isInForce(best.status)) return isInForce(status);
  const [until, longest] = [facts.validUntil ?? "9999-12-31", best.certificate.validUntil ?? "9999-12-31"];
  return until > longest || (until === longest && facts.issuedOn > best.certificate.issuedOn);
}
