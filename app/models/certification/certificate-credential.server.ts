import { createHash } from "node:crypto";
import { SignJWT } from "jose";
import { now } from "~/config/clock.server";
import { KeyFileUnusable } from "~/documents/proof/key-files.server";
import { issuerUrl, keyUrl, revocationsUrl } from "~/documents/proof/proof-addresses.server";
import { openBadge } from "~/domain/certification/open-badge";
import { reader, writeRows } from "~/models/database.server";
import type { Certificate } from "./certificates.server";
import { signingKey } from "./signing-keys.server";

/**
 * The Open Badges 3.0 credential of a certificate as a signed token (RS256): made once a key and kept.
 * @throws KeyFileUnusable when there is none and none can be made
 */
export async function certificateCredential(certificate: Certificate): Promise<string> {
  try {
    for (let attempt = 0; attempt < 3; attempt++) {
      const { keyId, privateKey } = await signingKey("credentials");
      const kept = await keptCredential(certificate.id, keyId);
      if (kept) return kept;
      const jwt = await signed(certificate, keyId, privateKey);
      await writeRows(
        (rows) => rows.$executeRaw`
        INSERT INTO certificate_credential (certificate_id, key_id, jwt, signed_at)
        SELECT ${certificate.id}, key_id, ${jwt}, ${now()} FROM signing_key
        WHERE key_id = ${keyId} AND retired_at IS NULL ON CONFLICT DO NOTHING`,
      );
    }
  } catch (error) {
    const older = error instanceof KeyFileUnusable ? await keptCredential(certificate.id) : null;
    if (!older) throw error;
    return older;
  }
  throw new Error(`The credential of ${certificate.serial} could not be signed: its key changes all the time.`);
}

/** The payload is the credential itself, with the registered claims beside it (Open Badges 3.0, 8.2). */
function signed(certificate: Certificate, keyId: string, key: Parameters<SignJWT["sign"]>[0]): Promise<string> {
  const { face, validUntil, publicId, programme } = certificate;
  const credential = openBadge(face, validUntil, {
    credential: credentialId(publicId),
    issuer: issuerUrl(),
    achievement: `${issuerUrl()}#${encodeURIComponent(programme)}`,
    revocations: revocationsUrl(),
  });
  const seconds = (instant: string) => Math.floor(Date.parse(instant) / 1000);
  const claims = { iss: credential.issuer.id, jti: credential.id, nbf: seconds(credential.validFrom) };
  const end = "validUntil" in credential ? { exp: seconds(credential.validUntil as string) } : {};
  return new SignJWT({ ...credential, ...claims, ...end })
    .setProtectedHeader({ alg: "RS256", typ: "JWT", kid: keyUrl(keyId) })
    .sign(key);
}

/** The name of a certificate's credential: says nothing of the address at which its pages lie. */
export function credentialId(publicId: string): string {
  const hex = createHash("sha256").update(`credential ${publicId}`).digest("hex");
  // version 8 of RFC 9562: made from a hash of one's own
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return `urn:uuid:${parts.join("-")}`;
}

async function keptCredential(certificateId: number, keyId?: string): Promise<string | null> {
  const client = await reader();
  const row = await client.certificate_credential.findFirst({
    where: { certificate_id: certificateId, key_id: keyId },
    orderBy: { id: "desc" },
    select: { jwt: true },
  });
  return row?.jwt ?? null;
}
