import { randomBytes } from "node:crypto";

/** Crockford's base 32: small letters without those that are read as another. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** A random id for addresses: 16 signs of 5 bits, 80 bits in all. */
export function newPublicId(): string {
  return Array.from(randomBytes(16), (byte) => ALPHABET.charAt(byte % 32)).join("");
}
