import "../database-for-test";
import { beforeAll, expect, it } from "vitest";
import type { Viewer } from "~/domain/permissions/viewer";
import { newPublicId } from "~/models/public-id.server";
import { removeView, savedView, savedViews, saveView } from "~/models/reporting/saved-view.server";
import { insertWorker } from "../../fixtures/exam-officers";
import { insertUnit } from "../../fixtures/staff";

const AT = "2026-11-21T05:00:00.000Z";
let mine: Viewer;
let other: Viewer;

beforeAll(async () => {
  const unit = await insertUnit("here", { from: "2026-01-01" });
  mine = await insertWorker(unit, "Đỗ Minh Thư", "hr-officer");
  other = await insertWorker(unit, "Hà Văn Sơn", "hr-officer");
});

it("is kept once for one form, is its owner's alone, and comes back after it was removed", async () => {
  const view = { id: newPublicId(), name: "Đầu quý", address: "/reports/board?ngay=2026-01-01" };
  await Promise.all([1, 2, 3].map(() => saveView(mine, view, AT)));
  expect(await savedViews(mine)).toEqual([{ ...view, at: AT }]);
  expect(await savedViews(other)).toEqual([]);
  expect(await savedView(other, view.id)).toBeNull();
  expect(await removeView(other, view.id, AT)).toBe(false);
  expect(await removeView(mine, view.id, AT)).toBe(true);
  expect(await savedViews(mine)).toEqual([]);
  expect(await savedView(mine, view.id)).toMatchObject({ removed: true });
  expect(await removeView(mine, view.id, null)).toBe(true);
  expect(await savedViews(mine)).toHaveLength(1);
});

it("is of a report's address alone", async () => {
  expect(await saveView(mine, { id: newPublicId(), name: "x", address: "https://example.vn/hr" }, AT)).toBe(false);
});
