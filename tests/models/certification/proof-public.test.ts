import "../database-for-test";
import { beforeAll, describe, expect, it } from "vitest";
import type { PublicCertificate } from "~/domain/certification/public-certificate";
import { type Certificate, certificatesOf } from "~/models/certification/certificates.server";
import { recordStandingDecision } from "~/models/certification/standing-decisions.server";
import { verifyCertificate } from "~/models/certification/verify-certificate.server";
import { recordChange } from "~/models/database.server";
import { loader } from "~/routes/certificates/verified-json";
import { decisionFor, PASSED_AT, writeFramework } from "./a-passed-exam";
import { issuedTo, writeEvent } from "./an-issued-certificate";

let certificate: Certificate;
let unitId: number;

beforeAll(async () => {
  ({ unitId } = await writeFramework());
  await recordStandingDecision(decisionFor("focal"), { at: PASSED_AT });
  certificate = await issuedTo("Đỗ Hữu Mẫu", unitId);
});

const PUBLIC_OF_FORM_1 = [
  "paper.code",
  "paper.decision.number",
  "paper.decision.signedOn",
  "paper.heading.en",
  "paper.heading.vi",
  "paper.holder",
  "paper.issuedOn",
  "paper.issuingBody.en",
  "paper.issuingBody.vi",
  "paper.issuingUnit.en",
  "paper.issuingUnit.vi",
  "paper.place.en",
  "paper.place.vi",
  "paper.programme.en",
  "paper.programme.vi",
  "paper.sample",
  "paper.serial",
  "paper.signatory.name",
  "paper.signatory.title.en",
  "paper.signatory.title.vi",
  "paper.unit.en",
  "paper.unit.vi",
  "paper.validThrough",
  "status.checked",
  "status.is",
  "status.on",
  "status.replacedBy",
  "status.since",
];
/** What papers of the second form print besides. */
const PUBLIC_OF_FORM_2 = [
  "paper.authority",
  "paper.replaces",
  "paper.wording.certifies.en",
  "paper.wording.certifies.vi",
  "paper.wording.completed.en",
  "paper.wording.completed.vi",
  "paper.wording.copy.en",
  "paper.wording.copy.vi",
  "paper.wording.signature.en",
  "paper.wording.signature.vi",
];

function keysOf(value: unknown, above = ""): string[] {
  if (typeof value !== "object" || value === null) return [above];
  return Object.entries(value).flatMap(([key, inside]) => keysOf(inside, above ? `${above}.${key}` : key));
}

const ask = (serial: string, code: string, clientAddress = "192.0.2.9") =>
  loader({ params: { serial, code }, context: { clientAddress } } as never) as Promise<Response>;

describe("what is public", () => {
  it("is what the paper shows and the status, and not one key more", async () => {
    const answer = await ask(certificate.serial, certificate.code);
    const told = await answer.json();
    const second = certificate.face.form === 2 ? PUBLIC_OF_FORM_2 : [];
    expect(keysOf(told).sort()).toEqual([...PUBLIC_OF_FORM_1, ...second].sort());
    expect(told.paper.holder).toBe("Đỗ Hữu Mẫu");
    const headers = Object.fromEntries(answer.headers);
    expect(headers).toEqual({
      "cache-control": "private, no-store",
      "content-type": "application/json",
      "x-robots-tag": "noindex, nofollow, noarchive",
    });
    expect(JSON.stringify(told)).not.toContain(certificate.publicId);
  });

  it.each<[string, string | null, () => string]>([
    ["an unknown number", "CN-2026-99999", () => certificate.code],
    ["a wrong code", null, () => "22222222"],
    ["a number of another system", "VN/2020/Â-17", () => certificate.code],
    ["nonsense", "' OR 1=1 --", () => "%"],
    ["a number that is very long", "C".repeat(5000), () => "C".repeat(5000)],
  ])("is nothing for %s, and every miss looks the same", async (_, serial, code) => {
    const answer = await ask(serial ?? certificate.serial, code());
    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe('{"error":"unknown"}');
  });

  it("is nothing at all after too many misses", async () => {
    for (let round = 0; round < 61; round++) await ask("CN-2026-99999", "AAAA2222", "192.0.2.10");
    const answer = await ask(certificate.serial, certificate.code, "192.0.2.10");
    expect(answer.status).toBe(429);
    expect(await answer.text()).toBe('{"error":"throttled"}');
    expect(Number(answer.headers.get("Retry-After"))).toBeGreaterThan(600);
    expect((await ask(certificate.serial, certificate.code, "192.0.2.11")).status).toBe(200);
  });
});

describe("the status", () => {
  const statusOn = async (day: string): Promise<PublicCertificate["status"] | undefined> =>
    (await verifyCertificate(certificate.serial, certificate.code, day))?.status;

  it.each([
    ["2026-09-14", "not-yet", null],
    ["2026-09-15", "valid", null],
    ["2028-06-17", "expiring", null],
    ["2028-09-14", "expiring", null],
    ["2028-09-15", "expired", "2028-09-15"],
  ])("on %s is %s", async (day, is, since) => {
    expect(await statusOn(day)).toEqual({ on: day, is, since, replacedBy: null });
  });

  it("tells at once what another hand has recorded, and the number of the paper in its place", async () => {
    await writeEvent(certificate.id, "revoked", "2026-10-01");
    expect(await statusOn("2026-10-01")).toMatchObject({ is: "revoked", since: "2026-10-01" });
    await writeEvent(certificate.id, "reinstated", "2026-10-03");
    expect(await statusOn("2026-10-03")).toMatchObject({ is: "valid", since: null });

    const correction = await issuedTo("Đỗ Hữu Mẫu", unitId);
    await recordChange({ kind: "test", at: PASSED_AT }, async (rows) => {
      await rows.certificate.update({ where: { id: correction.id }, data: { replaces_id: certificate.id } });
    });
    await writeEvent(certificate.id, "superseded", "2026-10-05");
    expect(await statusOn("2026-10-04")).toMatchObject({ is: "valid", replacedBy: null });
    expect(await statusOn("2026-10-05")).toEqual({
      on: "2026-10-05",
      is: "replaced",
      since: "2026-10-05",
      replacedBy: correction.serial,
    });
    expect((await certificatesOf(correction.personId)).map(({ serial }) => serial)).toEqual([correction.serial]);
  });
});
