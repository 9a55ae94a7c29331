import "../database-for-test";
import { beforeAll, describe, expect, it } from "vitest";
import { certificateStatus } from "~/domain/certification/certificate-status";
import { type Certificate, certificatesOf, findCertificate } from "~/models/certification/certificates.server";
import { correctCertificate, correctionOf } from "~/models/certification/correct-certificate.server";
import { recordEarlierCertificates } from "~/models/certification/record-earlier-certificates.server";
import { reinstateCertificate, revokeCertificate } from "~/models/certification/revoke-certificate.server";
import { keepSignedCopy } from "~/models/certification/signed-copies.server";
import { recordStandingDecision } from "~/models/certification/standing-decisions.server";
import { reader } from "~/models/database.server";
import { HOUSE_NOW, HOUSE_TODAY, type Someone, someone } from "../../fixtures/a-house";
import { decisionFor } from "./a-passed-exam";
import { newKey, openSigningHouse, type SigningHouse } from "./signing-people";

let house: SigningHouse;
const at = HOUSE_NOW;
const why = (reason = "Theo biên bản kiểm tra") => ({ reason, document: null, onceKey: newKey(), at });
const revocation = () => ({ ...why(), cause: "fraud" as const });

beforeAll(async () => {
  house = await openSigningHouse();
  await recordStandingDecision(decisionFor("communication-basic"), { at });
}, 120_000);

/** Somebody with a certificate that rests on nothing but itself, and with the levels that it proves. */
async function certified(who?: Someone): Promise<{ who: Someone; certificate: Certificate }> {
  const holder = who ?? (await someone([{ unitId: house.unit("bhxh-hung-yen-2025").id, from: "2026-01-01" }]));
  const earlier = { personId: holder.personId, programme: "communication-basic", issuedOn: "2026-03-01" };
  expect(await recordEarlierCertificates([earlier], { at, onceKey: newKey() })).toBe(1);
  const [certificate] = await certificatesOf(holder.personId);
  if (!certificate) throw new Error("nothing was issued");
  return { who: holder, certificate };
}

async function statusOf(id: number): Promise<string> {
  const certificate = await findCertificate(id);
  if (!certificate) throw new Error("no certificate");
  return certificateStatus(certificate, HOUSE_TODAY, 0);
}

const levelsOf = async (personId: number) => {
  const client = await reader();
  const rows = await client.evidence.findMany({ where: { person_id: personId, retracted_change: null } });
  return rows.map(({ competency, level }) => `${competency} ${level}`).sort();
};

describe("revoking", () => {
  it("ends it from today and takes back what it proved; reinstating gives both back", async () => {
    const { who, certificate } = await certified();
    const before = await levelsOf(who.personId);
    expect(before.length).toBeGreaterThan(0);
    const viewer = await house.signatory.viewer();
    expect(await revokeCertificate(viewer, certificate.publicId, revocation())).toEqual({ ok: true });
    expect(await statusOf(certificate.id)).toBe("revoked");
    expect(await levelsOf(who.personId)).toEqual([]);
    const held = await findCertificate(certificate.id);
    expect(held && certificateStatus(held, "2026-11-19", 0)).toBe("valid");
    expect(await reinstateCertificate(viewer, certificate.publicId, why())).toEqual({ ok: true });
    expect(await statusOf(certificate.id)).toBe("valid");
    expect(await levelsOf(who.personId)).toEqual(before);
  });

  it("happens once, however many do it at the same time", async () => {
    const { certificate } = await certified();
    const viewers = [await house.signatory.viewer(), await house.otherSignatory.viewer()];
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        revokeCertificate(viewers[index % 2] as (typeof viewers)[0], certificate.publicId, revocation()),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter((each) => !each.ok && each.refusal === "revoked-already")).toHaveLength(11);
    const client = await reader();
    const where = { certificate_id: certificate.id, kind: "revoked" };
    expect(await client.certificate_event.findMany({ where })).toMatchObject([
      { cause: "fraud", on_date: HOUSE_TODAY },
    ]);
  });

  it("sent twice is one act", async () => {
    const { certificate } = await certified();
    const viewer = await house.signatory.viewer();
    const order = revocation();
    expect(await revokeCertificate(viewer, certificate.publicId, order)).toEqual({ ok: true });
    expect(await revokeCertificate(viewer, certificate.publicId, order)).toEqual({ ok: true });
  });

  it.each([
    ["one that is in force cannot be reinstated", "not-revoked"],
    ["one's own is somebody else's to decide", "own"],
    ["without the power it does not exist", "not-found"],
  ])("%s", async (_, refusal) => {
    const { certificate } = await certified(refusal === "own" ? house.otherSignatory : undefined);
    const id = certificate.publicId;
    const outcome =
      refusal === "not-revoked"
        ? await reinstateCertificate(await house.signatory.viewer(), id, why())
        : refusal === "own"
          ? await revokeCertificate(await house.otherSignatory.viewer(), id, revocation())
          : await revokeCertificate(await house.hr.viewer(), id, revocation());
    expect(outcome).toEqual({ ok: false, refusal });
  });
});

describe("correcting", () => {
  it("issues a linked paper of its own number; the old one says replaced and stays as it was", async () => {
    const { who, certificate } = await certified();
    const levels = await levelsOf(who.personId);
    const viewer = await house.hr.viewer();
    const page = await correctionOf(viewer, certificate.publicId, HOUSE_TODAY);
    if (!page) throw new Error("no page");
    const words = { ...page.onRecord, holder: "Trần Thị Đúng" };
    const orders = Array.from({ length: 6 }, () => ({ ...why(), words }));
    const outcomes = await Promise.all(orders.map((order) => correctCertificate(viewer, certificate.publicId, order)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const [corrected, old] = await certificatesOf(who.personId);
    expect(old?.face).toEqual(certificate.face);
    expect(await statusOf(certificate.id)).toBe("replaced");
    expect(corrected?.face).toMatchObject({ form: 2, holder: "Trần Thị Đúng", replaces: certificate.serial });
    expect(corrected?.serial).not.toBe(certificate.serial);
    expect(corrected?.validUntil).toBe(certificate.validUntil);
    expect(await levelsOf(who.personId)).toEqual(levels);
    // what the new paper proves falls with the new paper
    const signing = await house.signatory.viewer();
    expect(await revokeCertificate(signing, corrected?.publicId ?? "", revocation())).toEqual({ ok: true });
    expect(await levelsOf(who.personId)).toEqual([]);
    expect(await revokeCertificate(signing, certificate.publicId, revocation())).toEqual({
      ok: false,
      refusal: "replaced",
    });
  });

  it("is refused where nothing differs, and of one that is revoked", async () => {
    const { certificate } = await certified();
    const viewer = await house.hr.viewer();
    const { holder, unit, programme } = certificate.face;
    const same = { ...why(), words: { holder, unit, programme } };
    expect(await correctCertificate(viewer, certificate.publicId, same)).toMatchObject({ refusal: "nothing-changed" });
    await revokeCertificate(await house.signatory.viewer(), certificate.publicId, revocation());
    const other = { ...why(), words: { holder: "Khác", unit, programme } };
    expect(await correctCertificate(viewer, certificate.publicId, other)).toEqual({ ok: false, refusal: "revoked" });
  });
});

describe("the body's own signature", () => {
  const pdf = (inner: string) => new TextEncoder().encode(`%PDF-1.7\n${inner}\n%%EOF\n`);
  const signed = pdf("/ByteRange [0 1 2 3] /Contents <00>");
  const copy = (bytes: Uint8Array, signedOn = HOUSE_TODAY) => ({
    bytes,
    signer: "Bảo hiểm xã hội Việt Nam",
    signedOn,
    onceKey: newKey(),
    at,
  });

  it.each([
    ["no PDF", new TextEncoder().encode("<html>"), HOUSE_TODAY, "not-a-pdf"],
    ["a PDF that nobody signed", pdf("1 0 obj"), HOUSE_TODAY, "unsigned"],
    ["a signature of tomorrow", signed, "2026-11-21", "in-the-future"],
    ["a signature from before the issue", signed, "2026-02-28", "before-issue"],
  ])("refuses %s", async (_, bytes, signedOn, refusal) => {
    const { certificate } = await certified();
    const outcome = await keepSignedCopy(await house.hr.viewer(), certificate.publicId, copy(bytes, signedOn));
    expect(outcome).toEqual({ ok: false, refusal });
  });

  it("keeps one at a time and loses none", async () => {
    const { certificate } = await certified();
    const viewer = await house.hr.viewer();
    expect(await keepSignedCopy(viewer, certificate.publicId, copy(signed))).toEqual({ ok: true });
    expect(await keepSignedCopy(viewer, certificate.publicId, copy(pdf("/ByteRange [1] /Contents <01>")))).toEqual({
      ok: true,
    });
    const client = await reader();
    const rows = await client.certificate_signed_copy.findMany({ where: { certificate_id: certificate.id } });
    expect(rows.map(({ retracted_change }) => retracted_change === null)).toEqual([false, true]);
    expect(await keepSignedCopy(await house.strangerHr.viewer(), certificate.publicId, copy(signed))).toMatchObject({
      refusal: "not-found",
    });
  });
});
