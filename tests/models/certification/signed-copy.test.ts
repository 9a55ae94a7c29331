import "../database-for-test";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Viewer } from "~/domain/permissions/viewer";
import { type Certificate, certificatesOf } from "~/models/certification/certificates.server";
import { recordEarlierCertificates } from "~/models/certification/record-earlier-certificates.server";
import { keepSignedCopy } from "~/models/certification/signed-copies.server";
import { recordStandingDecision } from "~/models/certification/standing-decisions.server";
import { recordChange } from "~/models/database.server";
import { loader } from "~/routes/proof/proof-file";
import { HOUSE_NOW, HOUSE_TODAY, type Someone, someone } from "../../fixtures/a-house";
import { decisionFor } from "./a-passed-exam";
import { newKey, openSigningHouse, type SigningHouse } from "./signing-people";

const at = HOUSE_NOW;
let house: SigningHouse;
let holder: Someone;
let certificate: Certificate;

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(at) });
  house = await openSigningHouse();
  await recordStandingDecision(decisionFor("communication-basic"), { at });
  holder = await someone([{ unitId: house.unit("bhxh-hung-yen-2025").id, from: "2026-01-01" }]);
  const earlier = { personId: holder.personId, programme: "communication-basic", issuedOn: "2026-03-01" };
  await recordEarlierCertificates([earlier], { at, onceKey: newKey() });
  certificate = (await certificatesOf(holder.personId))[0] as Certificate;
}, 120_000);

afterAll(() => {
  vi.useRealTimers();
});

/** A PDF that looks signed, with bytes that are no text. */
const signed = (mark: number) =>
  new Uint8Array([
    ...new TextEncoder().encode("%PDF-1.7\n/ByteRange [0 1 2 3] /Contents <00>\n"),
    0,
    255,
    mark,
    ...new TextEncoder().encode("\n%%EOF\n"),
  ]);

async function keep(bytes: Uint8Array): Promise<void> {
  const order = { bytes, signer: "Bảo hiểm xã hội Việt Nam", signedOn: HOUSE_TODAY, onceKey: newKey(), at };
  expect(await keepSignedCopy(await house.hr.viewer(), certificate.publicId, order)).toEqual({ ok: true });
}

/** What the address of the signed copy answers to a viewer. */
function download(viewer: Viewer, id = certificate.publicId): Promise<Response> {
  const known = Promise.resolve({ viewer: { ...viewer, noticeRead: true }, sessionId: null, setCookie: null });
  const request = new Request(`http://localhost/certificates/${id}/proof/signed-copy`);
  return loader({ request, params: { id, kind: "signed-copy" }, context: { once: { viewer: known } } } as never);
}

const bytesOf = async (answer: Response) => [...new Uint8Array(await answer.arrayBuffer())];

describe("the signed copy of a certificate", () => {
  it("is not there before the issuing body has sent one", async () => {
    expect((await download(await holder.viewer())).status).toBe(404);
  });

  it("comes back byte for byte: the last one that was kept", async () => {
    await keep(signed(1));
    expect(await bytesOf(await download(await holder.viewer()))).toEqual([...signed(1)]);
    await keep(signed(2));
    const answer = await download(await house.hr.viewer());
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Content-Type")).toBe("application/pdf");
    expect(answer.headers.get("Content-Disposition")).toBe(`attachment; filename="${certificate.serial}-ky-so.pdf"`);
    expect(answer.headers.get("Cache-Control")).toContain("no-store");
    expect(await bytesOf(answer)).toEqual([...signed(2)]);
  });

  it.each([
    ["the holder", () => holder, 200],
    ["who prepares certificates there", () => house.hr, 200],
    ["who signs them there, though they see no people", () => house.signatory, 200],
    ["who prepares certificates elsewhere", () => house.strangerHr, 404],
  ])("is for %s", async (_, who, status) => {
    await keep(signed(3));
    expect((await download(await who().viewer())).status).toBe(status);
    expect((await download(await who().viewer(), "unknown")).status).toBe(404);
  });

  it("stays with the register of the unit of issue when the holder has left", async () => {
    await keep(signed(4));
    await recordChange({ kind: "test", at }, (rows, retracted_change) =>
      rows.posting.updateMany({ where: { person_id: holder.personId }, data: { retracted_change } }),
    );
    expect((await download(await house.hr.viewer())).status).toBe(200);
    expect((await download(await house.strangerHr.viewer())).status).toBe(404);
  });
});
