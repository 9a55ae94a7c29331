import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { dataDirectory } from "~/config/environment.server";

let key: { file: string; bytes: Buffer } | null = null;

/** The key by which links in letters are known as ours; made once, and the same for every process over DATA_DIR. */
function mailKey(): Buffer {
  const file = path.join(dataDirectory(), "keys", "mail-links");
  if (key?.file === file) return key.bytes;
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, randomBytes(32), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  key = { file, bytes: readFileSync(file) };
  return key.bytes;
}

/** A text that nobody else can make, with which a link says what it may do. */
export function signLink(content: string): string {
  return `${content}.${createHmac("sha256", mailKey()).update(content).digest("base64url")}`;
}

/** What a signed link says; null where it is not ours. */
export function readLink(token: string): string | null {
  const content = token.slice(0, Math.max(0, token.lastIndexOf(".")));
  const given = Buffer.from(token);
  const right = Buffer.from(signLink(content));
  return given.length === right.length && timingSafeEqual(given, right) ? content : null;
}
