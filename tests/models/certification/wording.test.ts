import "../database-for-test";
import { beforeAll, describe, expect, it } from "vitest";
import { FIRST_WORDING } from "~/domain/certification/wording";
import type { Viewer } from "~/domain/permissions/viewer";
import { type Certificate, certificatesOf } from "~/models/certification/certificates.server";
import { recordEarlierCertificates } from "~/models/certification/record-earlier-certificates.server";
import { listWordings, recordWording } from "~/models/certification/record-wording.server";
import { recordStandingDecision } from "~/models/certification/standing-decisions.server";
import { wordingOn } from "~/models/certification/wordings.server";
import { reader } from "~/models/database.server";
import { HOUSE_NOW, HOUSE_TODAY, someone } from "../../fixtures/a-house";
import { decisionFor } from "./a-passed-exam";
import { newKey, openSigningHouse, type SigningHouse } from "./signing-people";

let house: SigningHouse;
let owner: Viewer;
const at = HOUSE_NOW;

beforeAll(async () => {
  house = await openSigningHouse();
  const root = house.unit("vss").id;
  owner = await (
    await someone([{ unitId: root, from: "2026-01-01" }], [{ role: "programme-owner", unitId: root }])
  ).viewer();
  await recordStandingDecision(decisionFor("communication-basic"), { at });
}, 120_000);

/** Words of a certificate that are known again by what they certify with. */
const saying = (words: string) => ({ ...FIRST_WORDING.certificate, certifies: { vi: words, en: `${words} (en)` } });

function record(words: string, from: string, more: { programme?: string; onceKey?: string } = {}) {
  const { programme = null, onceKey = newKey() } = more;
  return recordWording(owner, { kind: "certificate", programme, content: saying(words), from, onceKey, at });
}

const saidOn = async (date: string, programme: string | null = null) =>
  (await wordingOn(await reader(), "certificate", programme, date)).certifies.vi;

const standing = async () =>
  (await listWordings()).map(({ programme, from, until }) => `${programme ?? "all"} ${from} ${until}`);

async function issuedOn(date: string): Promise<Certificate> {
  const { personId } = await someone([{ unitId: house.unit("bhxh-hung-yen-2025").id, from: "2026-01-01" }]);
  const earlier = { personId, programme: "communication-basic", issuedOn: date };
  expect(await recordEarlierCertificates([earlier], { at, onceKey: newKey() })).toBe(1);
  const [certificate] = await certificatesOf(personId);
  if (!certificate) throw new Error("nothing was issued");
  return certificate;
}

const certifies = ({ face }: Certificate) => (face.form === 2 ? face.wording.certifies.vi : null);

describe("replacing words that were recorded earlier", () => {
  it("ends those that run on the first day of the new ones, and takes the place of those that had not begun", async () => {
    expect(await saidOn(HOUSE_TODAY)).toBe(FIRST_WORDING.certificate.certifies.vi);
    expect(await record("một", HOUSE_TODAY)).toEqual({ ok: true });
    expect(await record("hai", "2027-01-01")).toEqual({ ok: true });
    expect(await standing()).toEqual(["all 2027-01-01 null", `all ${HOUSE_TODAY} 2027-01-01`]);
    expect([await saidOn("2026-12-31"), await saidOn("2027-01-01")]).toEqual(["một", "hai"]);

    // corrected before they began: from an earlier day, in other words
    expect(await record("ba", "2026-12-15")).toEqual({ ok: true });
    expect(await standing()).toEqual(["all 2026-12-15 null", `all ${HOUSE_TODAY} 2026-12-15`]);
    expect([await saidOn("2026-12-14"), await saidOn("2026-12-15"), await saidOn("2027-06-01")]).toEqual([
      "một",
      "ba",
      "ba",
    ]);
    // nothing is gone: what was replaced is kept as taken back
    const client = await reader();
    const rows = await client.paper_wording.findMany({ where: { kind: "certificate" }, orderBy: { id: "asc" } });
    expect(rows.filter(({ retracted_change }) => retracted_change !== null)).toHaveLength(3);
    expect(rows.map(({ content }) => JSON.parse(content).certifies.vi)).toEqual(
      expect.arrayContaining(["một", "hai", "ba"]),
    );
  });

  it("leaves the papers as they were issued", async () => {
    await record("trước", HOUSE_TODAY);
    const before = await issuedOn(HOUSE_TODAY);
    const earlier = await issuedOn("2026-03-01");
    expect([certifies(before), certifies(earlier)]).toEqual(["trước", FIRST_WORDING.certificate.certifies.vi]);
    await record("sau", HOUSE_TODAY);
    expect(certifies(await issuedOn(HOUSE_TODAY))).toBe("sau");
    const [again] = await certificatesOf(before.personId);
    expect(again?.face).toEqual(before.face);
  });

  it("leaves a programme's own words alone, which go before those of all", async () => {
    await record("riêng", HOUSE_TODAY, { programme: "communication-basic" });
    await record("chung", HOUSE_TODAY);
    expect(await saidOn(HOUSE_TODAY, "communication-basic")).toBe("riêng");
    expect(await saidOn(HOUSE_TODAY, "onboarding")).toBe("chung");
    await record("riêng mới", "2026-12-01", { programme: "communication-basic" });
    expect(await saidOn("2026-12-01", "communication-basic")).toBe("riêng mới");
    expect(await saidOn("2026-12-01")).toBe("chung");
  });

  it("sent several times at once is one act", async () => {
    const onceKey = newKey();
    const before = await (await reader()).paper_wording.count();
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, () => record("một lần", "2028-01-01", { programme: "onboarding", onceKey })),
    );
    expect(outcomes).toEqual(Array.from({ length: 6 }, () => ({ ok: true })));
    expect(await (await reader()).paper_wording.count()).toBe(before + 1);
  });

  it("is refused from a day that has passed, in the reserved word, and to who does not decide for the whole house", async () => {
    const before = await standing();
    expect(await record("muộn", "2026-11-19")).toEqual({ ok: false, refusal: "in-the-past" });
    await expect(record("Chứng chỉ cho", HOUSE_TODAY)).rejects.toThrow();
    const viewer = await house.hr.viewer();
    const order = { kind: "certificate", programme: null, content: saying("không"), from: HOUSE_TODAY } as const;
    expect(await recordWording(viewer, { ...order, onceKey: newKey(), at })).toEqual({
      ok: false,
      refusal: "not-found",
    });
    expect(await standing()).toEqual(before);
  });
});
