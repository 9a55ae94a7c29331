import { beforeAll, describe, expect, it } from "vitest";
import { acknowledgeNotice, saveDisplay } from "~/models/access/accounts.server";
import { loadViewer } from "~/models/access/viewers.server";
import { insertStaff, insertUnit, type Staff } from "../../fixtures/staff";
import { wholeDatabase } from "../database-for-test";

const TODAY = "2026-11-21";
const AT = "2026-11-21T02:00:00.000Z";

let standing: number;
let merged: number;
let people = 0;

const viewerOf = async (staff: Omit<Staff, "staffCode">, date = TODAY) => {
  people += 1;
  const { accountId } = await insertStaff({ staffCode: `V-${people}`, ...staff });
  return loadViewer(accountId, date, false);
};

beforeAll(async () => {
  standing = await insertUnit("standing", { from: "2017-01-01" });
  merged = await insertUnit("merged", { from: "2017-01-01", to: "2025-07-01" });
});

describe("a grant", () => {
  const posted = (span: object = { from: "2020-01-01" }) => [{ unitId: standing, from: "2020-01-01", ...span }];
  const granted = (span: object = {}) => [
    { unitId: standing, role: "hr-officer" as const, from: "2021-01-01", ...span },
  ];

  it.each<[string, () => Omit<Staff, "staffCode">, number]>([
    ["counts while its holder has a posting", () => ({ postings: posted(), grants: granted() }), 1],
    ["counts from its first day", () => ({ postings: posted(), grants: granted({ from: TODAY }) }), 1],
    ["does not count before", () => ({ postings: posted(), grants: granted({ from: "2026-11-22" }) }), 0],
    ["does not count on its end date", () => ({ postings: posted(), grants: granted({ to: TODAY }) }), 0],
    ["counts on its last day", () => ({ postings: posted(), grants: granted({ to: "2026-11-22" }) }), 1],
    ["does not count once it was retracted", () => ({ postings: posted(), grants: granted({ retracted: true }) }), 0],
    ["does not count without a posting", () => ({ grants: granted() }), 0],
    ["does not count after the posting", () => ({ postings: posted({ to: TODAY }), grants: granted() }), 0],
    ["does not count before the posting", () => ({ postings: posted({ from: "2026-11-22" }), grants: granted() }), 0],
    ["does not count by a retracted posting", () => ({ postings: posted({ retracted: true }), grants: granted() }), 0],
    ["ends with its unit", () => ({ postings: posted(), grants: granted({ unitId: merged }) }), 0],
    [
      "counts beside one that does not",
      () => ({ postings: posted(), grants: [...granted(), ...granted({ unitId: merged })] }),
      1,
    ],
    ["needs a role that there is", () => ({ postings: posted(), grants: granted({ role: "king" }) }), 0],
  ])("%s", async (_, staff, count) => {
    expect((await viewerOf(staff()))?.grants).toEqual(
      Array.from({ length: count }, () => ({ role: "hr-officer", unitId: standing })),
    );
  });

  it("counted over a unit while that existed", async () => {
    const staff = { postings: posted(), grants: granted({ unitId: merged }) };
    expect((await viewerOf(staff, "2025-06-30"))?.grants).toEqual([{ role: "hr-officer", unitId: merged }]);
  });
});

describe("a viewer", () => {
  it("is nobody where the account is disabled or unknown", async () => {
    expect(await viewerOf({ disabled: true })).toBeNull();
    expect(await loadViewer(999_999, TODAY, false)).toBeNull();
  });

  it("has read the notice once that is recorded, and a second time records nothing", async () => {
    const viewer = await viewerOf({});
    if (!viewer) throw new Error("no viewer");
    expect(viewer.noticeRead).toBe(false);
    await Promise.all([1, 2, 3].map(() => acknowledgeNotice(viewer, AT)));
    const again = await loadViewer(viewer.accountId, TODAY, true);
    expect(again).toMatchObject({ noticeRead: true, sharedComputer: true });
    const before = wholeDatabase();
    await acknowledgeNotice(again ?? viewer, AT);
    expect(wholeDatabase()).toBe(before);
  });

  it("keeps language and theme in the account", async () => {
    const viewer = await viewerOf({});
    if (!viewer) throw new Error("no viewer");
    expect([viewer.language, viewer.theme]).toEqual(["vi", "system"]);
    await saveDisplay(viewer, { language: "en", theme: "dark" }, AT);
    expect(await loadViewer(viewer.accountId, TODAY, false)).toMatchObject({ language: "en", theme: "dark" });
  });
});
