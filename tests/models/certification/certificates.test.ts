import "../database-for-test";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { dataDirectory } from "~/config/environment.server";
import type { Viewer } from "~/domain/permissions/viewer";
import { certificateDocument } from "~/models/certification/certificate-document.server";
import { type Certificate, certificatesOf, findCertificateFor } from "~/models/certification/certificates.server";
import { earnFromPass } from "~/models/certification/earn-from-pass.server";
import { recordStandingDecision } from "~/models/certification/standing-decisions.server";
import { verifyCertificate } from "~/models/certification/verify-certificate.server";
import { countingMisses } from "~/models/certification/verify-throttle.server";
import { reader, recordChange } from "~/models/database.server";
import { decisionFor, PASSED_AT, writeFramework, writePass, writePerson } from "./a-passed-exam";

let unitId: number;
let otherUnitId: number;
let personId: number;
let certificate: Certificate;

beforeAll(async () => {
  ({ unitId, otherUnitId } = await writeFramework());
  await recordStandingDecision(decisionFor("focal"), { at: PASSED_AT });
  personId = await writePerson("Đỗ Hữu Mẫu", unitId);
  const pass = await writePass(personId, "foreign");
  await recordChange({ kind: "test", at: PASSED_AT }, (rows, changeId) => earnFromPass(rows, changeId, pass));
  const [issued] = await certificatesOf(personId);
  if (!issued) throw new Error("nothing was issued");
  certificate = issued;
});

function viewer(id: number): Viewer {
  return {
    accountId: id,
    personId: id,
    personPublicId: "",
    fullName: "",
    staffCode: "",
    language: "vi",
    theme: "system",
    noticeRead: true,
    sharedComputer: false,
    serving: true,
    collaborator: false,
    delegations: [],
    grants: [],
  };
}

describe("who finds a certificate", () => {
  const stranger = 987_654;
  it.each([
    ["its holder, without any scope", () => viewer(personId), () => [], true],
    ["someone in whose scope the holder's unit is", () => viewer(stranger), () => [otherUnitId, unitId], true],
    ["someone who sees all units", () => viewer(stranger), () => "all" as const, true],
    ["someone with another unit", () => viewer(stranger), () => [otherUnitId], false],
    ["someone with no unit", () => viewer(stranger), () => [], false],
    ["someone with thousands of units", () => viewer(stranger), () => Array.from({ length: 5000 }, (_, i) => i), true],
  ])("%s", async (_, who, scope, finds) => {
    const found = await findCertificateFor(who(), certificate.publicId, scope());
    expect(found?.id ?? null).toBe(finds ? certificate.id : null);
  });

  it("nobody, by an unknown id", async () => {
    expect(await findCertificateFor(viewer(personId), "unknown", "all")).toBeNull();
  });
});

describe("verification", () => {
  it("needs number and code, and forgives how they are typed", async () => {
    const { serial, code } = certificate;
    const typed = await verifyCertificate(
      serial.toLowerCase(),
      ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `,
      "2026-09-15",
    );
    expect(typed?.paper.holder).toBe("Đỗ Hữu Mẫu");
    expect(typed?.status).toEqual({ on: "2026-09-15", is: "valid", since: null, replacedBy: null });
    expect(await verifyCertificate(serial, "22222222", "2026-09-15")).toBeNull();
    expect(await verifyCertificate(serial, "", "2026-09-15")).toBeNull();
    expect(await verifyCertificate("CN-2026-99999", code, "2026-09-15")).toBeNull();
    expect(await verifyCertificate("", code, "2026-09-15")).toBeNull();
  });

  it("shows later events, and leaves out what was taken back", async () => {
    await recordChange({ kind: "test", at: PASSED_AT }, async (rows, recorded_change) => {
      const event = { certificate_id: certificate.id, recorded_change };
      await rows.certificate_event.create({ data: { ...event, kind: "revoked", on_date: "2026-10-01" } });
      await rows.certificate_event.create({
        data: { ...event, kind: "reinstated", on_date: "2026-10-02", retracted_change: recorded_change },
      });
    });
    const statusOn = async (day: string) =>
      (await verifyCertificate(certificate.serial, certificate.code, day))?.status;
    expect(await statusOn("2026-09-30")).toMatchObject({ is: "valid", since: null });
    expect(await statusOn("2026-10-02")).toMatchObject({ is: "revoked", since: "2026-10-01" });
  });

  it("stops an address after sixty misses, and finds cost nothing", async () => {
    const miss = () => Promise.resolve(null);
    for (let round = 0; round < 70; round++) {
      expect(await countingMisses("192.0.2.1", () => Promise.resolve("found"))).toEqual({ found: "found" });
    }
    let looked = 0;
    const look = async (): Promise<string | null> => {
      looked += 1;
      return null;
    };
    const tries = await Promise.all(Array.from({ length: 200 }, () => countingMisses("192.0.2.2", look)));
    expect(looked).toBeLessThanOrEqual(61);
    expect(tries.filter((each) => each.found === null && each.waitSeconds === 0)).toHaveLength(60);
    // used up: not even a right pair is looked for
    await countingMisses("192.0.2.2", miss);
    const refused = await countingMisses("192.0.2.2", () => Promise.resolve("right"));
    expect(refused).toMatchObject({ found: null, waitSeconds: expect.any(Number) });
    expect(refused.found === null && refused.waitSeconds).toBeGreaterThan(800);
    expect(await countingMisses("192.0.2.3", miss)).toEqual({ found: null, waitSeconds: 0 });
  });
});

describe("the document", () => {
  const publicUrl = process.env.PUBLIC_URL;
  afterEach(() => {
    if (publicUrl === undefined) delete process.env.PUBLIC_URL;
    else process.env.PUBLIC_URL = publicUrl;
  });
  const folder = () => path.join(dataDirectory(), "documents");

  it("is rendered and stored once, whoever asks and how often", async () => {
    const documents = await Promise.all(Array.from({ length: 8 }, () => certificateDocument(certificate.id)));
    documents.push(await certificateDocument(certificate.id));
    const [first] = documents;
    expect(new Set(documents.map(({ sha256 }) => sha256)).size).toBe(1);
    expect(readdirSync(folder())).toEqual([`${first?.sha256}.pdf`]);
    expect(readFileSync(path.join(folder(), `${first?.sha256}.pdf`)).equals(first?.bytes as Buffer)).toBe(true);
    const rows = await (await reader()).certificate_document.findMany();
    expect(rows).toMatchObject([{ certificate_id: certificate.id, sha256: first?.sha256, bytes: first?.bytes.length }]);
  });

  it.each([
    ["lost", (file: string) => rmSync(file)],
    ["damaged", (file: string) => writeFileSync(file, "%PDF-")],
  ])("is made again, byte for byte, when the file is %s", async (_, spoil) => {
    const before = await certificateDocument(certificate.id);
    const file = path.join(folder(), `${before.sha256}.pdf`);
    spoil(file);
    const after = await certificateDocument(certificate.id);
    expect(after.bytes.equals(before.bytes)).toBe(true);
    expect(readFileSync(file).equals(before.bytes)).toBe(true);
  });

  it("stays as it is under a new public address, and is never replaced by another one", async () => {
    const before = await certificateDocument(certificate.id);
    process.env.PUBLIC_URL = "https://elsewhere.example";
    expect((await certificateDocument(certificate.id)).sha256).toBe(before.sha256);
    rmSync(path.join(folder(), `${before.sha256}.pdf`));
    await expect(certificateDocument(certificate.id)).rejects.toThrow(/restore/);
    expect(readdirSync(folder())).toEqual([]);
  });

  it("of an unknown certificate is refused", async () => {
    await expect(certificateDocument(4_000_000)).rejects.toThrow(/no certificate/);
  });
});
