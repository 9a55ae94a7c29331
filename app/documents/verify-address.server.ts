import { publicUrl } from "~/config/environment.server";

/** Where anyone checks one certificate: in its QR code, and printed to be typed. `serial` and `code` as stored. */
export function verifyAddress(certificate: { serial: string; code: string }): string {
  return `${publicUrl()}/v/${certificate.serial}/${certificate.code}`;
}
