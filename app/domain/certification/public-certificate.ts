import type { CivilDate } from "~/domain/time/civil-date";
import { type CertificateFacts, type CertificateStatus, certificateStatus } from "./certificate-status";
import type { CertificateFace } from "./face";

/** What a paper shows, without the number of its form. */
export type Paper = WithoutForm<CertificateFace>;
type WithoutForm<Face> = Face extends { form: unknown } ? Omit<Face, "form"> : never;

/** All that anyone with the paper in hand may learn: what is on it, and how it stands on a day. */
export interface PublicCertificate {
  paper: Paper;
  status: {
    /** the day of which this holds */
    on: CivilDate;
    is: CertificateStatus;
    /** since when it holds no longer; null while it does, or before it begins */
    since: CivilDate | null;
    /** the number of the paper that stands in its place */
    replacedBy: string | null;
  };
}

/** @param replacedBy serial of the correction, if there is one */
export function publicCertificate(
  face: CertificateFace,
  facts: CertificateFacts,
  renewalWindowDays: number,
  replacedBy: string | null,
  asOf: CivilDate,
): PublicCertificate {
  const { form: _, ...paper } = face;
  const is = certificateStatus(facts, asOf, renewalWindowDays);
  return {
    paper,
    status: { on: asOf, is, since: endedOn(is, facts, asOf), replacedBy: is === "replaced" ? replacedBy : null },
  };
}

function endedOn(is: CertificateStatus, { validUntil, events }: CertificateFacts, asOf: CivilDate): CivilDate | null {
  if (is === "expired") return validUntil;
  const kind = is === "revoked" ? "revoked" : is === "replaced" ? "superseded" : null;
  if (kind === null) return null;
  const dates = events.filter((event) => event.kind === kind && event.onDate <= asOf).map(({ onDate }) => onDate);
  return dates.sort().at(-1) ?? null;
}
