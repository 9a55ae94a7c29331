import "../database-for-test";
import { createHmac, generateKeyPairSync } from "node:crypto";
import jwt, { type JwtPayload } from "jsonwebtoken";
import { beforeAll, describe, expect, it } from "vitest";
import { publishedJwk } from "~/documents/proof/proof-addresses.server";
import { certificateCredential, credentialId } from "~/models/certification/certificate-credential.server";
import { certificateDocument } from "~/models/certification/certificate-document.server";
import type { Certificate } from "~/models/certification/certificates.server";
import { checkFile } from "~/models/certification/check-file.server";
import { issuerProfile } from "~/models/certification/issuer-profile.server";
import { revokedCredentials } from "~/models/certification/revoked-credentials.server";
import { pemOf, publishedKeys, rotateKey } from "~/models/certification/signing-keys.server";
import { recordStandingDecision } from "~/models/certification/standing-decisions.server";
import { decisionFor, PASSED_AT, writeFramework } from "./a-passed-exam";
import { issuedTo, writeEvent } from "./an-issued-certificate";
import { expandSafely, triplesOf } from "./offline-json-ld";

let certificate: Certificate;
let other: Certificate;
let token: string;

beforeAll(async () => {
  const { unitId } = await writeFramework();
  await recordStandingDecision(decisionFor("focal"), { at: PASSED_AT });
  certificate = await issuedTo("Đỗ Hữu Mẫu", unitId);
  other = await issuedTo("Nguyễn Thị Khác", unitId);
  token = await certificateCredential(certificate);
});

const HELD = Date.parse("2026-11-01T00:00:00Z") / 1000;

/** As an outsider has it: the key set of the site, and a library that is not ours. */
async function verifiedByOutsider(given: string, clockTimestamp = HELD): Promise<JwtPayload> {
  const header = jwt.decode(given, { complete: true })?.header;
  const keys = await publishedKeys();
  const key = keys.find((each) => publishedJwk(each).kid === header?.kid);
  if (!key) throw new Error("the key set does not have this key");
  return jwt.verify(given, pemOf(key), { algorithms: ["RS256"], clockTimestamp }) as JwtPayload;
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

describe("the credential", () => {
  it("is signed with RS256 by a published key, and says what the paper says", async () => {
    const payload = await verifiedByOutsider(token);
    expect(jwt.decode(token, { complete: true })?.header).toMatchObject({ alg: "RS256", typ: "JWT" });
    expect(payload).toMatchObject({
      iss: payload.issuer.id,
      jti: payload.id,
      nbf: Date.parse("2026-09-14T17:00:00Z") / 1000,
      exp: Date.parse("2028-09-14T17:00:00Z") / 1000,
      type: ["VerifiableCredential", "OpenBadgeCredential"],
      validFrom: "2026-09-14T17:00:00.000Z",
      validUntil: "2028-09-14T17:00:00.000Z",
      credentialSubject: {
        identifier: [{ type: "IdentityObject", hashed: false, identityType: "name", identityHash: "Đỗ Hữu Mẫu" }],
        achievement: { name: certificate.face.programme.vi },
      },
    });
    expect(JSON.stringify(payload)).not.toMatch(/@(?!context)[\w.]+|staff|T\d+"/);
    expect(JSON.stringify(payload)).not.toContain(certificate.publicId);
  });

  it("holds from the first moment of its day of issue to the end of its last day", async () => {
    const from = Date.parse("2026-09-14T17:00:00Z") / 1000;
    const until = Date.parse("2028-09-14T17:00:00Z") / 1000;
    await expect(verifiedByOutsider(token, from - 1)).rejects.toThrow(/not active/);
    await expect(verifiedByOutsider(token, until)).rejects.toThrow(/expired/);
    await verifiedByOutsider(token, from);
    await verifiedByOutsider(token, until - 1);
  });

  it("uses no term that the published contexts leave undefined", async () => {
    const { iss: _, jti: __, nbf: ___, exp: ____, ...credential } = await verifiedByOutsider(token);
    const text = JSON.stringify(await expandSafely(credential));
    expect(text).toContain("https://purl.imsglobal.org/spec/vc/ob/vocab.html#OpenBadgeCredential");
    expect(text).toContain("https://purl.imsglobal.org/spec/vcrl/v1p0/context.json#1EdTechRevocationList");
    expect(await triplesOf(credential)).not.toHaveLength(0);
    await expect(expandSafely({ ...credential, nonsense: 1 })).rejects.toThrow(/safe mode/i);
  });

  it("names an issuer whose profile uses defined terms, too", async () => {
    const { jwks_uri: _, revocations: __, ...profile } = await issuerProfile("2026-11-01");
    await expandSafely(profile);
    expect(profile.id).toBe((await verifiedByOutsider(token)).issuer.id);
  });

  it("is made once a key; a new key signs again and the older one still verifies", async () => {
    expect(new Set(await Promise.all([1, 2, 3].map(() => certificateCredential(certificate))))).toEqual(
      new Set([token]),
    );
    await rotateKey("credentials", PASSED_AT);
    const newer = await certificateCredential(certificate);
    expect(newer).not.toBe(token);
    await verifiedByOutsider(newer);
    await verifiedByOutsider(token);
  });
});

describe("an altered credential", () => {
  const forged = async () => {
    const [head = "", body = "", signature = ""] = token.split(".");
    const header = JSON.parse(Buffer.from(head, "base64url").toString());
    const payload = JSON.parse(Buffer.from(body, "base64url").toString());
    const someoneElse = { ...payload, credentialSubject: { ...payload.credentialSubject, identifier: [] } };
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const key = (await publishedKeys()).find((each) => publishedJwk(each).kid === header.kid);
    const asSecret = pemOf(key as never);
    const input = `${part({ ...header, alg: "HS256" })}.${part(someoneElse)}`;
    const hmac = `${input}.${createHmac("sha256", asSecret).update(input).digest("base64url")}`;
    return {
      "another name": `${head}.${part(someoneElse)}.${signature}`,
      "signed by another key under our key's name": jwt.sign(someoneElse, privateKey, {
        algorithm: "RS256",
        header,
        noTimestamp: true,
      }),
      "alg none": `${part({ ...header, alg: "none" })}.${body}.`,
      "the public key taken for a secret": hmac,
      "no signature": `${head}.${body}.`,
    };
  };

  it("is refused by an outsider's library and by our own check", async () => {
    for (const [what, forgery] of Object.entries(await forged())) {
      await expect(verifiedByOutsider(forgery), what).rejects.toThrow();
      expect(await checkFile(Buffer.from(forgery)), what).toEqual({ outcome: "altered" });
      expect(await checkFile(Buffer.from(forgery), certificate.id), what).toEqual({ outcome: "altered" });
    }
  });

  it("of another system is unknown", async () => {
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const foreign = jwt.sign({ id: credentialId(certificate.publicId) }, privateKey, {
      algorithm: "RS256",
      keyid: "https://elsewhere.example/keys/1",
    });
    expect(await checkFile(Buffer.from(foreign))).toEqual({ outcome: "unknown" });
    expect(await checkFile(Buffer.from("a.b.c"))).toEqual({ outcome: "unknown" });
  });
});

describe("a file held against what is stored", () => {
  it("matches only as it was issued", async () => {
    const { bytes } = await certificateDocument(certificate.id);
    const { serial, code } = certificate;
    const altered = Buffer.from(bytes.toString("latin1").replace("/Lang (vi)", "/Lang (en)"), "latin1");
    expect(await checkFile(bytes)).toEqual({ outcome: "matches", kind: "paper", serial, code });
    expect(await checkFile(altered)).toEqual({ outcome: "unknown" });
    expect(await checkFile(bytes, certificate.id)).toMatchObject({ outcome: "matches", kind: "paper" });
    expect(await checkFile(altered, certificate.id)).toEqual({ outcome: "altered" });
    expect(await checkFile(bytes, other.id)).toEqual({ outcome: "altered" });
    expect(await checkFile(Buffer.from(`${token}\n`))).toMatchObject({
      outcome: "matches",
      kind: "credential",
      serial,
    });
    expect(await checkFile(Buffer.from(token), other.id)).toEqual({ outcome: "altered" });
  });
});

describe("the list of revoked credentials", () => {
  const listed = async (date: string) =>
    (await revokedCredentials(date)).revokedCredential.map(({ id, revocationReason }) => [id, revocationReason]);

  it("follows the status of the certificate, day by day", async () => {
    const id = credentialId(certificate.publicId);
    expect((await verifiedByOutsider(token)).id).toBe(id);
    expect(await listed("2026-12-01")).toEqual([]);
    await writeEvent(certificate.id, "revoked", "2026-12-01");
    expect(await listed("2026-11-30")).toEqual([]);
    expect(await listed("2026-12-01")).toEqual([[id, "revoked"]]);
    await writeEvent(certificate.id, "reinstated", "2026-12-05");
    expect(await listed("2026-12-04")).toEqual([[id, "revoked"]]);
    expect(await listed("2026-12-05")).toEqual([]);
    await writeEvent(other.id, "superseded", "2026-12-06");
    expect(await listed("2026-12-06")).toEqual([[credentialId(other.publicId), "replaced"]]);
    expect((await verifiedByOutsider(token)).credentialStatus.id).toBe((await revokedCredentials("2026-12-06")).id);
  });
});
