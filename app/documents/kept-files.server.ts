import { createHash, randomBytes } from "node:crypto";
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { dataDirectory } from "~/config/environment.server";
import type { Instant } from "~/domain/time/civil-date";

/** Uploaded bytes lie under DATA_DIR by their hash: the same file twice is one, and what was kept never changes. */
export type Room = "proofs" | "imports" | "tasks" | "question-files" | "pictures" | "signed-copies" | "mail-files";

/** Where the bytes of a hash lie. */
export function keptFile(room: Room, sha256: string): string {
  return path.join(dataDirectory(), room, sha256);
}

/** Keeps bytes; they are on the disk when this returns. @returns their SHA-256 in hex */
export async function keepFile(room: Room, bytes: Uint8Array): Promise<string> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const place = keptFile(room, sha256);
  await mkdir(path.dirname(place), { recursive: true });
  const unfinished = `${place}.${randomBytes(6).toString("hex")}`;
  const file = await open(unfinished, "wx");
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(unfinished, place);
  return sha256;
}

/** Bytes that were kept. @throws when they are gone or are no longer what they were */
export async function readKeptFile(room: Room, sha256: string): Promise<Buffer> {
  const bytes = await readFile(keptFile(room, sha256));
  if (createHash("sha256").update(bytes).digest("hex") !== sha256) throw new Error(`${room}/${sha256} was altered`);
  return bytes;
}

/**
 * Takes bytes away that nothing speaks of any more. What was kept again since the given instant stays: somebody is about to speak of it.
 * @returns whether they are gone
 */
export async function dropKeptFile(room: Room, sha256: string, before: Instant): Promise<boolean> {
  const place = keptFile(room, sha256);
  try {
    if ((await stat(place)).mtimeMs >= Date.parse(before)) return false;
    await rm(place, { force: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  return true;
}
