import { createHash } from "node:crypto";
import { z } from "zod";
import { isInForce } from "~/domain/certification/certificate-status";
import type { Viewer } from "~/domain/permissions/viewer";
import { type CivilDate, civilDateOf, type Instant } from "~/domain/time/civil-date";
import { reader, writeRows } from "~/models/database.server";
import { recordsOf } from "~/models/people/records-of.server";
import { newPublicId } from "~/models/public-id.server";
import { type WalletEntry, walletOf } from "./wallet.server";

/** For how many days a link may hold. */
export const SHARE_DAYS = [7, 30, 90, 365] as const;
const DAY_MS = 24 * 60 * 60 * 1000;

/** A link of the holder's; the link itself is not kept and cannot be shown again. */
export interface Share {
  publicId: string;
  /** ids of certificates; null: all that are in force */
  certificates: number[] | null;
  createdAt: Instant;
  expiresAt: Instant;
  endedAt: Instant | null;
}

export interface NewShare {
  /** serials of own certificates; null: all that are in force on the day somebody looks */
  serials: readonly string[] | null;
  days: (typeof SHARE_DAYS)[number];
  onceKey: string;
  at: Instant;
}

/**
 * Makes a link. The same form sent twice gives the same link; only a hash of it is kept.
 * @returns its token, or null where a chosen certificate is not the viewer's own
 */
export async function shareCertificates(
  viewer: Viewer,
  { serials, days, onceKey, at }: NewShare,
): Promise<string | null> {
  const own = new Map((await walletOf(viewer, civilDateOf(at))).map(({ serial, id }) => [serial, id]));
  const chosen = serials?.map((serial) => own.get(serial)) ?? null;
  if (chosen?.length === 0 || chosen?.includes(undefined)) return null;
  // 80 random bits that this form alone knows
  const token = createHash("sha256").update(`share ${viewer.accountId} ${onceKey}`).digest("base64url").slice(0, 27);
  const expiresAt = new Date(Date.parse(at) + days * DAY_MS).toISOString();
  await writeRows(
    (rows) => rows.$executeRaw`
    INSERT INTO certificate_share (public_id, person_id, certificates, token_hash, created_at, expires_at)
    VALUES (${newPublicId()}, ${viewer.personId}, ${chosen && JSON.stringify(chosen)}, ${hashOf(token)}, ${at}, ${expiresAt})
    ON CONFLICT DO NOTHING`,
  );
  return token;
}

/** The viewer's links, newest first; those that are over as well. */
export async function sharesOf({ personId }: Pick<Viewer, "personId">): Promise<Share[]> {
  const client = await reader();
  const rows = await client.$queryRaw<
    {
      public_id: string;
      certificates: string | null;
      created_at: string;
      expires_at: string;
      ended_at: string | null;
    }[]
  >`
    SELECT public_id, certificates, created_at, expires_at, ended_at FROM certificate_share
    WHERE person_id IN ${recordsOf(personId)} ORDER BY id DESC`;
  return rows.map((row) => ({
    publicId: row.public_id,
    certificates: readIds(row.certificates),
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    endedAt: row.ended_at,
  }));
}

/** One of the viewer's own links; null for any other. */
export async function findShare(viewer: Pick<Viewer, "personId">, publicId: string): Promise<Share | null> {
  return (await sharesOf(viewer)).find((share) => share.publicId === publicId) ?? null;
}

/** Ends a link at once. Ending it twice changes nothing. @returns whether there is such a link of the viewer's */
export async function endShare(viewer: Viewer, publicId: string, at: Instant): Promise<boolean> {
  if (!(await findShare(viewer, publicId))) return false;
  await writeRows(
    (rows) => rows.$executeRaw`
    UPDATE certificate_share SET ended_at = ${at} WHERE public_id = ${publicId} AND ended_at IS NULL`,
  );
  return true;
}

export type Shared =
  | { state: "open"; holder: string; expiresAt: Instant; certificates: WalletEntry[] }
  | { state: "ended" | "expired" };

/** What a link shows now, each certificate with its status on the day; null for a link that there never was. */
export async function openShare(token: string, at: Instant): Promise<Shared | null> {
  const client = await reader();
  const row = await client.certificate_share.findUnique({ where: { token_hash: hashOf(token) } });
  if (!row) return null;
  if (row.ended_at !== null) return { state: "ended" };
  if (row.expires_at <= at) return { state: "expired" };
  const [kept] = await client.$queryRaw<{ id: bigint }[]>`
    SELECT COALESCE((SELECT kept_person_id FROM person_merge
      WHERE merged_person_id = ${row.person_id} AND retracted_change IS NULL), ${row.person_id}) AS id`;
  const date: CivilDate = civilDateOf(at);
  const all = await walletOf({ personId: Number(kept?.id ?? row.person_id) }, date);
  const ids = readIds(row.certificates);
  const certificates = all.filter(({ id, status }) => (ids === null ? isInForce(status) : ids.includes(id)));
  return { state: "open", holder: certificates[0]?.holder ?? "", expiresAt: row.expires_at, certificates };
}

function readIds(text: string | null): number[] | null {
  return text === null ? null : z.array(z.int()).parse(JSON.parse(text));
}

function hashOf(token: string): string {
  return createHash("sha256").update(`share ${token}`).digest("hex");
}
