import { createHash, timingSafeEqual } from "node:crypto";
import type { CertificateFacts } from "~/domain/certification/certificate-status";
import type { CertificateFace } from "~/domain/certification/face";
import { readCode, readSerial } from "~/domain/certification/serial-number";
import { reader } from "~/models/database.server";
import { findCertificate } from "./certificates.server";

/** What anyone with the paper in hand may see: what is on it, and what its status is computed from. */
export interface VerifiedCertificate {
  face: CertificateFace;
  facts: CertificateFacts;
  renewalWindowDays: number;
}

/**
 * The certificate of a number and a code as someone typed them; both are needed. Null does not tell, nor does its time, whether
 * the number exists. Public: count tries with `takeVerifyTry` first.
 */
export async function verifyCertificate(serial: string, code: string): Promise<VerifiedCertificate | null> {
  const client = await reader();
  const row = await client.certificate.findUnique({
    where: { serial: readSerial(serial).slice(0, 40) },
    select: { id: true, code: true },
  });
  const right = timingSafeEqual(digest(readCode(code).slice(0, 40)), digest(row?.code ?? "no such number"));
  const certificate = right && row ? await findCertificate(row.id) : null;
  if (!certificate) return null;
  const { face, issuedOn, validUntil, events, renewalWindowDays } = certificate;
  return { face, facts: { issuedOn, validUntil, events }, renewalWindowDays };
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
