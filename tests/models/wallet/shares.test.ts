import "../database-for-test";
import JSZip from "jszip";
import { beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "~/domain/permissions/viewer";
import { certificateDocument } from "~/models/certification/certificate-document.server";
import type { Certificate } from "~/models/certification/certificates.server";
import { recordStandingDecision } from "~/models/certification/standing-decisions.server";
import { reader } from "~/models/database.server";
import { newPublicId } from "~/models/public-id.server";
import { endShare, findShare, openShare, shareCertificates, sharesOf } from "~/models/wallet/shares.server";
import { walletArchive, walletOf } from "~/models/wallet/wallet.server";
import { decisionFor, PASSED_AT, writeFramework } from "../certification/a-passed-exam";
import { holder, issuedTo, writeEvent } from "../certification/an-issued-certificate";

const AT = "2026-10-01T02:00:00.000Z";
const later = (days: number) => new Date(Date.parse(AT) + days * 86_400_000).toISOString();
let certificate: Certificate;
let strangers: Certificate;
let viewer: Viewer;
let stranger: Viewer;

beforeAll(async () => {
  const { unitId } = await writeFramework();
  await recordStandingDecision(decisionFor("focal"), { at: PASSED_AT });
  certificate = await issuedTo("Đỗ Hữu Mẫu", unitId);
  strangers = await issuedTo("Nguyễn Thị Khác", unitId);
  viewer = holder(certificate.personId);
  stranger = holder(strangers.personId);
});

const share = async (more: Partial<Parameters<typeof shareCertificates>[1]> = {}) => {
  const token = await shareCertificates(viewer, { serials: null, days: 7, onceKey: newPublicId(), at: AT, ...more });
  if (token === null) throw new Error("no link");
  return token;
};

describe("a link", () => {
  it("shows the chosen certificates with their status on the day of looking", async () => {
    const token = await share({ serials: [certificate.serial], days: 365 });
    const shown = await openShare(token, later(1));
    expect(shown).toMatchObject({ state: "open", holder: "Đỗ Hữu Mẫu" });
    expect(shown?.state === "open" && shown.certificates).toMatchObject([
      { serial: certificate.serial, status: "valid" },
    ]);
    await writeEvent(certificate.id, "revoked", "2026-10-02");
    const after = await openShare(token, later(1));
    expect(after?.state === "open" && after.certificates).toMatchObject([{ status: "revoked" }]);
    // a link to all that are in force shows no revoked one
    const all = await openShare(await share(), later(1));
    expect(all?.state === "open" && all.certificates).toEqual([]);
    await writeEvent(certificate.id, "reinstated", "2026-10-03");
  });

  it("keeps no token, and the same form twice gives the same link", async () => {
    const onceKey = newPublicId();
    const before = (await sharesOf(viewer)).length;
    const tokens = await Promise.all([1, 2, 3].map(() => share({ onceKey })));
    expect(new Set(tokens).size).toBe(1);
    expect(await sharesOf(viewer)).toHaveLength(before + 1);
    expect(tokens[0]).toMatch(/^[\w-]{27}$/);
    const rows = await (await reader()).certificate_share.findMany();
    expect(JSON.stringify(rows)).not.toContain(tokens[0]);
    expect(JSON.stringify(rows)).not.toContain(onceKey);
  });

  it("says so when it has expired, was ended, or never was", async () => {
    const token = await share({ days: 7 });
    expect((await openShare(token, later(6.9)))?.state).toBe("open");
    expect(await openShare(token, later(7))).toEqual({ state: "expired" });
    const [newest] = await sharesOf(viewer);
    expect(await endShare(viewer, newest?.publicId ?? "", later(1))).toBe(true);
    expect(await endShare(viewer, newest?.publicId ?? "", later(2))).toBe(true);
    expect((await findShare(viewer, newest?.publicId ?? ""))?.endedAt).toBe(later(1));
    expect(await openShare(token, later(1))).toEqual({ state: "ended" });
    expect(await openShare("x".repeat(27), AT)).toBeNull();
    expect(await openShare("", AT)).toBeNull();
  });

  it("is its maker's alone, over their own certificates alone", async () => {
    const [newest] = await sharesOf(viewer);
    expect(await findShare(stranger, newest?.publicId ?? "")).toBeNull();
    expect(await endShare(stranger, newest?.publicId ?? "", AT)).toBe(false);
    expect(await sharesOf(stranger)).toEqual([]);
    const others = { days: 7 as const, onceKey: newPublicId(), at: AT };
    expect(await shareCertificates(viewer, { ...others, serials: [strangers.serial] })).toBeNull();
    expect(await shareCertificates(viewer, { ...others, serials: [certificate.serial, "CN-2026-99999"] })).toBeNull();
    expect(await shareCertificates(viewer, { ...others, serials: [] })).toBeNull();
  });
});

describe("the wallet", () => {
  it("holds one's own certificates and all that proves them, in one file", async () => {
    expect((await walletOf(viewer, "2026-10-10")).map(({ serial }) => serial)).toEqual([certificate.serial]);
    const archive = await JSZip.loadAsync((await walletArchive(viewer)) as Buffer);
    const names = Object.values(archive.files)
      .filter(({ dir }) => !dir)
      .map(({ name }) => name.replace(/\.[\w-]{8}\.sig$/, ".key.sig"));
    const { serial } = certificate;
    expect(names.sort()).toEqual([`${serial}/${serial}.jwt`, `${serial}/${serial}.key.sig`, `${serial}/${serial}.pdf`]);
    const paper = await archive.file(`${serial}/${serial}.pdf`)?.async("nodebuffer");
    expect(paper?.equals((await certificateDocument(certificate.id)).bytes)).toBe(true);
  });

  it("of somebody without a certificate is empty", async () => {
    expect(await walletOf(holder(999_999), "2026-10-10")).toEqual([]);
    expect(await walletArchive(holder(999_999))).toBeNull();
  });
});
