import { beforeAll, describe, expect, it } from "vitest";
import "../database-for-test";
import type { Viewer } from "~/domain/permissions/viewer";
import type { LogEntry } from "~/domain/practice-log/log-entry";
import { loadCompetencyOf, loadOwnCompetency } from "~/models/competency/competency-page.server";
import { reader, recordChange } from "~/models/database.server";
import { type ActOnEntryOutcome, actOnEntry, type EntryAct } from "~/models/practice-log/act-on-entry.server";
import { logQueue, ownLog, waitingEntries } from "~/models/practice-log/log-lists.server";
import { loadEntry } from "~/models/practice-log/log-page.server";
import { writeEntry } from "~/models/practice-log/write-entry.server";
import { newPublicId } from "~/models/public-id.server";
import { HOUSE_NOW, HOUSE_TODAY, openHouse, type Someone, someone } from "../../fixtures/a-house";

let unit: (key: string) => { id: number; publicId: string };
let leader: Viewer;
let otherLeader: Viewer;
let hr: Viewer;

const here = () => [{ unitId: unit("bhxh-hung-yen-2025").id, from: "2026-01-01" }];
const dates = { asOf: HOUSE_TODAY, today: HOUSE_TODAY };

beforeAll(async () => {
  unit = await openHouse();
  leader = await (await someone(here(), [{ role: "unit-leader", unitId: unit("bhxh-hung-yen-2025").id }])).viewer();
  otherLeader = await (
    await someone(
      [{ unitId: unit("bhxh-thanh-hoa").id, from: "2026-01-01" }],
      [{ role: "unit-leader", unitId: unit("bhxh-thanh-hoa").id }],
    )
  ).viewer();
  hr = await (await someone(here(), [{ role: "hr-officer", unitId: unit("bhxh-hung-yen-2025").id }])).viewer();
});

const entry = (change: Partial<LogEntry> = {}): LogEntry => ({
  competency: "dialogue",
  onDate: "2026-10-05",
  place: "Nhà văn hóa xã",
  audience: "Nông dân",
  people: 40,
  role: "joined",
  language: "vi",
  link: null,
  note: null,
  ...change,
});

async function write(viewer: Viewer, change: Partial<LogEntry> = {}, insteadOf: string | null = null): Promise<string> {
  const outcome = await writeEntry(viewer, { entry: entry(change), insteadOf, onceKey: newPublicId() }, HOUSE_NOW);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.entry;
}

function act(viewer: Viewer, id: string, kind: EntryAct, text: string | null = "Chưa rõ"): Promise<ActOnEntryOutcome> {
  return actOnEntry(viewer, id, { act: kind, text, onceKey: newPublicId() }, HOUSE_NOW);
}

/** Three entries, the last of them led: what the rule of level 2 asks for. */
async function three(viewer: Viewer): Promise<string[]> {
  return [
    await write(viewer, { onDate: "2026-08-03" }),
    await write(viewer, { onDate: "2026-09-07" }),
    await write(viewer, { onDate: "2026-10-05", role: "led" }),
  ];
}

async function evidence({ personId }: Someone): Promise<string[]> {
  const rows = await (await reader()).evidence.findMany({
    where: { person_id: personId, kind: "practice" },
    orderBy: { id: "asc" },
  });
  return rows.map(
    (row) =>
      `${row.competency} ${row.level} ${row.valid_from} ${row.valid_to}${row.retracted_change ? " taken back" : ""}`,
  );
}

async function levelOf(viewer: Viewer, key: string): Promise<number> {
  const { groups } = await loadOwnCompetency(viewer, dates, "vi");
  return groups.flatMap(({ lines }) => lines).find((line) => line.key === key)?.level ?? 0;
}

describe("writing", () => {
  it("keeps what was written, waiting, and the form sent twice at once is one entry", async () => {
    const viewer = await (await someone(here())).viewer();
    const written = { entry: entry({ link: "https://example.vn/buoi" }), insteadOf: null, onceKey: newPublicId() };
    const [first, second] = await Promise.all([
      writeEntry(viewer, written, HOUSE_NOW),
      writeEntry(viewer, written, HOUSE_NOW),
    ]);
    expect(first).toMatchObject({ ok: true });
    expect(second).toEqual(first);
    const lines = await ownLog(viewer, HOUSE_TODAY, "vi");
    expect(lines).toMatchObject([{ state: "waiting", competency: "Đối thoại với người dân", people: 40 }]);
  });

  it.each<[Partial<LogEntry>, string[]]>([
    [{ onDate: "2026-11-21" }, ["future"]],
    [{ onDate: "2016-12-31", people: 0 }, ["too-early", "people"]],
    [{ competency: "service-ethics" }, ["competency"]],
    [{ link: "javascript:alert(1)" }, ["link"]],
  ])("refuses %j", async (change, problems) => {
    const viewer = await (await someone(here())).viewer();
    const written = { entry: entry(change), insteadOf: null, onceKey: newPublicId() };
    expect(await writeEntry(viewer, written, HOUSE_NOW)).toEqual({ ok: false, problems });
    expect(await ownLog(viewer, HOUSE_TODAY, "vi")).toEqual([]);
  });
});

describe("the leader", () => {
  it("confirms, and with the entry that completes the rule the level counts in the same change", async () => {
    const who = await someone(here());
    const viewer = await who.viewer();
    const [first, second, third] = (await three(viewer)) as [string, string, string];
    expect(await act(leader, first, "confirm")).toBe("recorded");
    // the one that completes it is confirmed before the second
    expect(await act(leader, third, "confirm")).toBe("recorded");
    expect(await evidence(who)).toEqual([]);
    expect(await act(leader, second, "confirm")).toBe("recorded");
    expect(await evidence(who)).toEqual(["dialogue 2 2026-10-05 2028-10-05"]);
    expect(await levelOf(viewer, "dialogue")).toBe(2);
    const client = await reader();
    const proof = await client.evidence.findFirstOrThrow({ where: { person_id: who.personId } });
    const { kind } = await client.change.findUniqueOrThrow({ where: { id: proof.recorded_change } });
    expect(kind).toBe("log-entry-confirmed");
    expect(proof).toMatchObject({ strength: 2, kind: "practice" });
    const page = await loadCompetencyOf(hr, viewer.personPublicId, dates, "vi");
    const line = page?.groups.flatMap(({ lines }) => lines).find(({ key }) => key === "dialogue");
    expect(line?.evidence).toMatchObject([{ kind: "practice", what: "Nhà văn hóa xã", href: `/log/${third}` }]);
  });

  it("of an entry confirmed by twenty at once: one act, one proof", async () => {
    const who = await someone(here());
    const [first, second, third] = (await three(await who.viewer())) as [string, string, string];
    await act(leader, first, "confirm");
    await act(leader, second, "confirm");
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => act(leader, third, "confirm")));
    expect(outcomes.filter((outcome) => outcome === "recorded")).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === "not-possible")).toHaveLength(19);
    expect(await evidence(who)).toHaveLength(1);
  });

  it("of all three confirmed at once: one proof", async () => {
    const who = await someone(here());
    const ids = await three(await who.viewer());
    expect(await Promise.all(ids.map((id) => act(leader, id, "confirm")))).toEqual([
      "recorded",
      "recorded",
      "recorded",
    ]);
    expect(await evidence(who)).toEqual(["dialogue 2 2026-10-05 2028-10-05"]);
  });

  it("returns with a reason only, and what was mended waits again while the old one stays", async () => {
    const viewer = await (await someone(here())).viewer();
    const id = await write(viewer);
    expect(await act(leader, id, "return", null)).toBe("words-missing");
    expect(await act(leader, id, "return", "Thiếu số người thật")).toBe("recorded");
    expect(await loadEntry(viewer, id, HOUSE_TODAY, "vi")).toMatchObject({
      state: "returned",
      may: ["mend", "withdraw"],
    });
    const mended = await write(viewer, { people: 25 }, id);
    expect(await loadEntry(viewer, id, HOUSE_TODAY, "vi")).toMatchObject({ state: "mended", after: mended, may: [] });
    expect(await ownLog(viewer, HOUSE_TODAY, "vi")).toMatchObject([{ entry: mended, people: 25, state: "waiting" }]);
    const again = { entry: entry(), insteadOf: id, onceKey: newPublicId() };
    expect(await writeEntry(viewer, again, HOUSE_NOW)).toMatchObject({ ok: false, refusal: "not-possible" });
  });

  it("takes a confirmation back, and the level falls", async () => {
    const who = await someone(here());
    const viewer = await who.viewer();
    const ids = await three(viewer);
    for (const id of ids) await act(leader, id, "confirm");
    expect(await levelOf(viewer, "dialogue")).toBe(2);
    expect(await act(leader, ids[0] ?? "", "return", "Ghi nhầm ngày")).toBe("recorded");
    expect(await levelOf(viewer, "dialogue")).toBe(0);
    expect(await evidence(who)).toEqual(["dialogue 2 2026-10-05 2028-10-05 taken back"]);
  });

  it("never confirms their own entry, nor one from elsewhere", async () => {
    const own = await write(leader);
    expect(await act(leader, own, "confirm")).toBe("not-possible");
    const id = await write(await (await someone(here())).viewer());
    expect(await act(otherLeader, id, "confirm")).toBe("not-found");
    expect(await loadEntry(otherLeader, id, HOUSE_TODAY, "vi")).toBeNull();
    expect((await logQueue(otherLeader, 1, HOUSE_TODAY, "vi")).total).toBe(0);
    expect(await waitingEntries(hr, HOUSE_TODAY)).toBe(0);
    expect((await logQueue(leader, 1, HOUSE_TODAY, "vi")).lines.map(({ entry }) => entry)).toContain(id);
    expect((await logQueue(leader, 1, HOUSE_TODAY, "vi")).lines.map(({ entry }) => entry)).not.toContain(own);
  });

  it("of the unit in which the person served on that day still confirms it after they left", async () => {
    const who = await someone([
      { unitId: unit("bhxh-hung-yen-2025").id, from: "2026-01-01", to: "2026-11-01" },
      { unitId: unit("bhxh-thanh-hoa").id, from: "2026-11-01" },
    ]);
    const viewer = await who.viewer();
    const then = await write(viewer, { onDate: "2026-10-20" });
    const now = await write(viewer, { onDate: "2026-11-10" });
    expect(await act(leader, now, "confirm")).toBe("not-found");
    expect(await act(leader, then, "confirm")).toBe("recorded");
    expect(await act(otherLeader, now, "confirm")).toBe("recorded");
  });
});

describe("withdrawing", () => {
  it("a confirmed entry takes back what leant on it and leaves what stands without it", async () => {
    const who = await someone(here());
    const viewer = await who.viewer();
    const ids = [...(await three(viewer)), await write(viewer, { onDate: "2026-10-20", role: "led" })];
    for (const id of ids) await act(leader, id, "confirm");
    expect(await evidence(who)).toEqual(["dialogue 2 2026-10-05 2028-10-05", "dialogue 2 2026-10-20 2028-10-20"]);
    expect(await act(viewer, ids[0] ?? "", "withdraw")).toBe("recorded");
    expect(await evidence(who)).toEqual([
      "dialogue 2 2026-10-05 2028-10-05 taken back",
      "dialogue 2 2026-10-20 2028-10-20",
    ]);
    expect(await levelOf(viewer, "dialogue")).toBe(2);
    // an entry confirmed later completes the same one again: a row of its own
    const later = await write(viewer, { onDate: "2026-07-01" });
    await act(leader, later, "confirm");
    expect((await evidence(who)).filter((line) => !line.includes("taken back"))).toHaveLength(2);
  });

  it("is for its author alone, and once", async () => {
    const viewer = await (await someone(here())).viewer();
    const id = await write(viewer);
    expect(await act(leader, id, "withdraw")).toBe("not-possible");
    const outcomes = await Promise.all([act(viewer, id, "withdraw"), act(viewer, id, "withdraw")]);
    expect([...outcomes].sort()).toEqual(["not-possible", "recorded"]);
  });
});

it("HR reads a confirmed entry as what a level rests on, and no other", async () => {
  const viewer = await (await someone(here())).viewer();
  const id = await write(viewer);
  expect(await loadEntry(hr, id, HOUSE_TODAY, "vi")).toBeNull();
  await act(leader, id, "confirm");
  expect(await loadEntry(hr, id, HOUSE_TODAY, "vi")).toMatchObject({ state: "confirmed", may: [] });
  expect(await act(hr, id, "return", "Không đúng")).toBe("not-possible");
});

it("entries of two records that are one person count together", async () => {
  const kept = await someone(here());
  const merged = await someone(here());
  const [first, second, third] = await Promise.all([
    write(await merged.viewer(), { onDate: "2026-08-03" }),
    write(await kept.viewer(), { onDate: "2026-09-07" }),
    write(await kept.viewer(), { onDate: "2026-10-05", role: "led" }),
  ]);
  await recordChange({ kind: "test", at: HOUSE_NOW }, (rows, recorded_change) =>
    rows.person_merge.create({
      data: { kept_person_id: kept.personId, merged_person_id: merged.personId, recorded_change },
    }),
  );
  for (const id of [first, second, third]) expect(await act(leader, id, "confirm")).toBe("recorded");
  expect(await levelOf(await kept.viewer(), "dialogue")).toBe(2);
});
