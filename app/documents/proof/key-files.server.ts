import { createPrivateKey, createPublicKey, type JsonWebKey, type KeyObject, randomBytes } from "node:crypto";
import { link, mkdir, open, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { dataDirectory } from "~/config/environment.server";

/** What a key signs: the papers, or the credentials made of them. */
export type KeyUse = "documents" | "credentials";

/** The private half of a published key is not there, or is another one's: nothing new can be signed. */
export class KeyFileUnusable extends Error {
  constructor(
    readonly file: string,
    trouble: "missing" | "foreign",
  ) {
    const what =
      trouble === "missing"
        ? `The private key ${file} is missing.`
        : `The private key ${file} does not belong to the public key on record.`;
    super(
      `${what} Restore DATA_DIR/keys from the backup, or begin a new key by \`npm run keys:rotate\`; what was signed before stays valid.`,
    );
  }
}

/** Where the private half of a key lies. */
export function keyFile(use: KeyUse, keyId: string): string {
  return path.join(dataDirectory(), "keys", `${use}-${keyId}.pem`);
}

/** Keeps a private key, readable by the server's own user alone; it is on the disk when this returns. */
export async function keepPrivateKey(use: KeyUse, keyId: string, key: KeyObject): Promise<void> {
  const file = keyFile(use, keyId);
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(6).toString("hex")}`;
  const handle = await open(draft, "wx", 0o600);
  try {
    await handle.writeFile(key.export({ type: "pkcs8", format: "pem" }));
    await handle.sync();
  } finally {
    await handle.close();
  }
  try {
    await link(draft, file);
  } finally {
    await rm(draft);
  }
}

/** The private half of a published key. @throws KeyFileUnusable */
export async function readPrivateKey(use: KeyUse, keyId: string, publicJwk: JsonWebKey): Promise<KeyObject> {
  const file = keyFile(use, keyId);
  let pem: string;
  try {
    pem = await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    throw new KeyFileUnusable(file, "missing");
  }
  const key = readPem(pem);
  const expected = createPublicKey({ key: publicJwk, format: "jwk" });
  if (!key || !createPublicKey(key).equals(expected)) throw new KeyFileUnusable(file, "foreign");
  return key;
}

/** Destroys the private half of a key that signs no more. */
export async function destroyPrivateKey(use: KeyUse, keyId: string): Promise<void> {
  await rm(keyFile(use, keyId), { force: true });
}

function readPem(pem: string): KeyObject | null {
  try {
    return createPrivateKey(pem);
  } catch {
    return null;
  }
}
