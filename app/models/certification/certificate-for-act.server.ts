import { type CertificateStatus, certificateStatus } from "~/domain/certification/certificate-status";
import type { Power } from "~/domain/permissions/role";
import type { Viewer } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import { type Rows, reader } from "~/models/database.server";
import { Prisma } from "~/models/generated/client";
import { recordsOf } from "~/models/people/records-of.server";
import { scopeOf } from "~/models/reporting/scope-units.server";
import { type Certificate, findCertificate } from "./certificates.server";
import { certificateInScope } from "./holder-in-scope.server";

export interface CertificateForAct extends Certificate {
  /** the viewer's own: somebody else decides about it */
  own: boolean;
  status: CertificateStatus;
}

/** A certificate over which the viewer has a power, their own among them to be told so; null for every other one. */
export async function certificateForAct(
  viewer: Viewer,
  publicId: string,
  power: Power,
  today: CivilDate,
): Promise<CertificateForAct | null> {
  const client = await reader();
  const scope = await scopeOf(viewer, power, today);
  const [found] = await client.$queryRaw<{ id: bigint; own: bigint }[]>`
    SELECT c.id, c.person_id IN ${recordsOf(viewer.personId)} AS own FROM certificate c
    WHERE c.public_id = ${publicId} AND ${certificateInScope(scope, today)}`;
  const certificate = found ? await findCertificate(Number(found.id)) : null;
  if (!found || !certificate) return null;
  const status = certificateStatus(certificate, today, certificate.renewalWindowDays);
  return { ...certificate, own: Boolean(Number(found.own)), status };
}

/** The status as the transaction sees it: of two acts at the same time the second meets what the first has done. */
export async function statusWithin(rows: Rows, certificate: Certificate, today: CivilDate): Promise<CertificateStatus> {
  const events = await rows.$queryRaw<{ kind: "revoked" | "reinstated" | "superseded"; on_date: string }[]>(Prisma.sql`
    SELECT kind, on_date FROM certificate_event
    WHERE certificate_id = ${certificate.id} AND retracted_change IS NULL AND kind IN ('revoked', 'reinstated', 'superseded')
    ORDER BY on_date, id`);
  const { issuedOn, validUntil, renewalWindowDays } = certificate;
  const facts = { issuedOn, validUntil, events: events.map(({ kind, on_date }) => ({ kind, onDate: on_date })) };
  return certificateStatus(facts, today, renewalWindowDays);
}
