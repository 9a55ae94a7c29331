import "../database-for-test";
import { exec, execFileSync } from "node:child_process";
import { createHash, createPublicKey, verify } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dataDirectory } from "~/config/environment.server";
import { publishedJwk } from "~/documents/proof/proof-addresses.server";
import { certificateDocument } from "~/models/certification/certificate-document.server";
import { paperSignature } from "~/models/certification/certificate-signature.server";
import type { Certificate } from "~/models/certification/certificates.server";
import { pemOf, publishedKeys, rotateKey, signingKey } from "~/models/certification/signing-keys.server";
import { recordStandingDecision } from "~/models/certification/standing-decisions.server";
import { reader } from "~/models/database.server";
import { decisionFor, PASSED_AT, writeFramework } from "./a-passed-exam";
import { issuedTo } from "./an-issued-certificate";

let certificate: Certificate;
const scratch = mkdtempSync(path.join(tmpdir(), "cau-noi-proof-"));
afterAll(() => rmSync(scratch, { recursive: true }));

beforeAll(async () => {
  const { unitId } = await writeFramework();
  await recordStandingDecision(decisionFor("focal"), { at: PASSED_AT });
  certificate = await issuedTo("Đỗ Hữu Mẫu", unitId);
});

const keyFolder = () => path.join(dataDirectory(), "keys");
const filesOf = (use: string) => readdirSync(keyFolder()).filter((name) => name.startsWith(use));
const keysOf = async (use: string) => (await publishedKeys()).filter((key) => key.use === use);

describe("keys", () => {
  it("are none until one is needed", async () => {
    expect(await publishedKeys()).toEqual([]);
  });

  it("are made once, though two processes and many requests ask together", async () => {
    const program = `import { signingKey } from "~/models/certification/signing-keys.server";
      import { disconnect } from "~/models/database.server";
      console.log((await signingKey("documents")).keyId); await disconnect();`;
    const runs = [0, 1].map(
      () =>
        new Promise<string>((resolve, reject) => {
          const child = exec("node --import tsx --input-type=module", (error, said) =>
            error ? reject(error) : resolve(said.trim()),
          );
          child.stdin?.end(program.replaceAll('"~/', `"${path.resolve("app")}/`).replaceAll('.server"', '.server.ts"'));
        }),
    );
    const mine = await Promise.all(Array.from({ length: 10 }, () => signingKey("documents")));
    const said = await Promise.all(runs);
    expect(new Set([...mine.map(({ keyId }) => keyId), ...said]).size).toBe(1);
    expect(await keysOf("documents")).toHaveLength(1);
    expect(filesOf("documents")).toHaveLength(1);
  });

  it("are readable by the server's own user alone, and published without their private half", async () => {
    const [name = ""] = filesOf("documents");
    expect(statSync(path.join(keyFolder(), name)).mode & 0o777).toBe(0o600);
    for (const key of await publishedKeys()) expect(publishedJwk(key)).not.toHaveProperty("d");
  });
});

describe("the signature of a paper", () => {
  it("is made once and kept", async () => {
    const [first, ...others] = await Promise.all(Array.from({ length: 6 }, () => paperSignature(certificate.id)));
    for (const other of others) expect(other.signature.equals(first?.signature as Buffer)).toBe(true);
    expect(await (await reader()).certificate_signature.count()).toBe(1);
  });

  it("is checked by openssl and by node from what is public alone, and refuses an altered paper", async () => {
    const { bytes, sha256 } = await certificateDocument(certificate.id);
    const { signature, keyId } = await paperSignature(certificate.id);
    const key = (await publishedKeys()).find((each) => each.keyId === keyId);
    if (!key) throw new Error("no key");
    const altered = Buffer.from(bytes);
    altered[altered.length - 100] = (altered[altered.length - 100] ?? 0) ^ 1;
    const hashOf = (data: Buffer) => createHash("sha256").update(data).digest();
    expect(hashOf(bytes).toString("hex")).toBe(sha256);

    // from the raw 32 bytes of the key, without our own code
    const raw = Buffer.from(key.jwk.x ?? "", "base64url");
    const spki = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), raw]);
    const publicKey = createPublicKey({ key: spki, format: "der", type: "spki" });
    expect(verify(null, hashOf(bytes), publicKey, signature)).toBe(true);
    expect(verify(null, hashOf(altered), publicKey, signature)).toBe(false);

    const file = (name: string, content: Buffer | string) => {
      writeFileSync(path.join(scratch, name), content);
      return path.join(scratch, name);
    };
    const pem = file("key.pem", pemOf(key));
    const sig = file("paper.sig", signature);
    const openssl = (data: Buffer) => {
      const hash = execFileSync("openssl", ["dgst", "-sha256", "-binary", file("paper.pdf", data)]);
      const paper = file("paper.sha256", hash);
      const line = ["pkeyutl", "-verify", "-pubin", "-inkey", pem, "-rawin", "-in", paper, "-sigfile", sig];
      return execFileSync("openssl", line, { encoding: "utf8" });
    };
    expect(openssl(bytes)).toMatch(/Verified Successfully/);
    expect(() => openssl(altered)).toThrow();
  });
});

describe("a new key", () => {
  it("signs again; what the one before signed stays, and its private half is gone", async () => {
    const before = await paperSignature(certificate.id);
    await rotateKey("documents", "2026-10-01T00:00:00.000Z");
    const after = await paperSignature(certificate.id);
    expect(after.keyId).not.toBe(before.keyId);
    expect(filesOf("documents")).toEqual([`documents-${after.keyId}.pem`]);
    const [newer, older] = await keysOf("documents");
    expect(newer).toMatchObject({ keyId: after.keyId, retiredAt: null });
    expect(older).toMatchObject({ keyId: before.keyId, retiredAt: "2026-10-01T00:00:00.000Z" });
    const publicKey = createPublicKey({ key: older?.jwk as never, format: "jwk" });
    expect(verify(null, Buffer.from(before.sha256, "hex"), publicKey, before.signature)).toBe(true);
    expect(await (await reader()).certificate_signature.count()).toBe(2);
  });

  it("of two rotations at once, one is in use in the end", async () => {
    await Promise.all([rotateKey("documents", PASSED_AT), rotateKey("documents", PASSED_AT)]);
    const inUse = (await keysOf("documents")).filter(({ retiredAt }) => retiredAt === null);
    expect(inUse).toHaveLength(1);
    expect((await paperSignature(certificate.id)).keyId).toBe(inUse[0]?.keyId);
  });
});

describe("a private key", () => {
  const spoil = async (work: (file: string) => void) => {
    await rotateKey("documents", PASSED_AT);
    const active = (await keysOf("documents")).find(({ retiredAt }) => retiredAt === null);
    work(path.join(keyFolder(), `documents-${active?.keyId}.pem`));
  };

  it("that is lost is named, with what to do; the old signature is still given", async () => {
    const kept = await paperSignature(certificate.id);
    await spoil((file) => rmSync(file));
    await expect(signingKey("documents")).rejects.toThrow(/private key .* is missing.*Restore.*keys:rotate/);
    expect((await paperSignature(certificate.id)).signature.equals(kept.signature)).toBe(true);
    await rotateKey("documents", PASSED_AT);
    expect((await paperSignature(certificate.id)).keyId).not.toBe(kept.keyId);
  });

  it("that is another one's is refused", async () => {
    const foreign = readFileSync(path.join(keyFolder(), filesOf("documents")[0] ?? ""), "utf8");
    await spoil((file) => {
      rmSync(file, { force: true });
      writeFileSync(file, foreign);
    });
    await expect(signingKey("documents")).rejects.toThrow(/does not belong to the public key/);
    await spoil((file) => writeFileSync(file, "no key at all"));
    await expect(signingKey("documents")).rejects.toThrow(/does not belong to the public key/);
  });
});
