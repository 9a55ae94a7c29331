import "../database-for-test";
import { beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "~/domain/permissions/viewer";
import { loadLeaderPage } from "~/models/leader/leader-page.server";
import { actOnEntry } from "~/models/practice-log/act-on-entry.server";
import { logQueue, waitingEntries } from "~/models/practice-log/log-lists.server";
import { writeEntry } from "~/models/practice-log/write-entry.server";
import { newPublicId } from "~/models/public-id.server";
import { HOUSE_NOW, HOUSE_TODAY, openHouse, someone } from "../../fixtures/a-house";

let leader: Viewer;
let hr: Viewer;
let officer: Viewer;
const entries: string[] = [];

async function write(viewer: Viewer, onDate: string): Promise<string> {
  const entry = {
    competency: "dialogue",
    onDate,
    place: "Nhà văn hóa xã",
    audience: "Nông dân",
    people: 40,
    role: "joined" as const,
    language: "vi" as const,
    link: null,
    note: null,
  };
  const outcome = await writeEntry(viewer, { entry, insteadOf: null, onceKey: newPublicId() }, HOUSE_NOW);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.entry;
}

const practiceTask = async (viewer: Viewer) =>
  (await loadLeaderPage(viewer, null, HOUSE_TODAY, "vi"))?.tasks.find(({ kind }) => kind === "practice");

beforeAll(async () => {
  const unit = await openHouse();
  const unitId = unit("bhxh-hung-yen-2025").id;
  const here = [{ unitId, from: "2026-01-01" }];
  leader = await (await someone(here, [{ role: "unit-leader", unitId }])).viewer();
  hr = await (await someone(here, [{ role: "hr-officer", unitId }])).viewer();
  officer = await (await someone(here)).viewer();
  entries.push(await write(officer, "2026-09-07"), await write(officer, "2026-10-05"));
  // no leader confirms their own
  await write(leader, "2026-10-06");
});

describe("the leader's page", () => {
  it("says how many practice-log entries wait for the leader: as many as the list behind it has", async () => {
    expect(await practiceTask(leader)).toEqual({ kind: "practice", count: 2 });
    expect((await logQueue(leader, 1, HOUSE_TODAY, "vi")).total).toBe(2);
    expect(await waitingEntries(leader, HOUSE_TODAY)).toBe(2);
  });
  it("says it to nobody who only looks at the unit", async () => {
    expect(await practiceTask(hr)).toBeUndefined();
    expect(await waitingEntries(officer, HOUSE_TODAY)).toBe(0);
  });
  it("says nothing of it any more when all are confirmed", async () => {
    for (const id of entries)
      expect(await actOnEntry(leader, id, { act: "confirm", text: null, onceKey: newPublicId() }, HOUSE_NOW)).toBe(
        "recorded",
      );
    expect(await practiceTask(leader)).toBeUndefined();
  });
});
