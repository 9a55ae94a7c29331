import { createHash, timingSafeEqual } from "node:crypto";
import { LRUCache } from "lru-cache";
import { type PublicCertificate, publicCertificate } from "~/domain/certification/public-certificate";
import { readCode, readSerial } from "~/domain/certification/serial-number";
import type { CivilDate } from "~/domain/time/civil-date";
import { latestChangeId, readRows } from "~/models/database.server";
import { Prisma } from "~/models/generated/client";
import { type Certificate, findCertificate } from "./certificates.server";

/** What anyone with the paper in hand may see, and which certificate it is. */
export interface VerifiedCertificate extends PublicCertificate {
  certificate: Certificate;
}

interface Held {
  changeId: number;
  certificate: Promise<Certificate | null>;
}

/** Certificates that are being looked at, as of the newest change: a paper on a wall is scanned by many. */
const held = new LRUCache<number, Held>({ max: 2000 });

/**
 * The certificate of a number and a code as someone typed them; both are needed. Null does not tell, nor does its time, whether
 * the number exists. Public: ask through `countingMisses`.
 */
export async function verifyCertificate(
  serial: string,
  code: string,
  asOf: CivilDate,
): Promise<VerifiedCertificate | null> {
  const [row] = await readRows<{ id: number; code: string; replaced_by: string | null }>(Prisma.sql`
    SELECT c.id, c.code, (SELECT r.serial FROM certificate r WHERE r.replaces_id = c.id) AS replaced_by
    FROM certificate c WHERE c.serial = ${readSerial(serial).slice(0, 40)}`);
  const right = timingSafeEqual(digest(readCode(code).slice(0, 40)), digest(row?.code ?? "no such number"));
  const certificate = right && row ? await asOfNewestChange(row.id) : null;
  if (!row || !certificate) return null;
  const { face, renewalWindowDays } = certificate;
  return { ...publicCertificate(face, certificate, renewalWindowDays, row.replaced_by, asOf), certificate };
}

async function asOfNewestChange(id: number): Promise<Certificate | null> {
  const changeId = await latestChangeId();
  const known = held.get(id);
  if (known?.changeId === changeId) return known.certificate;
  const certificate = findCertificate(id);
  held.set(id, { changeId, certificate });
  certificate.catch(() => held.delete(id));
  return certificate;
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
