import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { dataDirectory } from "~/config/environment.server";

/** Where the bytes of a file that was brought in lie, by their hash. */
export function keptFile(sha256: string): string {
  return path.join(dataDirectory(), "imports", sha256);
}

/** Keeps the bytes of a file that is brought in; the same bytes are kept once. @returns their hash */
export async function keepFile(bytes: Uint8Array): Promise<string> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const file = keptFile(sha256);
  if (existsSync(file)) return sha256;
  await mkdir(path.dirname(file), { recursive: true });
  // never half a file under its name
  const draft = `${file}.${process.pid}.${Date.now()}`;
  await writeFile(draft, bytes);
  await rename(draft, file);
  return sha256;
}
