import { createPublicKey, generateKeyPair, type JsonWebKey, type KeyObject } from "node:crypto";
import { promisify } from "node:util";
import { calculateJwkThumbprint } from "jose";
import { now } from "~/config/clock.server";
import { dataDirectory } from "~/config/environment.server";
import { destroyPrivateKey, type KeyUse, keepPrivateKey, readPrivateKey } from "~/documents/proof/key-files.server";
import type { Instant } from "~/domain/time/civil-date";
import { type Rows, reader, recordChange } from "~/models/database.server";

/** Ed25519 for papers; RS256 is what Open Badges 3.0 asks of every verifier. */
const ALGORITHMS = { documents: "EdDSA", credentials: "RS256" } as const satisfies Record<KeyUse, string>;
const RSA_BITS = 3072;

/** A key that signs now. */
export interface SigningKey {
  keyId: string;
  privateKey: KeyObject;
}

/** The public half of a key, in force or retired. */
export interface PublishedKey {
  keyId: string;
  use: KeyUse;
  jwk: JsonWebKey;
  createdAt: Instant;
  retiredAt: Instant | null;
}

const opened = new Map<string, Promise<KeyObject>>();
const makings = new Map<KeyUse, Promise<void>>();

/**
 * The key that signs now; made at first need, one for all processes.
 * @throws KeyFileUnusable when its private half is lost or another one's
 */
export async function signingKey(use: KeyUse): Promise<SigningKey> {
  let active = await activeKey(await reader(), use);
  if (!active) {
    const making = makings.get(use) ?? replaceKey(use, now(), false).finally(() => makings.delete(use));
    makings.set(use, making);
    await making;
    active = await activeKey(await reader(), use);
  }
  if (!active) throw new Error(`no key for ${use} was made`);
  return { keyId: active.key_id, privateKey: await open(use, active.key_id, active.public_jwk) };
}

/** Read once a process. A failure is not kept: the file may be restored. */
function open(use: KeyUse, keyId: string, publicJwk: string): Promise<KeyObject> {
  const name = `${dataDirectory()} ${keyId}`;
  const known = opened.get(name);
  if (known) return known;
  const opening = readPrivateKey(use, keyId, JSON.parse(publicJwk));
  opened.set(name, opening);
  opening.catch(() => opened.delete(name));
  return opening;
}

/** All public keys, newest first: what a retired one has signed stays checkable for ever. */
export async function publishedKeys(): Promise<PublishedKey[]> {
  const client = await reader();
  const rows = await client.signing_key.findMany({ orderBy: { id: "desc" } });
  return rows.map((row) => ({
    keyId: row.key_id,
    use: row.algorithm === ALGORITHMS.documents ? "documents" : "credentials",
    jwk: JSON.parse(row.public_jwk),
    createdAt: row.created_at,
    retiredAt: row.retired_at,
  }));
}

/** Begins a new key. The one before signs no more: its public half stays published, its private half is destroyed. */
export async function rotateKey(use: KeyUse, at: Instant): Promise<void> {
  const before = await activeKey(await reader(), use);
  await replaceKey(use, at, true);
  if (before) await destroyPrivateKey(use, before.key_id);
}

/** Somebody else was first, in this process or another one. */
class MadeMeanwhile extends Error {}

async function replaceKey(use: KeyUse, at: Instant, even: boolean): Promise<void> {
  const { publicKey, privateKey } = await newPair(use);
  const jwk = publicKey.export({ format: "jwk" });
  const keyId = await calculateJwkThumbprint(jwk as Parameters<typeof calculateJwkThumbprint>[0]);
  // the private half first: a published key without one would be of no use
  await keepPrivateKey(use, keyId, privateKey);
  const kind = even ? "signing-key-rotated" : "signing-key-made";
  try {
    await recordChange({ kind, at, note: `${use} ${keyId}` }, async (rows, changeId) => {
      const before = await activeKey(rows, use);
      if (before && !even) throw new MadeMeanwhile();
      const algorithm = ALGORITHMS[use];
      await rows.signing_key.updateMany({ where: { algorithm, retired_at: null }, data: { retired_at: at } });
      await rows.signing_key.create({
        data: {
          key_id: keyId,
          algorithm,
          public_jwk: JSON.stringify(jwk),
          created_at: at,
          recorded_change: changeId,
        },
      });
    });
  } catch (error) {
    await destroyPrivateKey(use, keyId);
    if (!(error instanceof MadeMeanwhile)) throw error;
  }
}

function newPair(use: KeyUse): Promise<{ publicKey: KeyObject; privateKey: KeyObject }> {
  return use === "documents"
    ? promisify(generateKeyPair)("ed25519")
    : promisify(generateKeyPair)("rsa", { modulusLength: RSA_BITS });
}

function activeKey(rows: Rows, use: KeyUse): Promise<{ key_id: string; public_jwk: string } | null> {
  return rows.signing_key.findFirst({
    where: { algorithm: ALGORITHMS[use], retired_at: null },
    orderBy: { id: "desc" },
    select: { key_id: true, public_jwk: true },
  });
}

/** A published key as PEM, as openssl reads it. */
export function pemOf({ jwk }: Pick<PublishedKey, "jwk">): string {
  return createPublicKey({ key: jwk, format: "jwk" }).export({ type: "spki", format: "pem" }).toString();
}
