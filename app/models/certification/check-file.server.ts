import { createHash } from "node:crypto";
import { compactVerify, decodeProtectedHeader, importJWK, type JWK } from "jose";
import { reader } from "~/models/database.server";
import { Prisma } from "~/models/generated/client";
import { publishedKeys } from "./signing-keys.server";

/** What a file turned out to be: the paper as stored, the copy that its issuer signed, or the credential. */
export type FileKind = "paper" | "signed-copy" | "credential";

export type FileCheck =
  | { outcome: "matches"; kind: FileKind; serial: string; code: string }
  /** says that it is one of ours, and is not what we have */
  | { outcome: "altered" }
  | { outcome: "unknown" };

/** Larger than any paper of this house, signed copies included; in bytes. */
export const LARGEST_CHECKED_FILE = 6 * 1024 * 1024;
const LARGEST_TOKEN = 64 * 1024;

/**
 * Compares a file with what is stored, and keeps nothing of it. With `certificateId` it is held against that certificate alone, and
 * any other paper counts as altered.
 */
export async function checkFile(bytes: Uint8Array, certificateId?: number): Promise<FileCheck> {
  const token = tokenIn(bytes);
  const check = token === null ? await checkPaper(bytes) : await checkToken(token);
  if (certificateId === undefined) return check.id === null ? { outcome: check.outcome } : found(check.kind, check.id);
  if (check.id === certificateId) return found(check.kind, check.id);
  return { outcome: "altered" };
}

type Checked = { id: number; kind: FileKind } | { id: null; outcome: "altered" | "unknown" };
const UNKNOWN: Checked = { id: null, outcome: "unknown" };

async function found(kind: FileKind, id: number): Promise<FileCheck> {
  const client = await reader();
  const { serial, code } = await client.certificate.findUniqueOrThrow({
    where: { id },
    select: { serial: true, code: true },
  });
  return { outcome: "matches", kind, serial, code };
}

async function checkPaper(bytes: Uint8Array): Promise<Checked> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const client = await reader();
  const [row] = await client.$queryRaw<{ id: bigint; kind: FileKind }[]>(Prisma.sql`
    SELECT certificate_id AS id, 'paper' AS kind FROM certificate_document WHERE sha256 = ${sha256}
    UNION ALL SELECT certificate_id, 'signed-copy' FROM certificate_signed_copy
    WHERE sha256 = ${sha256} AND retracted_change IS NULL LIMIT 1`);
  return row ? { id: Number(row.id), kind: row.kind } : UNKNOWN;
}

/** A compact token, or null where the file is none. */
function tokenIn(bytes: Uint8Array): string | null {
  if (bytes.length > LARGEST_TOKEN) return null;
  const text = Buffer.from(bytes).toString("latin1").trim();
  return /^[\w-]+\.[\w-]+\.[\w-]*$/.test(text) ? text : null;
}

/** By our own keys alone, whatever algorithm the token itself names. */
async function checkToken(token: string): Promise<Checked> {
  const named = keyNamed(token);
  if (named === null) return UNKNOWN;
  const key = (await publishedKeys()).find(({ keyId, use }) => use === "credentials" && keyId === named);
  if (!key) return UNKNOWN;
  try {
    await compactVerify(token, await importJWK(key.jwk as JWK, "RS256"), { algorithms: ["RS256"] });
  } catch {
    return { id: null, outcome: "altered" };
  }
  const client = await reader();
  const row = await client.certificate_credential.findFirst({
    where: { key_id: named, jwt: token },
    select: { certificate_id: true },
  });
  return row ? { id: row.certificate_id, kind: "credential" } : UNKNOWN;
}

function keyNamed(token: string): string | null {
  try {
    const { kid } = decodeProtectedHeader(token);
    return kid?.split("/").at(-1) ?? null;
  } catch {
    return null;
  }
}
