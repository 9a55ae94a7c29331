import { readKeptFile } from "~/documents/kept-files.server";
import { certificateCredential } from "./certificate-credential.server";
import { certificateDocument } from "./certificate-document.server";
import { paperSignature } from "./certificate-signature.server";
import type { Certificate } from "./certificates.server";
import { signedCopyOf } from "./signed-copy.server";

export const PROOF_KINDS = ["paper", "signature", "credential", "signed-copy"] as const;
export type ProofKind = (typeof PROOF_KINDS)[number];

export interface ProofFile {
  name: string;
  mediaType: string;
  bytes: Buffer;
}

/**
 * A file by which the holder proves a certificate; null where there is no signed copy. The caller has established that it may be
 * seen. @throws KeyFileUnusable when it must be signed and cannot be
 */
export async function proofFile(certificate: Certificate, kind: ProofKind): Promise<ProofFile | null> {
  const { id, serial } = certificate;
  switch (kind) {
    case "paper": {
      const { bytes } = await certificateDocument(id);
      return { name: `${serial}.pdf`, mediaType: "application/pdf", bytes };
    }
    case "signature": {
      const { keyId, signature } = await paperSignature(id);
      // which key it was, for who has several to choose from
      return { name: `${serial}.${keyId.slice(0, 8)}.sig`, mediaType: "application/octet-stream", bytes: signature };
    }
    case "credential": {
      const jwt = await certificateCredential(certificate);
      return { name: `${serial}.jwt`, mediaType: "application/jwt", bytes: Buffer.from(jwt) };
    }
    case "signed-copy": {
      const copy = await signedCopyOf(id);
      if (!copy) return null;
      const bytes = await readKeptFile("signed-copies", copy.sha256);
      return { name: `${serial}-ky-so.pdf`, mediaType: "application/pdf", bytes };
    }
  }
}
