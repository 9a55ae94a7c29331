import "../database-for-test";
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { readCourses } from "~/content/course-package.server";
import { guessMapping } from "~/domain/imports/fields";
import type { Viewer } from "~/domain/permissions/viewer";
import { startImport } from "~/jobs/start-import.server";
import { loadViewer } from "~/models/access/viewers.server";
import { syncCourses } from "~/models/course/sync-courses.server";
import { latestChangeId, reader, recordChange } from "~/models/database.server";
import { beginImport } from "~/models/imports/begin-import.server";
import { chooseColumns } from "~/models/imports/choose-columns.server";
import { confirmationFor } from "~/models/imports/confirmation.server";
import { keepProfile, proposeMapping } from "~/models/imports/import-profiles.server";
import { claimImport } from "~/models/imports/import-progress.server";
import { importRows, refusedTable } from "~/models/imports/import-rows.server";
import { findImport, type ImportRun } from "~/models/imports/import-run.server";
import { countWaiting, issueImportSlips } from "~/models/imports/import-slips.server";
import { runStep } from "~/models/imports/run-step.server";
import { undoImport } from "~/models/imports/undo-import.server";
import { newPublicId } from "~/models/public-id.server";
import { insertStaff } from "../../fixtures/staff";

const DAY = "2026-11-21";
const AT = "2026-11-21T03:00:00.000Z";
let hr: Viewer;
let hungYenHr: Viewer;
const units: Record<string, number> = {};

async function insertNamedUnit(key: string, name: string, parent: number | null): Promise<number> {
  return recordChange({ kind: "test", at: AT }, async (rows, recorded_change) => {
    const level = parent === null ? "CENTRAL" : "PROVINCIAL";
    const { id } = await rows.unit.create({ data: { public_id: newPublicId(), key, level, recorded_change } });
    const span = { unit_id: id, valid_from: "2020-01-01", recorded_change };
    await rows.unit_existence.create({ data: span });
    await rows.unit_name.create({
      data: { ...span, name_vi: name, name_en: name, short_vi: name, short_en: name, folded: "" },
    });
    if (parent !== null) await rows.unit_placement.create({ data: { ...span, parent_id: parent } });
    units[key] = id;
    return id;
  });
}

async function viewerOf(accountId: number): Promise<Viewer> {
  const viewer = await loadViewer(accountId, DAY, false);
  if (!viewer) throw new Error("no viewer");
  return viewer;
}

beforeAll(async () => {
  await syncCourses(readCourses("courses"), AT);
  const root = await insertNamedUnit("vss", "BHXH Việt Nam", null);
  const hungYen = await insertNamedUnit("hung-yen", "BHXH tỉnh Hưng Yên", root);
  const ninhBinh = await insertNamedUnit("ninh-binh", "BHXH tỉnh Ninh Bình", root);
  const posting = (unitId: number) => [{ unitId, from: "2024-01-01" }];
  const central = await insertStaff({
    staffCode: "HR-1",
    postings: posting(root),
    grants: [{ unitId: root, role: "hr-officer", from: "2024-01-01" }],
  });
  const province = await insertStaff({
    staffCode: "HR-2",
    postings: posting(hungYen),
    grants: [{ unitId: hungYen, role: "hr-officer", from: "2024-01-01" }],
  });
  for (let index = 1; index <= 9; index += 1) {
    const unitId = index <= 5 ? hungYen : ninhBinh;
    await insertStaff({
      staffCode: `VSS-${index}`,
      fullName: `Nguyễn Thị ${"ABCDEGHIK"[index - 1]}`,
      postings: posting(unitId),
    });
  }
  hr = await viewerOf(central.accountId);
  hungYenHr = await viewerOf(province.accountId);
}, 120_000);

const HEAD = "Mã cán bộ;Họ và tên;Đơn vị;Vị trí;Từ ngày;Email công vụ";
const line = (code: string, name: string, unit = "BHXH tỉnh Hưng Yên", from = "", email = "") =>
  [code, name, unit, "Cán bộ truyền thông", from, email].join(";");
const fileOf = (...lines: string[]) => Buffer.from([HEAD, ...lines].join("\r\n"));

async function run(publicId: string, viewer = hr): Promise<ImportRun> {
  const found = await findImport(viewer, publicId, AT);
  if (!found) throw new Error("no such import");
  return found;
}

type Step = "read" | "try" | "carry-out";
const stepOf = (publicId: string, step: Step, by = hr, agreement = {}) =>
  runStep({
    run: publicId,
    step,
    by: by.accountId,
    clock: () => AT,
    withoutRefused: false,
    named: false,
    ...agreement,
  });

/** A file as far as its dry run. */
async function tried(bytes: Buffer, { viewer = hr, fullListOf = null as string | null } = {}): Promise<ImportRun> {
  const onceKey = newPublicId();
  const id = await beginImport(viewer, { kind: "people", fileName: "a.csv", bytes, effective: DAY, at: AT, onceKey });
  await stepOf(id, "read", viewer);
  const read = await run(id, viewer);
  expect(read.state).toBe("to-map");
  const mapping = guessMapping("people", read.reading?.sheets[0]?.headings ?? []);
  expect(await chooseColumns(read, viewer, { sheet: 0, mapping, fullListOf, endReason: "end-of-term" }, AT)).toBe(true);
  await stepOf(id, "try", viewer);
  return run(id, viewer);
}

const publicIdOf = async (unitId: number) =>
  (await (await reader()).unit.findUniqueOrThrow({ where: { id: unitId } })).public_id;

const factCount = async () => {
  const client = await reader();
  return client.posting.count({ where: { retracted_change: null } });
};

describe("an import", () => {
  it("is tried without writing a fact, carried out once, and then changes nothing", async () => {
    const bytes = fileOf(
      line("VSS-1", "Nguyễn Thị A"),
      line("VSS-2", "Nguyễn Thị B", "BHXH tỉnh Ninh Bình"),
      line("NEW-1", "Đỗ Thị Mới", "BHXH tỉnh Hưng Yên", "21/11/2026", "moi@vss.example"),
    );
    const before = await factCount();
    const dry = await tried(bytes);
    expect(dry.summary?.rows).toEqual({ new: 1, changed: 0, moved: 1, ended: 0, unchanged: 1, refused: 0 });
    expect(await factCount()).toBe(before);
    const [moved] = await importRows(dry, { outcome: "moved", page: 1 }, "vi", DAY);
    expect(moved).toMatchObject({
      number: 3,
      name: "Nguyễn Thị B",
      changes: [
        { key: "unit", before: expect.stringContaining("Hưng Yên"), after: expect.stringContaining("Ninh Bình") },
        { key: "from", before: null, after: "21/11/2026" },
      ],
    });

    await Promise.all([stepOf(dry.publicId, "carry-out"), stepOf(dry.publicId, "carry-out")]);
    const done = await run(dry.publicId);
    expect(done.state).toBe("carried-out");
    const client = await reader();
    expect(await client.change.count({ where: { kind: "import" } })).toBe(1);
    expect(await factCount()).toBe(before + 2);

    const again = await tried(bytes);
    expect(again.summary?.rows).toEqual({ new: 0, changed: 0, moved: 0, ended: 0, unchanged: 3, refused: 0 });
    expect(await confirmationFor(again, hr)).toBeNull();
    await stepOf(again.publicId, "carry-out");
    expect((await run(again.publicId)).changeId).toBeNull();
    expect(await client.change.count({ where: { kind: "import" } })).toBe(1);

    // the new person has an account without a password, and a link of their own
    expect(await countWaiting(done, hr, AT)).toBe(1);
    const [slip] = await issueImportSlips(done, hr, 1, AT);
    expect(slip).toMatchObject({ staffCode: "NEW-1", fullName: "Đỗ Thị Mới", email: "moi@vss.example" });
    expect(await client.password_slip.count({ where: { account_id: slip?.accountId, used_at: null } })).toBe(1);

    // and all of it is taken back exactly
    expect(await undoImport(done, hr, "nhầm tệp", AT)).toMatchObject({ undone: true });
    expect((await run(done.publicId)).state).toBe("undone");
    expect(await factCount()).toBe(before);
    expect((await tried(bytes)).summary?.rows).toMatchObject({ new: 1, moved: 1, unchanged: 1 });
  });

  it("says what is refused, where and why, and gives the rows back", async () => {
    const dry = await tried(
      fileOf(line("VSS-1", "Nguyễn Thị A"), line("VSS-3", "Nguyễn Thị C", "BHXH tỉnh Hưng Yen", "31/02/2026")),
    );
    const [refused] = await importRows(dry, { outcome: "refused", page: 1 }, "vi", DAY);
    expect(refused?.number).toBe(3);
    expect(refused?.problems.map(({ place }) => place)).toEqual(["Cột Từ ngày (E)"]);
    const { header, rows } = await refusedTable(dry, "vi", DAY, "Lý do");
    expect(header).toEqual([...HEAD.split(";"), "Lý do"]);
    expect(rows[0]?.slice(0, 5)).toEqual([
      "VSS-3",
      "Nguyễn Thị C",
      "BHXH tỉnh Hưng Yen",
      "Cán bộ truyền thông",
      "31/02/2026",
    ]);
    expect(rows[0]?.at(-1)).toContain("31/02/2026");
  });

  it("with refused rows is carried out only by whoever leaves them out", async () => {
    const dry = await tried(fileOf(line("VSS-4", "Nguyễn Thị D", "", "", ""), line("VSS-5", "Nguyễn Thị Em")));
    expect(dry.summary?.rows).toMatchObject({ changed: 1, refused: 1 });
    expect(await confirmationFor(dry, hr)).toEqual({ refused: 1, name: null });
    await stepOf(dry.publicId, "carry-out");
    expect((await run(dry.publicId)).changeId).toBeNull();
    await stepOf(dry.publicId, "carry-out", hr, { withoutRefused: true });
    const done = await run(dry.publicId);
    expect(done).toMatchObject({ state: "carried-out", summary: { withoutRefused: true } });
  });

  it("that would end many postings asks for the name of the unit", async () => {
    const unit = await publicIdOf(units["ninh-binh"] ?? 0);
    const dry = await tried(fileOf(line("VSS-6", "Nguyễn Thị G", "BHXH tỉnh Ninh Bình")), { fullListOf: unit });
    expect(dry.summary).toMatchObject({ ends: 3, postings: 4, rows: { ended: 3 } });
    expect(await confirmationFor(dry, hr)).toEqual({ refused: 0, name: "BHXH tỉnh Ninh Bình" });
    await stepOf(dry.publicId, "carry-out");
    expect((await run(dry.publicId)).changeId).toBeNull();
    await stepOf(dry.publicId, "carry-out", hr, { named: true });
    expect((await run(dry.publicId)).state).toBe("carried-out");
  });

  it("is shown anew, and not carried out, where the facts have changed since", async () => {
    const dry = await tried(fileOf(line("LATE-1", "Phạm Thị Muộn")));
    await insertStaff({ staffCode: "LATE-1", fullName: "Phạm Thị Muộn" });
    const change = await latestChangeId();
    await stepOf(dry.publicId, "carry-out");
    const after = await run(dry.publicId);
    expect(after).toMatchObject({ state: "tried", changeId: null, summary: { comparedAgain: true } });
    expect(await latestChangeId()).toBe(change);
    await stepOf(dry.publicId, "carry-out");
    expect((await run(dry.publicId)).state).toBe("carried-out");
  });

  it("reaches no farther than the area of whoever brings it", async () => {
    const dry = await tried(
      fileOf(line("VSS-1", "Nguyễn Thị A", "BHXH tỉnh Ninh Bình"), line("VSS-6", "Nguyễn Thị G")),
      { viewer: hungYenHr },
    );
    expect(dry.summary?.rows.refused).toBe(2);
    expect(await findImport(hr, dry.publicId, AT)).not.toBeNull();
    const own = await tried(fileOf(line("VSS-1", "Nguyễn Thị A")));
    expect(await findImport(hungYenHr, own.publicId, AT)).toBeNull();
  });

  it("that cannot be read says why and writes nothing", async () => {
    const onceKey = newPublicId();
    const bytes = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]);
    const wanted = { kind: "people" as const, fileName: "cu.xlsx", bytes, effective: DAY, at: AT, onceKey };
    await beginImport(hr, wanted);
    await beginImport(hr, wanted);
    await stepOf(onceKey, "read");
    const refused = await run(onceKey);
    expect(refused.state).toBe("refused");
    expect(JSON.parse(refused.progress?.message ?? "")).toMatchObject({ code: "old-excel" });
    const client = await reader();
    expect(await client.import_run.count({ where: { public_id: onceKey } })).toBe(1);
    expect(readdirSync(path.join(process.env.DATA_DIR ?? "", "imports"))).toContain(refused.sha256);
  });

  it("remembers what the columns are", async () => {
    const headings = ["Mã  CB", "Tên", "X"];
    const mapping = ["staffCode", "fullName", "unit"] as const;
    expect((await proposeMapping(hr, "people", headings)).profile).toBeNull();
    await keepProfile(hr, { kind: "people", name: "Tệp của tỉnh", headings, mapping }, AT);
    expect(await proposeMapping(hr, "people", ["mã cb", "TÊN", "x"])).toEqual({ mapping, profile: "Tệp của tỉnh" });
    expect((await proposeMapping(hungYenHr, "people", headings)).profile).toBeNull();
  });
});

describe("a file of units", () => {
  it("creates, renames and moves, and says so again without changing anything", async () => {
    const text = [
      "Thao tác;Tên đơn vị;Tên mới;Cấp;Trực thuộc",
      "Thành lập;BHXH cơ sở Phố Mới;;Cơ sở;BHXH tỉnh Hưng Yên",
      "Đổi tên;BHXH tỉnh Ninh Bình;BHXH thành phố Ninh Bình;;",
      "Giải thể;BHXH tỉnh Không Có;;;",
    ].join("\n");
    const begin = async () => {
      const onceKey = newPublicId();
      await beginImport(hr, {
        kind: "units",
        fileName: "u.csv",
        bytes: Buffer.from(text),
        effective: DAY,
        at: AT,
        onceKey,
      });
      await stepOf(onceKey, "read");
      const read = await run(onceKey);
      const mapping = guessMapping("units", read.reading?.sheets[0]?.headings ?? []);
      await chooseColumns(read, hr, { sheet: 0, mapping, fullListOf: null, endReason: "transfer" }, AT);
      await stepOf(onceKey, "try");
      return run(onceKey);
    };
    const dry = await begin();
    expect(dry.summary?.rows).toMatchObject({ new: 1, changed: 1, refused: 1 });
    await stepOf(dry.publicId, "carry-out", hr, { withoutRefused: true });
    expect((await run(dry.publicId)).state).toBe("carried-out");
    expect((await begin()).summary?.rows).toMatchObject({ new: 0, changed: 0, unchanged: 2, refused: 1 });
  });
});

describe("the process of an import", () => {
  it("is one at a time, and free again once it has been silent", async () => {
    const dry = await tried(fileOf(line("VSS-1", "Nguyễn Thị A")));
    const claims = await Promise.all([claimImport(dry.id, "comparing", AT), claimImport(dry.id, "comparing", AT)]);
    expect(claims.toSorted()).toEqual([false, true]);
    expect((await run(dry.publicId)).state).toBe("running");
    const later = "2026-11-21T03:03:00.000Z";
    expect((await findImport(hr, dry.publicId, later))?.state).toBe("stopped");
    expect(await claimImport(dry.id, "comparing", later)).toBe(true);
  });

  it("does its step on its own, and leaves nothing half done when it is killed in the midst of it", async () => {
    const people = Array.from({ length: 1500 }, (_, index) => line(`KILL-${index}`, "Lý Thị Bền"));
    const dry = await tried(fileOf(...people));
    const before = await factCount();
    const words = ["--run", dry.publicId, "--step", "carry-out", "--by", String(hr.accountId), "--at", AT];
    const child = spawn(process.execPath, ["--import", "tsx", "app/commands/import.ts", ...words], { stdio: "ignore" });
    await expect
      .poll(async () => (await run(dry.publicId)).progress?.step, { timeout: 20_000, interval: 5 })
      .toBe("writing");
    child.kill("SIGKILL");
    await new Promise((resolve) => child.once("exit", resolve));
    // all of it or nothing, whichever moment it was
    const { changeId } = await run(dry.publicId);
    expect(await factCount()).toBe(before + (changeId === null ? 0 : people.length));

    const later = "2026-11-21T03:05:00.000Z";
    const order = { importId: dry.id, run: dry.publicId, by: hr.accountId, at: later };
    expect(await startImport({ ...order, step: "carry-out" })).toBe(true);
    await expect.poll(async () => (await run(dry.publicId)).state, { timeout: 20_000 }).toBe("carried-out");
    expect(await factCount()).toBe(before + people.length);
  });
});
