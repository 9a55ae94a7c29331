/** Without I, L, O, U and 0, 1: nothing that is misread on paper or over the telephone. */
const CODE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
const CODE_LENGTH = 8;

/** "CN-2026": one row of numbers a year of issue. */
export function seriesOf(issuedOn: string): string {
  return `CN-${issuedOn.slice(0, 4)}`;
}

/** The year of a row of numbers. */
export function yearOf(series: string): string {
  return series.slice(-4);
}

/** "CN-2026-00417" */
export function serialNumber(series: string, number: number): string {
  return `${series}-${String(number).padStart(5, "0")}`;
}

/**
 * The code printed beside the number, "7KQ4M2XD", from random bytes (30^8 possibilities).
 * @throws when fewer than eight usable bytes are given: ask for 32
 */
export function verificationCode(randomBytes: Uint8Array): string {
  const usable = [...randomBytes].filter((byte) => byte < 240).slice(0, CODE_LENGTH);
  if (usable.length < CODE_LENGTH) throw new Error("too few random bytes for a verification code");
  return usable.map((byte) => CODE_ALPHABET[byte % CODE_ALPHABET.length]).join("");
}

/** "7KQ4-M2XD" */
export function showCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** What someone typed, as stored: upper case, without spaces and hyphens. */
export function readCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]+/g, "");
}

/** A typed serial number as stored; spaces and lower case are forgiven. */
export function readSerial(typed: string): string {
  return typed.toUpperCase().replace(/\s+/g, "");
}
