import { createHmac, randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { dataDirectory } from "~/config/environment.server";
import type { Viewer } from "~/domain/permissions/viewer";
import { reader } from "~/models/database.server";
import { recordsOf } from "~/models/people/records-of.server";

const SECRET_BYTES = 32;
let held: { directory: string; secret: Buffer } | null = null;

/**
 * The key under which a browser keeps the answers of an attempt that have not been sent: of this account and this attempt alone, so
 * that the next user of a shared computer can read nothing. 32 bytes, base64url; the same for ever.
 */
export function queueKey(viewer: Pick<Viewer, "accountId">, attempt: string): string {
  return createHmac("sha256", secret()).update(`exam-queue ${viewer.accountId} ${attempt}`).digest("base64url");
}

/** The same for whoever asks by an address: null for an unknown attempt and for somebody else's. */
export async function queueKeyOfAttempt(viewer: Viewer, attempt: string): Promise<string | null> {
  const client = await reader();
  const found = await client.$queryRaw<unknown[]>`
    SELECT 1 FROM attempt a WHERE a.public_id = ${attempt} AND a.person_id IN ${recordsOf(viewer.personId)}`;
  return found.length > 0 ? queueKey(viewer, attempt) : null;
}

/** Made once, readable by the server's own user alone; lost with the data directory, and of no other use. */
function secret(): Buffer {
  const directory = path.join(dataDirectory(), "keys");
  if (held?.directory === directory) return held.secret;
  const file = path.join(directory, "exam-queue");
  held = { directory, secret: read(file) ?? make(directory, file) };
  return held.secret;
}

function read(file: string): Buffer | null {
  try {
    const bytes = readFileSync(file);
    return bytes.length === SECRET_BYTES ? bytes : null;
  } catch {
    return null;
  }
}

/** Two processes may start together: whoever links the name first has made it, and the other reads that. */
function make(directory: string, file: string): Buffer {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(6).toString("hex")}`;
  writeFileSync(draft, randomBytes(SECRET_BYTES), { mode: 0o600, flag: "wx" });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft);
  }
  const made = read(file);
  if (!made) throw new Error(`${file} is no key of ${SECRET_BYTES} bytes`);
  return made;
}
