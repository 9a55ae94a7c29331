import "../database-for-test";
import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import JSZip from "jszip";
import { beforeAll, expect, it } from "vitest";
import { evidenceArchive } from "~/documents/evidence-archive.server";
import { keptFile } from "~/documents/kept-files.server";
import { certificatesOf } from "~/models/certification/certificates.server";
import { recordEarlierCertificates } from "~/models/certification/record-earlier-certificates.server";
import { keepSignedCopy } from "~/models/certification/signed-copies.server";
import { recordStandingDecision } from "~/models/certification/standing-decisions.server";
import { gatherEvidence } from "~/models/evidence-files/evidence-file.server";
import { findSubject } from "~/models/evidence-files/evidence-subject.server";
import { openTaking, takeEvidenceFile } from "~/models/evidence-files/take-evidence-file.server";
import { HOUSE_NOW, HOUSE_TODAY, someone } from "../../fixtures/a-house";
import { decisionFor } from "./a-passed-exam";
import { newKey, openSigningHouse, type SigningHouse } from "./signing-people";

const at = HOUSE_NOW;
const signed = (contents: string) =>
  new TextEncoder().encode(`%PDF-1.7\n/ByteRange [0 1 2 3] /Contents <${contents}>\n%%EOF\n`);
const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

let house: SigningHouse;
let certificate: string;

/** The archive of the certificate's file, as the signatory takes it. */
async function take() {
  const viewer = await house.signatory.viewer();
  const asked = { kind: "certificate" as const, id: certificate };
  const subject = await findSubject(viewer, "certificate", certificate, HOUSE_TODAY);
  const change = await takeEvidenceFile(viewer, asked, { purpose: "KL-TTr 12", onceKey: newKey(), at });
  const taken = subject && change && (await openTaking(viewer, subject, change, at));
  if (!subject || !taken) throw new Error("not taken");
  const { file, read } = await gatherEvidence(subject, taken, HOUSE_TODAY);
  const { bytes, manifest } = await evidenceArchive(file, read);
  return { file, manifest, zip: await JSZip.loadAsync(bytes) };
}

beforeAll(async () => {
  house = await openSigningHouse();
  await recordStandingDecision(decisionFor("communication-basic"), { at });
  const holder = await someone([{ unitId: house.unit("bhxh-hung-yen-2025").id, from: "2026-01-01" }]);
  const earlier = { personId: holder.personId, programme: "communication-basic", issuedOn: "2026-03-01" };
  await recordEarlierCertificates([earlier], { at, onceKey: newKey() });
  const [issued] = await certificatesOf(holder.personId);
  if (!issued) throw new Error("nothing was issued");
  certificate = issued.publicId;
  const hr = await house.hr.viewer();
  // the first is sent again after the second: of three sendings, two different copies
  for (const contents of ["00", "01", "00"]) {
    const copy = { bytes: signed(contents), signer: "Cơ quan cấp", signedOn: HOUSE_TODAY, onceKey: newKey(), at };
    expect(await keepSignedCopy(hr, certificate, copy)).toEqual({ ok: true });
  }
}, 120_000);

it("holds every copy with the body's signature, the earlier ones too, each once and with its hash in the manifest", async () => {
  const { file, manifest, zip } = await take();
  expect(file.certificate?.signedCopies.map(({ retracted }) => retracted)).toEqual([true, true, false]);
  const copies = manifest.filter(({ name }) => name.startsWith("signed-copies/"));
  expect(copies.map(({ sha256 }) => sha256).sort()).toEqual([hash(signed("00")), hash(signed("01"))].sort());
  for (const { name, sha256, bytes } of copies) {
    const inside = (await zip.file(name)?.async("uint8array")) ?? new Uint8Array();
    expect([hash(inside), inside.length]).toEqual([sha256, bytes]);
  }
});

it("says of a copy that is gone from the disk that it is missing, and what it was", async () => {
  const gone = hash(signed("01"));
  await rm(keptFile("signed-copies", gone));
  const { manifest, zip } = await take();
  const line = manifest.find(({ sha256 }) => sha256 === gone);
  expect(line).toMatchObject({ missing: true, sha256: gone });
  expect(zip.file(line?.name ?? "")).toBeNull();
});
