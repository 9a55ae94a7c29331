import { sign } from "node:crypto";
import { now } from "~/config/clock.server";
import { KeyFileUnusable } from "~/documents/proof/key-files.server";
import { reader, writeRows } from "~/models/database.server";
import { certificateDocument } from "./certificate-document.server";
import { signingKey } from "./signing-keys.server";

/** A detached signature: Ed25519 over the 32 bytes of the SHA-256 of the stored PDF. */
export interface PaperSignature {
  keyId: string;
  /** of the PDF, in hex */
  sha256: string;
  /** 64 bytes */
  signature: Buffer;
}

/**
 * The signature of a certificate's document, made after the document was stored and kept from then on. A new key signs again and
 * leaves older signatures; where the private key is lost, the newest one that there is.
 * @throws KeyFileUnusable when there is none and none can be made
 */
export async function paperSignature(certificateId: number): Promise<PaperSignature> {
  const { sha256 } = await certificateDocument(certificateId);
  try {
    // a key may be retired between reading it and storing what it signed: then the next one signs
    for (let attempt = 0; attempt < 3; attempt++) {
      const { keyId, privateKey } = await signingKey("documents");
      const kept = await keptSignature(certificateId, sha256, keyId);
      if (kept) return kept;
      const signature = sign(null, Buffer.from(sha256, "hex"), privateKey).toString("base64url");
      await writeRows(
        (rows) => rows.$executeRaw`
        INSERT INTO certificate_signature (certificate_id, sha256, key_id, signature, signed_at)
        SELECT ${certificateId}, ${sha256}, key_id, ${signature}, ${now()} FROM signing_key
        WHERE key_id = ${keyId} AND retired_at IS NULL ON CONFLICT DO NOTHING`,
      );
    }
  } catch (error) {
    const older = error instanceof KeyFileUnusable ? await keptSignature(certificateId, sha256) : null;
    if (!older) throw error;
    return older;
  }
  throw new Error(`The document of certificate ${certificateId} could not be signed: its key changes all the time.`);
}

async function keptSignature(certificateId: number, sha256: string, keyId?: string): Promise<PaperSignature | null> {
  const client = await reader();
  const row = await client.certificate_signature.findFirst({
    where: { certificate_id: certificateId, sha256, key_id: keyId },
    orderBy: { id: "desc" },
  });
  return row && { keyId: row.key_id, sha256, signature: Buffer.from(row.signature, "base64url") };
}
