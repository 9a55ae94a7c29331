import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { readOrganisation } from "~/content/organisation.server";
import { ContentProblems } from "~/content/yaml-file.server";
import { type Batch, batchSchema } from "~/domain/organisation/acts";
import { inconsistencies } from "~/domain/organisation/consistency";
import {
  countProvincialUnits,
  levelLabelOn,
  provincialUnits,
  unitByAreaCode,
} from "~/domain/organisation/organisation-as-of";
import { successorsOn, unitsInScope } from "~/domain/organisation/succession";
import { spansOverlap } from "~/domain/time/civil-date";
import { latestChangeId, reader } from "~/models/database.server";
import { ActsRefused, BatchChanged, carryOutActs } from "~/models/organisation/carry-out-acts.server";
import { loadOrganisationFiles } from "~/models/organisation/load-organisation-files.server";
import { organisationAsOf, organisationFacts } from "~/models/organisation/organisation-facts.server";
import { wholeDatabase } from "./database-for-test";

const FILES = path.resolve("courses/organisation");
const AT = "2026-11-21T02:00:00.000Z";
const TODAY = "2026-11-21";

let batches: Batch[];

beforeAll(async () => {
  batches = readOrganisation(FILES);
  expect(await loadOrganisationFiles(FILES, AT)).toBe(batches.length);
});

async function idOf(key: string): Promise<number> {
  const unit = (await organisationFacts()).units.find((candidate) => candidate.key === key);
  if (!unit) throw new Error(`no unit ${key}`);
  return unit.id;
}

describe("the organisation as of a date", () => {
  it.each([
    ["2017-01-01", 63, 58, 5],
    ["2017-03-16", 63, 58, 5],
    ["2024-12-31", 63, 58, 5],
    ["2025-01-01", 63, 57, 6],
    ["2025-06-30", 63, 57, 6],
    ["2025-07-01", 34, 28, 6],
    ["2026-04-30", 34, 27, 7],
    ["2026-09-01", 34, 26, 8],
    ["2026-09-20", 34, 25, 9],
    [TODAY, 34, 25, 9],
  ])("%s: %i provincial units, %i provinces and %i cities", async (date, units, provinces, cities) => {
    expect(countProvincialUnits(await organisationAsOf(date))).toEqual({ units, provinces, cities });
  });

  it.each([
    ["2017-03-16", "PROVINCIAL", "BHXH tỉnh, thành phố trực thuộc Trung ương"],
    ["2017-03-16", "GRASSROOTS", "BHXH cấp huyện"],
    ["2025-04-15", "PROVINCIAL", "BHXH khu vực (35 khu vực)"],
    ["2025-03-31", "PROVINCIAL", "BHXH tỉnh, thành phố trực thuộc Trung ương"],
    ["2025-04-15", "GRASSROOTS", "BHXH cấp huyện, liên huyện"],
    ["2025-06-15", "PROVINCIAL", "BHXH khu vực (34 khu vực)"],
    ["2025-06-30", "GRASSROOTS", "BHXH cấp huyện, liên huyện"],
    ["2025-07-01", "PROVINCIAL", "BHXH tỉnh, thành phố"],
    ["2025-07-01", "GRASSROOTS", "BHXH cơ sở"],
    [TODAY, "CENTRAL", "BHXH Việt Nam (Trung ương)"],
  ] as const)("%s: %s is called %s", async (date, level, label) => {
    expect(levelLabelOn(await organisationFacts(), level, date)?.vi).toBe(label);
  });

  it.each([
    ["82", "2025-06-15", "BHXH tỉnh Tiền Giang", "province"],
    ["82", "2025-07-01", "BHXH tỉnh Đồng Tháp", "province"],
    ["75", "2026-04-29", "BHXH tỉnh Đồng Nai", "province"],
    // what the office is called since the province became a city is open
    ["75", "2026-05-01", "BHXH tỉnh Đồng Nai", "city"],
    ["24", "2025-06-30", "BHXH tỉnh Bắc Giang", "province"],
    ["24", TODAY, "BHXH tỉnh Bắc Ninh", "city"],
    ["46", "2024-12-31", "BHXH tỉnh Thừa Thiên Huế", "province"],
    ["46", "2025-01-01", "BHXH thành phố Huế", "city"],
    ["79", TODAY, "BHXH thành phố Hồ Chí Minh", "city"],
  ])("code %s on %s is %s", async (code, date, name, kind) => {
    const unit = unitByAreaCode(await organisationFacts(), code, date);
    expect([unit?.name.vi, unit?.area?.kind]).toEqual([name, kind]);
  });

  // code today: the codes of the provinces and cities that it stands for until 30/06/2025
  it.each([
    "01 01",
    "04 04",
    "08 02 08",
    "11 11",
    "12 12",
    "14 14",
    "15 10 15",
    "19 06 19",
    "20 20",
    "22 22",
    "24 24 27",
    "25 17 25 26",
    "31 30 31",
    "33 33 34",
    "37 35 36 37",
    "38 38",
    "40 40",
    "42 42",
    "44 44 45",
    "46 46",
    "48 48 49",
    "51 51 62",
    "52 52 64",
    "56 56 58",
    "66 54 66",
    "68 60 67 68",
    "75 70 75",
    "79 74 77 79",
    "80 72 80",
    "82 82 87",
    "86 83 84 86",
    "91 89 91",
    "92 92 93 94",
    "96 95 96",
  ])("the unit of a code today and the old ones it follows: %s", async (line) => {
    const [code = "", ...old] = line.split(" ");
    const facts = await organisationFacts();
    const heir = unitByAreaCode(facts, code, TODAY)?.id;
    for (const each of old) {
      const unit = unitByAreaCode(facts, each, "2025-06-30");
      expect(successorsOn(facts, unit?.id ?? 0, TODAY)).toEqual([heir]);
    }
    const others = provincialUnits(await organisationAsOf("2025-06-30")).filter(
      (unit) => successorsOn(facts, unit.id, TODAY)[0] === heir,
    );
    expect(others.map((unit) => unit.area?.code).sort()).toEqual(old);
  });

  it("has nothing at odds within itself", async () => {
    expect(inconsistencies(await organisationFacts())).toEqual([]);
  });

  it.each(["10", "27", "45", "64", "72", "87", "89", "34"])("code %s names nobody today", async (code) => {
    expect(unitByAreaCode(await organisationFacts(), code, TODAY)).toBeNull();
  });

  it("knows the three provinces criticised in 2017, and who stands for them today", async () => {
    const facts = await organisationFacts();
    for (const [old, now] of [
      ["thai-binh", "Hưng Yên"],
      ["ha-nam", "Ninh Bình"],
      ["binh-thuan", "Lâm Đồng"],
    ]) {
      const id = await idOf(`bhxh-${old}`);
      expect((await organisationAsOf("2017-03-16")).byId.has(id)).toBe(true);
      const today = (await organisationAsOf(TODAY)).byId;
      expect(successorsOn(facts, id, TODAY).map((heir) => today.get(heir)?.short.vi)).toEqual([now]);
    }
  });

  it("keeps the unit of the eleven unchanged provinces and gives every other a successor", async () => {
    const then = provincialUnits(await organisationAsOf("2025-06-30"));
    const today = (await organisationAsOf("2025-07-01")).byId;
    expect(then.filter((unit) => today.has(unit.id)).map((unit) => unit.area?.code)).toEqual([
      "01",
      "04",
      "11",
      "12",
      "14",
      "20",
      "22",
      "38",
      "40",
      "42",
      "46",
    ]);
    const facts = await organisationFacts();
    for (const unit of then) expect(successorsOn(facts, unit.id, TODAY)).toHaveLength(1);
  });

  it("has 14 central units, of which two were there in 2017", async () => {
    const central = async (date: string) => {
      const root = (await organisationAsOf(date)).roots[0];
      return root?.children.filter((unit) => unit.level === "CENTRAL").map((unit) => unit.id) ?? [];
    };
    const then = await central("2017-03-16");
    const now = await central("2025-03-01");
    expect([then.length, now.length]).toEqual([10, 14]);
    expect(now.filter((id) => then.includes(id))).toHaveLength(2);
  });

  it("has at least three grassroots units under each provincial unit today, all marked as samples", async () => {
    for (const unit of provincialUnits(await organisationAsOf(TODAY))) {
      expect(unit.children.length).toBeGreaterThanOrEqual(3);
      expect(unit.children.every((child) => child.level === "GRASSROOTS" && child.sample)).toBe(true);
    }
    const vssCodes = (await organisationFacts()).units.filter((unit) => unit.vssCode !== null);
    expect(vssCodes.map((unit) => [unit.key, unit.vssCode])).toEqual([["co-so-binh-thanh", "07906"]]);
  });

  it("stands the two special units apart", async () => {
    const { roots, special } = await organisationAsOf(TODAY);
    expect(roots.map((unit) => unit.key)).toEqual(["vss"]);
    expect(special.map((unit) => unit.key)).toEqual(["bhxh-bo-quoc-phong", "bhxh-cong-an-nhan-dan"]);
  });

  it("lets Hưng Yên see the past of Thái Bình, and the centre that of units that ended", async () => {
    const facts = await organisationFacts();
    const reach = unitsInScope(facts, [await idOf("bhxh-hung-yen-2025")], TODAY);
    expect(reach.has(await idOf("bhxh-thai-binh"))).toBe(true);
    expect(reach.has(await idOf("bhxh-ha-nam"))).toBe(false);
    expect(unitsInScope(facts, [await idOf("vss")], TODAY).has(await idOf("bao-bhxh"))).toBe(true);
  });

  it("has no two names, placements or areas of a unit at once", async () => {
    const facts = await organisationFacts();
    for (const rows of [facts.existences, facts.names, facts.placements, facts.unitAreas]) {
      for (const [index, row] of rows.entries()) {
        const later = rows.slice(index + 1).filter((other) => other.unitId === row.unitId);
        expect(later.some((other) => spansOverlap(other, row))).toBe(false);
      }
    }
  });
});

describe("carrying out acts", () => {
  const rename = (key: string, name: string): Batch =>
    batchSchema.parse({
      key,
      date: "2026-11-20",
      title: { vi: "Đổi tên", en: "Rename" },
      document: null,
      mark: "OPEN",
      acts: [{ act: "rename", unit: "thanh-tra", name: { vi: name, en: name }, short: { vi: name, en: name } }],
    });

  it("ends a row by retracting it and adding the closed one", async () => {
    const client = await reader();
    const id = await idOf("bhxh-hue");
    const rows = await client.unit_name.findMany({ where: { unit_id: id }, orderBy: { id: "asc" } });
    expect(rows.map((row) => [row.short_vi, row.valid_from, row.valid_to, row.retracted_change !== null])).toEqual([
      ["Thừa Thiên Huế", "2017-01-01", null, true],
      ["Thừa Thiên Huế", "2017-01-01", "2025-01-01", false],
      ["Huế", "2025-01-01", null, false],
    ]);
    expect(rows[1]?.recorded_change).toBe(rows[0]?.retracted_change);
    expect(rows[2]?.folded).toContain("hue municipal");
  });

  it("changes nothing when the files are loaded again", async () => {
    const before = wholeDatabase();
    expect(await loadOrganisationFiles(FILES, "2026-11-22T02:00:00.000Z")).toBe(0);
    expect(wholeDatabase()).toBe(before);
  });

  it("is not confused by another order of the same contents", async () => {
    const before = wholeDatabase();
    const [first] = batches;
    const reordered = Object.fromEntries(Object.entries(first ?? {}).reverse()) as Batch;
    expect(await carryOutActs(reordered, null, AT)).toBe("already-carried-out");
    expect(wholeDatabase()).toBe(before);
  });

  it("refuses a batch that was carried out with other contents", async () => {
    const before = wholeDatabase();
    const changed = batches.map((batch) => ({ ...batch, note: "another" }))[3] as Batch;
    await expect(carryOutActs(changed, null, AT)).rejects.toThrow(BatchChanged);
    await expect(carryOutActs(changed, null, AT)).rejects.toThrow(/provinces-2017 was carried out with other contents/);
    expect(wholeDatabase()).toBe(before);
  });

  it("writes nothing of a batch with a problem", async () => {
    const before = wholeDatabase();
    const batch = rename("half-broken", "Thanh tra mới");
    const broken = { ...batch, acts: [...batch.acts, { act: "close", unit: "vss", successors: [] }] } as Batch;
    const refused = await carryOutActs(broken, null, AT).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ActsRefused);
    expect((refused as ActsRefused).problems).toMatchObject([{ act: 1, code: "has-children" }]);
    expect(wholeDatabase()).toBe(before);
  });

  it("carries out a batch once when two ask at the same time", async () => {
    const batch = rename("twice", "Thanh tra hai lần");
    const outcomes = await Promise.all([carryOutActs(batch, null, AT), carryOutActs(batch, null, AT)]);
    expect(outcomes.sort()).toEqual(["already-carried-out", "carried-out"]);
  });

  it("shows a change at once, and keeps what it holds while others write elsewhere", async () => {
    const facts = await organisationFacts();
    const { recordChange } = await import("~/models/database.server");
    await recordChange({ kind: "other", at: AT }, async () => undefined);
    expect(await organisationFacts()).toBe(facts);
    const changeId = await latestChangeId();
    await carryOutActs({ ...rename("later", "Thanh tra"), date: "2026-11-21" }, null, AT);
    expect(await latestChangeId()).toBe(changeId + 1);
    expect((await organisationAsOf("2026-11-20")).byId.get(await idOf("thanh-tra"))?.name.vi).toBe("Thanh tra hai lần");
    expect((await organisationAsOf("2026-11-21")).byId.get(await idOf("thanh-tra"))?.name.vi).toBe("Thanh tra");
  });
});

describe("broken files", () => {
  const copies: string[] = [];
  afterEach(() => {
    for (const copy of copies.splice(0)) rmSync(copy, { recursive: true });
  });

  function copyWith(file: string, from: string, to: string): string {
    const copy = mkdtempSync(path.join(tmpdir(), "cau-noi-organisation-"));
    copies.push(copy);
    cpSync(FILES, copy, { recursive: true });
    const text = readFileSync(path.join(copy, file), "utf8");
    expect(text).toContain(from);
    writeFileSync(path.join(copy, file), text.replace(from, to));
    return copy;
  }

  it.each([
    [
      "2026-new-cities.yaml",
      "area: quang-ninh",
      "area: quang-linh",
      /2026-new-cities\.yaml:17: unknown area \(area quang-linh\)/,
    ],
    ["2026-new-cities.yaml", "date: 2026-09-01", "date: 2026-09-31", /2026-new-cities\.yaml:12: .*date/],
    [
      "2026-new-cities.yaml",
      "key: quang-ninh-city",
      "key: dong-nai-city",
      /2026-new-cities\.yaml:11: the key dong-nai-city is given twice/,
    ],
    ["2025-01-01-hue.yaml", "act: rename", "act: rename-it", /2025-01-01-hue\.yaml:10: /],
    ["2025-01-01-hue.yaml", "acts:", "acts: [", /2025-01-01-hue\.yaml:\d+: /],
  ])("%s with %s as %s", async (file, from, to, message) => {
    const before = wholeDatabase();
    const loading = loadOrganisationFiles(copyWith(file, from, to), AT);
    const error = await loading.catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ContentProblems);
    expect((error as Error).message).toMatch(message);
    expect(wholeDatabase()).toBe(before);
  });
});
