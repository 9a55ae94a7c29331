import { createHash, randomBytes } from "node:crypto";
import { mkdir, open, readFile, rename } from "node:fs/promises";
import path from "node:path";
import { now } from "~/config/clock.server";
import { dataDirectory } from "~/config/environment.server";
import { renderCertificatePdf } from "~/documents/certificate-pdf.server";
import { verifyAddress } from "~/documents/verify-address.server";
import { reader, writeRows } from "~/models/database.server";
import { findCertificate } from "./certificates.server";

export interface CertificateDocument {
  /** the PDF */
  bytes: Buffer;
  sha256: string;
  serial: string;
}

/** Renders that run now: parallel requests share one. */
const running = new Map<number, Promise<CertificateDocument>>();

/**
 * The PDF of a certificate: rendered once, after its issue was committed, and from then on the stored file. A file that is
 * lost or damaged is rendered again and must come out the same.
 * @throws when there is no such certificate, and when a lost file cannot be made again as it was
 */
export function certificateDocument(certificateId: number): Promise<CertificateDocument> {
  const shared = running.get(certificateId);
  if (shared) return shared;
  const mine = loadOrRender(certificateId).finally(() => running.delete(certificateId));
  running.set(certificateId, mine);
  return mine;
}

async function loadOrRender(certificateId: number): Promise<CertificateDocument> {
  const certificate = await findCertificate(certificateId);
  if (!certificate) throw new Error(`There is no certificate ${certificateId}.`);
  const { serial, face } = certificate;
  const known = await storedHash(certificateId);
  const stored = known === null ? null : await readStored(known);
  if (known !== null && stored) return { bytes: stored, sha256: known, serial };

  const bytes = await renderCertificatePdf(face, verifyAddress(certificate));
  const sha256 = hashOf(bytes);
  if (known !== null && sha256 !== known) {
    throw new Error(
      `The document of ${serial} is lost, and rendering it again gives another one: restore ${known}.pdf.`,
    );
  }
  await store(sha256, bytes);
  if (known !== null) return { bytes, sha256, serial };

  // another process may have been first: its row stays, and its file is the document
  await writeRows(
    (rows) => rows.$executeRaw`
    INSERT INTO certificate_document (certificate_id, sha256, bytes, rendered_at)
    VALUES (${certificateId}, ${sha256}, ${bytes.length}, ${now()}) ON CONFLICT DO NOTHING`,
  );
  return (await storedHash(certificateId)) === sha256 ? { bytes, sha256, serial } : loadOrRender(certificateId);
}

async function storedHash(certificateId: number): Promise<string | null> {
  const client = await reader();
  const row = await client.certificate_document.findUnique({ where: { certificate_id: certificateId } });
  return row?.sha256 ?? null;
}

function fileOf(sha256: string): string {
  return path.join(dataDirectory(), "documents", `${sha256}.pdf`);
}

/** The stored file, or null when it is missing or not what it was. */
async function readStored(sha256: string): Promise<Buffer | null> {
  try {
    const bytes = await readFile(fileOf(sha256));
    return hashOf(bytes) === sha256 ? bytes : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** Under its name only when it is whole and on the disk. */
async function store(sha256: string, bytes: Buffer): Promise<void> {
  const file = fileOf(sha256);
  const draft = `${file}.${randomBytes(6).toString("hex")}.part`;
  await mkdir(path.dirname(file), { recursive: true });
  const handle = await open(draft, "wx");
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, file);
}

function hashOf(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}
