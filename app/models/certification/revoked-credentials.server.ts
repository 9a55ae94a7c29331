import { issuerUrl, revocationsUrl } from "~/documents/proof/proof-addresses.server";
import { type CertificateEvent, certificateStatus } from "~/domain/certification/certificate-status";
import type { CivilDate } from "~/domain/time/civil-date";
import { latestChangeId, readRows } from "~/models/database.server";
import { Prisma } from "~/models/generated/client";
import { credentialId } from "./certificate-credential.server";

interface Entry {
  id: string;
  revoked: true;
  revocationReason: "revoked" | "replaced";
}

/** The list of Open Badges' revocation method. */
export interface RevokedCredentials {
  id: string;
  issuer: string;
  revokedCredential: Entry[];
}

let kept: { key: string; list: Promise<RevokedCredentials> } | null = null;

/** The credentials that do not hold on a date, by the status of their certificates; names of credentials and nothing else. */
export async function revokedCredentials(date: CivilDate): Promise<RevokedCredentials> {
  const key = `${await latestChangeId()} ${date} ${issuerUrl()}`;
  if (kept?.key !== key) {
    const list = readList(date);
    kept = { key, list };
    list.catch(() => {
      kept = null;
    });
  }
  return kept.list;
}

async function readList(date: CivilDate): Promise<RevokedCredentials> {
  const rows = await readRows<{ public_id: string; issued_on: string; kind: string; on_date: string }>(Prisma.sql`
    SELECT c.public_id, c.issued_on, e.kind, e.on_date FROM certificate_event e JOIN certificate c ON c.id = e.certificate_id
    WHERE e.retracted_change IS NULL AND e.kind IN ('revoked', 'reinstated', 'superseded')
    ORDER BY c.id, e.on_date, e.id`);
  const certificates = new Map<string, { issuedOn: string; validUntil: null; events: CertificateEvent[] }>();
  for (const row of rows) {
    const facts = certificates.get(row.public_id) ?? { issuedOn: row.issued_on, validUntil: null, events: [] };
    facts.events.push({ kind: row.kind as CertificateEvent["kind"], onDate: row.on_date });
    certificates.set(row.public_id, facts);
  }
  // whether it has expired stands in the credential itself: here counts only what its issuer has done since
  const entries = [...certificates].flatMap(([publicId, facts]): Entry[] => {
    const status = certificateStatus(facts, date, 0);
    if (status !== "revoked" && status !== "replaced") return [];
    return [{ id: credentialId(publicId), revoked: true, revocationReason: status }];
  });
  return { id: revocationsUrl(), issuer: issuerUrl(), revokedCredential: entries };
}
