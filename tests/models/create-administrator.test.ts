import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { hasPower } from "~/domain/permissions/viewer";
import { accountByPassword, issuePasswordSlip, setPasswordBySlip } from "~/models/access/accounts.server";
import {
  AdministratorRefused,
  administratorAccount,
  createAdministrator,
  type NewAdministrator,
} from "~/models/access/create-administrator.server";
import { loadViewer } from "~/models/access/viewers.server";
import { reader } from "~/models/database.server";
import { loadOrganisationFiles } from "~/models/organisation/load-organisation-files.server";
import { wholeDatabase } from "./database-for-test";

const AT = "2026-11-21T18:30:00.000Z";
/** already the next day in Viet Nam */
const TODAY = "2026-11-22";

const wanted: NewAdministrator = {
  staffCode: "VSS-90001",
  fullName: "Trịnh Thị Ánh Quân",
  employment: "public-employee",
  workEmail: "quan@example.vn",
  unitKey: null,
  document: "Quyết định mẫu số 1",
};

async function refusal(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => "nothing was refused",
    (error) => (error instanceof AdministratorRefused ? error.code : error),
  );
}

describe("the first administrator", () => {
  it("is refused while there are no units, and nothing is written", async () => {
    const before = wholeDatabase();
    expect(await refusal(createAdministrator(wanted, AT))).toBe("no-units");
    expect(wholeDatabase()).toBe(before);
  });

  describe("where the organisation is loaded", () => {
    let accountId: number;

    beforeAll(async () => {
      await loadOrganisationFiles(path.resolve("courses/organisation"), AT);
      ({ accountId } = await createAdministrator(wanted, AT));
    });

    it("has a grant that counts from today on, over the root", async () => {
      const client = await reader();
      const root = await client.unit.findUniqueOrThrow({ where: { key: "vss" } });
      const viewer = await loadViewer(accountId, TODAY, false);
      expect(viewer?.grants).toEqual([{ role: "administrator", unitId: root.id }]);
      expect(viewer && hasPower(viewer, "see-people")).toBe(false);
      expect(await loadViewer(accountId, "2026-11-21", false)).toBeNull();
    });

    it("logs in with the password set by the slip", async () => {
      expect(await accountByPassword("VSS-90001", "")).toBeNull();
      const { token } = await issuePasswordSlip(accountId, null, AT);
      expect(await setPasswordBySlip(token, "một câu dễ nhớ", AT)).toBe(true);
      expect((await accountByPassword("quan@example.vn", "một câu dễ nhớ"))?.id).toBe(accountId);
    });

    it("is found again by staff code, and nobody else is", async () => {
      expect(await administratorAccount("VSS-90001")).toBe(accountId);
      expect(await administratorAccount("VSS-90002")).toBeNull();
    });

    it("serves in the unit that was named, and rules the whole tree", async () => {
      const other = await createAdministrator(
        { ...wanted, staffCode: "VSS-90003", workEmail: null, unitKey: "thanh-tra" },
        AT,
      );
      const client = await reader();
      const unit = await client.unit.findUniqueOrThrow({ where: { key: "thanh-tra" } });
      expect(await client.post.count({ where: { unit_id: unit.id, position: "administrator" } })).toBe(1);
      expect((await loadViewer(other.accountId, TODAY, false))?.grants).toHaveLength(1);
    });

    it.each([
      ["staff-code-taken", { workEmail: null }],
      ["email-taken", { staffCode: "VSS-90004" }],
      ["unknown-unit", { staffCode: "VSS-90004", workEmail: null, unitKey: "no-such-unit" }],
      // it ended in 2025
      ["unknown-unit", { staffCode: "VSS-90004", workEmail: null, unitKey: "trung-tam-truyen-thong" }],
    ])("%s: refused, and nothing is written", async (code, difference) => {
      const before = wholeDatabase();
      expect(await refusal(createAdministrator({ ...wanted, ...difference }, AT))).toBe(code);
      expect(wholeDatabase()).toBe(before);
    });
  });
});
