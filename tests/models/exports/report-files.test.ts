import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import ExcelJS from "exceljs";
import JSZip from "jszip";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import "../database-for-test";
import { writeApart } from "~/documents/report/writing-process.server";
import { FIRST_WORDING } from "~/domain/certification/wording";
import { fieldsOfWording, wordingOfFields } from "~/domain/certification/wording-fields";
import {
  type FileFormat,
  type FileReport,
  formatsOf,
  type ReportFile,
  rowsOf,
  WHOLE_REPORTS,
} from "~/domain/exports/report-file";
import { readReportOrder } from "~/domain/exports/report-order";
import type { Viewer } from "~/domain/permissions/viewer";
import { CERTIFICATION_STATES } from "~/domain/reporting/certification-list";
import { reportFile } from "~/jobs/report-file.server";
import { listWordings, recordWording } from "~/models/certification/record-wording.server";
import { loadReportFile } from "~/models/exports/load-report-file.server";
import { reportHead } from "~/models/exports/report-head.server";
import { loadCertification } from "~/models/reporting/certification.server";
import { loadProgrammeMap } from "~/models/reporting/programme-map.server";
import { HOUSE_NOW, HOUSE_TODAY, openHouse, someone } from "../../fixtures/a-house";
import { insertStaff } from "../../fixtures/staff";

/** Names as they come from other systems: what a spreadsheet might carry out, what no XML holds. */
const NAMES = [
  '=HYPERLINK("http://x")',
  "+84 912",
  "-2+3",
  "@SUM(A1)",
  "Lường Ắn\u0007 Ợ",
  "Nguyễn <b>Thị</b> & Ánh",
  "Đỗ Ý",
];
const room = mkdtempSync(path.join(tmpdir(), "cau-noi-files-"));
afterAll(() => rmSync(room, { recursive: true, force: true }));

let central: Viewer;
let local: Viewer;
let hungYen: string;
let root: number;

beforeAll(async () => {
  const unit = await openHouse();
  root = unit("vss").id;
  hungYen = unit("bhxh-hung-yen-2025").publicId;
  const { loadViewer } = await import("~/models/access/viewers.server");
  const viewerOf = async (code: string, key: string) => {
    const { accountId } = await insertStaff({
      staffCode: code,
      fullName: `Trần Thị ${code}`,
      postings: [{ unitId: unit(key).id, position: "hr-officer", from: "2026-01-01" }],
      grants: [{ unitId: unit(key).id, role: "hr-officer", from: "2026-01-01" }],
    });
    const viewer = await loadViewer(accountId, HOUSE_TODAY, false);
    if (!viewer) throw new Error("no viewer");
    return viewer;
  };
  local = await viewerOf("X-LOCAL", "bhxh-hung-yen-2025");
  central = await viewerOf("X-ALL", "vss");
  const places = ["bhxh-hung-yen-2025", "co-so-hung-yen-1", "bhxh-thanh-hoa", "ban-to-chuc-can-bo"];
  for (const [index, fullName] of NAMES.entries())
    await insertStaff({
      staffCode: `00${index}`,
      fullName,
      postings: [
        {
          unitId: unit(places[index % places.length] ?? "vss").id,
          position: index % 2 ? "foreign-information-focal" : "communication-officer",
          from: "2026-02-01",
        },
      ],
    });
});

const orderOf = (report: FileReport, search = "state=all") => {
  const order = readReportOrder(report, new URLSearchParams(search), HOUSE_TODAY);
  if (!order) throw new Error("no order");
  return order;
};

async function fileOf(
  viewer: Viewer,
  report: FileReport,
  format: FileFormat,
  search?: string,
  language: "vi" | "en" = "vi",
) {
  const made = await reportFile(viewer, { order: orderOf(report, search), format, language, at: HOUSE_NOW });
  if (!made) throw new Error("no file");
  return { to: made.path, made };
}

function rowsIn(file: ReportFile | null): string {
  return JSON.stringify(file?.sheets.map(({ rows }) => [...rows]) ?? []);
}

async function workbookOf(to: string) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(to);
  return workbook;
}

describe("XLSX", () => {
  it("has typed cells, a frozen head that filters, a first sheet about itself, and the people of the page", async () => {
    const { to } = await fileOf(central, "certification", "xlsx");
    const workbook = await workbookOf(to);
    const [about, list] = workbook.worksheets;
    if (!about || !list) throw new Error("sheets are missing");
    expect(about.name).toBe("Về báo cáo");
    const said = new Map<string, string>();
    about.eachRow((row) => said.set(String(row.getCell(1).value), String(row.getCell(2).value)));
    expect(said.get("Số liệu tại ngày")).toBe("20/11/2026");
    expect(said.get("Phạm vi")).toBe("Toàn bộ phạm vi");
    expect(list.views[0]).toMatchObject({ state: "frozen", ySplit: 1 });
    expect(list.autoFilter).toBeTruthy();

    const page = await loadCertification(
      central,
      "export-people",
      { ...orderOf("certification").query, state: "all" },
      "vi",
    );
    expect(list.rowCount - 1).toBe(page?.total);
    expect(said.get("Số lượt")).toBe(String(page?.total));
    const head = (list.getRow(1).values as string[]).slice(1);
    const column = (title: string) => head.indexOf(title) + 1;
    let dates = 0;
    list.eachRow((row, number) => {
      if (number === 1) return;
      const since = row.getCell(column("Từ ngày"));
      expect(since.type).toBe(ExcelJS.ValueType.Date);
      expect((since.value as Date).toISOString()).toMatch(/T00:00:00\.000Z$/);
      dates += 1;
      expect(row.getCell(1).type).toBe(ExcelJS.ValueType.String);
    });
    expect(dates).toBe(page?.total);
  });

  it("carries out nothing: a text that looks like a formula is a text, and what no XML holds is left out", async () => {
    const { to } = await fileOf(central, "people", "xlsx", "");
    const zip = await JSZip.loadAsync(readFileSync(to));
    for (const name of Object.keys(zip.files).filter((each) => each.startsWith("xl/worksheets/")))
      expect(await zip.file(name)?.async("string")).not.toMatch(/<f[ >]/);
    const list = (await workbookOf(to)).worksheets[1];
    const names: unknown[] = [];
    list?.eachRow((row) => names.push(row.getCell(2).value));
    for (const name of NAMES) expect(names).toContain(name.replace("\u0007", ""));
    // the code keeps its zeros, the number is one, the signature's column is empty
    const first = list?.getRow(2);
    expect(typeof first?.getCell(1).value).toBe("number");
    expect(list?.getColumn(3).values).toContain("000");
    expect(list?.getColumn(6).values.filter(Boolean)).toEqual(["Ký tên"]);
  });

  it("has all provinces in one file: the sheets add up to the summary, and that to the list", async () => {
    const { to, made } = await fileOf(central, "provinces", "xlsx");
    const [, summary, ...sheets] = (await workbookOf(to)).worksheets;
    const whole = await loadCertification(
      central,
      "export-people",
      { ...orderOf("certification").query, state: "all" },
      "vi",
    );
    if (!summary || !whole) throw new Error("nothing was made");
    const last = summary.getRow(summary.rowCount).values as (string | number)[];
    expect(last[1]).toBe("Tổng");
    expect(last.at(-1)).toBe(whole.total);
    expect(made.count).toBe(whole.total);
    for (const [index, state] of CERTIFICATION_STATES.entries()) expect(last[index + 2]).toBe(whole.counts[state]);
    expect(sheets.reduce((sum, sheet) => sum + sheet.rowCount - 1, 0)).toBe(whole.total);
    expect(sheets.length).toBeGreaterThanOrEqual(34);
    for (const [index, sheet] of sheets.entries())
      expect(summary.getRow(index + 2).values).toContain(sheet.rowCount - 1);
  });
});

describe("CSV", () => {
  it("is marked as UTF-8, carries out nothing and has the lines of the page", async () => {
    const { to, made } = await fileOf(central, "people", "csv", "");
    const text = readFileSync(to, "utf8");
    expect(text.startsWith("\uFEFF")).toBe(true);
    const { data, errors } = Papa.parse<string[]>(text.slice(1), { delimiter: ";" });
    expect(errors).toEqual([]);
    expect(data.length - 1).toBe(made.count);
    expect(data.flat().filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
    expect(data.flat()).toContain('\'=HYPERLINK("http://x")');
  });
});

describe("PDF", () => {
  it.each(["vi", "en"] as const)(
    "is an administrative paper in %s: draft, number left open, faces embedded",
    async (language) => {
      const { to } = await fileOf(central, "certification", "pdf", "state=all", language);
      const bytes = readFileSync(to);
      const raw = bytes.toString("latin1");
      expect(raw.startsWith("%PDF-1.7")).toBe(true);
      // every face of the paper goes along
      expect((raw.match(/\/BaseFont \/[A-Z]{6}\+Tinos/g) ?? []).length).toBeGreaterThanOrEqual(4);
      expect((raw.match(/\/FontFile2/g) ?? []).length).toBeGreaterThanOrEqual(4);
      expect(raw).not.toMatch(/\/BaseFont \/(Helvetica|Times)/);
      expect(raw).toContain(`/Lang (${language})`);
      expect(raw).toMatch(/\/MediaBox \[0 0 595\.28 841\.89\]/);
    },
  );

  it("goes on over many pages", async () => {
    const { writeReportPaper } = await import("~/documents/report/report-paper.server");
    const file = await loadReportFile(central, orderOf("people", ""), "vi", HOUSE_NOW);
    if (!file) throw new Error("no file");
    const [sheet] = file.sheets;
    const [row = []] = sheet.rows;
    const rows = {
      length: 120,
      async *[Symbol.asyncIterator]() {
        yield Array.from({ length: 120 }, () => row);
      },
    };
    const words = {
      language: "vi" as const,
      body: "A",
      unit: "B",
      number: "Số",
      state: "C",
      motto: "D",
      placeAndDate: "E",
    };
    const foot = {
      draft: "DỰ THẢO",
      kind: "F",
      recipientsTitle: "G",
      recipients: ["H"],
      signerTitle: "I",
      signHint: "K",
      source: "L",
    };
    const to = path.join(room, "long.pdf");
    await writeReportPaper({ ...file, sheets: [{ ...sheet, rows }] }, { ...words, ...foot }, to);
    const pages =
      readFileSync(to)
        .toString("latin1")
        .match(/\/Type \/Page\b/g) ?? [];
    expect(pages.length).toBeGreaterThan(4);
  });
});

it("has the map of programmes beside that of competencies, with the figures of the page", async () => {
  const file = await loadReportFile(central, orderOf("heat", ""), "vi", HOUSE_NOW);
  const map = await loadProgrammeMap(central, orderOf("heat", "").query, "vi", "export-people");
  const told = [...(file?.sheets[1]?.rows ?? [])].map(([title, , required, met]) => [title, required, met]);
  const shown = (map?.rows ?? []).flatMap(({ title, cells }) =>
    cells.flatMap((cell) => (cell ? [[title, cell.required, cell.met]] : [])),
  );
  expect(shown.length).toBeGreaterThan(2);
  expect(told).toEqual(shown);
});

describe("every report", () => {
  it.each(WHOLE_REPORTS)("%s counts the same in each format, for each language", async (report) => {
    for (const format of formatsOf(report)) {
      const vi = await fileOf(central, report, format, "state=all");
      const en = await fileOf(central, report, format, "state=all", "en");
      expect(vi.made.count).toBe(en.made.count);
      expect(vi.made.count).toBeGreaterThan(0);
    }
  });

  it.each(WHOLE_REPORTS)("%s holds nobody out of the viewer's reach", async (report) => {
    expect(await loadReportFile(local, orderOf(report, `unit=${"0".repeat(16)}`), "vi", HOUSE_NOW)).toBeNull();
    const own = await loadReportFile(local, orderOf(report), "vi", HOUSE_NOW);
    const all = await loadReportFile(central, orderOf(report), "vi", HOUSE_NOW);
    const part = await loadReportFile(central, orderOf(report, `state=all&unit=${hungYen}`), "vi", HOUSE_NOW);
    expect(own?.count).toBe(part?.count);
    expect(own?.count).toBeLessThan(all?.count ?? 0);
    const text = rowsIn(own);
    expect(text).not.toContain("-2+3");
    expect(text).not.toContain("Đỗ Ý");
  });

  it("gives nothing to whoever may not export", async () => {
    const nobody = { ...central, grants: [], delegations: [] };
    const file = await loadReportFile(nobody, orderOf("people", ""), "vi", HOUSE_NOW);
    expect(file?.count ?? 0).toBe(0);
    expect(rowsIn(file)).not.toContain("H-");
  });
});

describe("the head of a report", () => {
  it("says from a day on what the house has agreed on; a province reports under its own name", async () => {
    const owner = await (
      await someone([{ unitId: root, from: "2026-01-01" }], [{ role: "programme-owner", unitId: root }])
    ).viewer();
    const fields = { ...fieldsOfWording("report", FIRST_WORDING.report), "signer-vi": "KT. TRƯỞNG BAN" };
    const content = wordingOfFields("report", (field) => fields[field as keyof typeof fields] ?? "");
    const order = { kind: "report" as const, programme: null, content, from: "2026-12-01", at: HOUSE_NOW };
    expect(await recordWording(owner, { ...order, onceKey: "words-of-reports" })).toEqual({ ok: true });
    const signer = async (viewer: Viewer, day: string) =>
      (await reportHead(viewer, "export-people", day, "vi")).signerTitle;
    expect(await signer(central, HOUSE_TODAY)).toBe("TRƯỞNG BAN");
    expect(await signer(central, "2026-12-01")).toBe("KT. TRƯỞNG BAN");
    expect(await signer(local, "2026-12-01")).toBe("GIÁM ĐỐC");
    expect((await listWordings())[0]).toMatchObject({ kind: "report", heading: FIRST_WORDING.report.unit });
  });
});

const left = () => readdirSync(path.join(process.env.DATA_DIR ?? "", "reports", "files"));

it("makes nothing of a unit out of reach", async () => {
  const request = {
    order: orderOf("people", `unit=${"0".repeat(16)}`),
    format: "csv" as const,
    language: "vi" as const,
    at: HOUSE_NOW,
  };
  const before = left();
  expect(await reportFile(local, request)).toBeNull();
  expect(left()).toEqual(before);
});

describe("the process that writes", () => {
  const sheet = (name: string, count: number) => ({
    name,
    columns: [{ title: name, kind: "text" as const, width: 10 }],
    rows: rowsOf(Array.from({ length: count }), (_, index) => [`${name} ${index}`]),
    totals: null,
  });
  const report = (...sheets: ReportFile["sheets"]): ReportFile => ({
    report: "certification",
    title: "T",
    unit: null,
    asOf: HOUSE_TODAY,
    about: [],
    sentences: [],
    sheets,
    count: 1,
  });

  it("writes several reports at once, each with its own rows in their order", async () => {
    const counts = [0, 1, 399, 400, 401, 2500];
    await Promise.all(
      counts.map((count) => {
        const file = report(sheet(`a${count}`, count), sheet(`b${count}`, 3));
        return writeApart(file, { format: "xlsx", words: { about: "About" } }, path.join(room, `${count}.xlsx`));
      }),
    );
    for (const count of counts) {
      const [, first, second] = (await workbookOf(path.join(room, `${count}.xlsx`))).worksheets;
      const texts = (first?.getColumn(1).values ?? []).filter((value) => value !== undefined);
      expect(texts).toEqual([`a${count}`, ...Array.from({ length: count }, (_, index) => `a${count} ${index}`)]);
      expect(second?.rowCount).toBe(4);
    }
  });

  it("says why a file was not written, and goes on with the next", async () => {
    const rows = rowsOf([1], () => {
      throw new Error("no such row");
    });
    const words = { format: "csv" as const, words: { asOf: "D" } };
    const bad = report({ ...sheet("a", 1), rows });
    await expect(writeApart(bad, words, path.join(room, "bad.csv"))).rejects.toThrow("no such row");
    const nowhere = path.join(room, "no such room", "x.csv");
    await expect(writeApart(report(sheet("a", 1)), words, nowhere)).rejects.toThrow("ENOENT");
    await writeApart(report(sheet("a", 2)), words, path.join(room, "good.csv"));
    expect(readFileSync(path.join(room, "good.csv"), "utf8").split("\r\n")).toHaveLength(3);
  });
});
