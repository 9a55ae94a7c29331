import { type CertificateStatus, certificateStatus, isInForce } from "~/domain/certification/certificate-status";
import { programmesAsking } from "~/domain/certification/programme-references";
import { readCompletion } from "~/domain/certification/stored-completion";
import { type CivilDate, civilDateOf, type Instant } from "~/domain/time/civil-date";
import { programmesOn } from "../certification/programmes-in-force.server";
import type { Rows } from "../database.server";
import { recordsOf } from "../people/records-of.server";

/** A certificate that rests on a pass. */
export interface RestingCertificate {
  id: number;
  publicId: string;
  serial: string;
  programme: string;
  issuedOn: CivilDate;
  status: CertificateStatus;
}

/**
 * The certificates of a person that rest on an attempt: issued for it, or issued later to someone who had no other pass of this
 * course that stands, under a programme that asks for its exam. Inside a write pass its rows.
 */
export async function certificatesRestingOn(
  rows: Rows,
  attempt: { id: number; personId: number; courseSlug: string; endedAt: Instant },
  today: CivilDate,
): Promise<RestingCertificate[]> {
  const passedOn = civilDateOf(attempt.endedAt);
  const programmes = (await programmesOn(rows, passedOn)).map(({ programme }) => programme);
  const asking = new Set(programmesAsking(programmes, attempt.courseSlug).map(({ key }) => key));
  const found = await rows.$queryRaw<
    {
      id: bigint;
      public_id: string;
      serial: string;
      programme: string;
      issued_on: string;
      valid_until: string | null;
      attempt_id: bigint | null;
      completion: string | null;
      other_pass: bigint;
      last_event: string | null;
      last_on: string | null;
    }[]
  >`
    SELECT c.id, c.public_id, c.serial, c.programme, c.issued_on, c.valid_until, c.attempt_id, c.completion,
      EXISTS (SELECT 1 FROM attempt a JOIN attempt_standing r ON r.attempt_id = a.id
        JOIN course_version v ON v.id = a.course_version_id JOIN course k ON k.id = v.course_id
        WHERE a.person_id IN ${recordsOf(attempt.personId)} AND a.id <> ${attempt.id} AND k.slug = ${attempt.courseSlug}
          AND r.passed AND r.ended_at < c.issued_on || 'T24') AS other_pass,
      (SELECT e.kind FROM certificate_event e WHERE e.certificate_id = c.id AND e.retracted_change IS NULL
        AND e.kind NOT IN ('issued', 'renewed') ORDER BY e.on_date DESC, e.id DESC LIMIT 1) AS last_event,
      (SELECT e.on_date FROM certificate_event e WHERE e.certificate_id = c.id AND e.retracted_change IS NULL
        AND e.kind NOT IN ('issued', 'renewed') ORDER BY e.on_date DESC, e.id DESC LIMIT 1) AS last_on
    FROM certificate c WHERE c.person_id IN ${recordsOf(attempt.personId)} ORDER BY c.id`;
  return found.flatMap((row) => {
    const completion = readCompletion(row.completion);
    const named = completion?.by.some(({ refs }) => refs.includes(`attempt:${attempt.id}`)) ?? false;
    const own = named || Number(row.attempt_id ?? 0) === attempt.id;
    // issued before it was written down what each rests on
    const unnamed = completion === null && row.attempt_id !== null;
    const later = unnamed && asking.has(row.programme) && row.issued_on >= passedOn && !row.other_pass;
    if (!own && !later) return [];
    const events = row.last_event ? [{ kind: row.last_event as "revoked", onDate: row.last_on ?? row.issued_on }] : [];
    const facts = { issuedOn: row.issued_on, validUntil: row.valid_until, events };
    return [
      {
        id: Number(row.id),
        publicId: row.public_id,
        serial: row.serial,
        programme: row.programme,
        issuedOn: row.issued_on,
        status: certificateStatus(facts, today, 0),
      },
    ];
  });
}

/** Those that may be relied on today. */
export function inForce(certificates: readonly RestingCertificate[]): RestingCertificate[] {
  return certificates.filter(({ status }) => isInForce(status));
}
