import { publicUrl } from "~/config/environment.server";

/** The profile of whoever issues credentials here. */
export const issuerUrl = () => `${publicUrl()}/issuer`;

/** The list of credentials that no longer hold. */
export const revocationsUrl = () => `${issuerUrl()}/revoked`;

/** One public key, as a credential names it. */
export const keyUrl = (keyId: string) => `${publicUrl()}/keys/${keyId}`;

/** All public keys, as programs read them. */
export const keySetUrl = () => `${publicUrl()}/.well-known/jwks.json`;

/** A public key in a set, named as the credentials name it. */
export function publishedJwk({ keyId, use, jwk }: { keyId: string; use: "documents" | "credentials"; jwk: object }) {
  return { ...jwk, kid: keyUrl(keyId), use: "sig", alg: use === "documents" ? "EdDSA" : "RS256" };
}
