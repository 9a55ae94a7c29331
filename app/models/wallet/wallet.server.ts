import JSZip from "jszip";
import { type CertificateStatus, certificateStatus, lastDayOf } from "~/domain/certification/certificate-status";
import type { Viewer } from "~/domain/permissions/viewer";
import type { Bilingual } from "~/domain/text/bilingual";
import type { CivilDate } from "~/domain/time/civil-date";
import { certificatesOf } from "~/models/certification/certificates.server";
import { PROOF_KINDS, proofFile } from "~/models/certification/proof-files.server";
import { reader } from "~/models/database.server";

/** A certificate as its holder keeps it. */
export interface WalletEntry {
  id: number;
  publicId: string;
  serial: string;
  code: string;
  /** as the paper names them */
  holder: string;
  programme: Bilingual;
  issuedOn: CivilDate;
  lastDay: CivilDate | null;
  status: CertificateStatus;
  hasSignedCopy: boolean;
}

/** One's own certificates, newest first, as they stand on a date. */
export async function walletOf({ personId }: Pick<Viewer, "personId">, date: CivilDate): Promise<WalletEntry[]> {
  const certificates = await certificatesOf(personId);
  const client = await reader();
  const copies = await client.certificate_signed_copy.findMany({
    where: { certificate_id: { in: certificates.map(({ id }) => id) }, retracted_change: null },
    select: { certificate_id: true },
  });
  const copied = new Set(copies.map(({ certificate_id }) => certificate_id));
  return certificates.map((certificate) => ({
    id: certificate.id,
    publicId: certificate.publicId,
    serial: certificate.serial,
    code: certificate.code,
    holder: certificate.face.holder,
    programme: certificate.face.programme,
    issuedOn: certificate.issuedOn,
    lastDay: lastDayOf(certificate.validUntil),
    status: certificateStatus(certificate, date, certificate.renewalWindowDays),
    hasSignedCopy: copied.has(certificate.id),
  }));
}

/** Every proof of every certificate of one's own in one file, a folder each; null where there is none. */
export async function walletArchive({ personId }: Pick<Viewer, "personId">): Promise<Buffer | null> {
  const certificates = await certificatesOf(personId);
  if (certificates.length === 0) return null;
  const archive = new JSZip();
  for (const certificate of certificates) {
    for (const kind of PROOF_KINDS) {
      const file = await proofFile(certificate, kind);
      if (file) archive.file(`${certificate.serial}/${file.name}`, file.bytes);
    }
  }
  return archive.generateAsync({ type: "nodebuffer" });
}
