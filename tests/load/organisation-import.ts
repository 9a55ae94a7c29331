import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { PEOPLE_FIELDS } from "~/domain/imports/fields";
import type { LargeHouse } from "./large-house-people";

export const ROWS = 20_000;
/** of the rows: so many are of people who are new, who move, who get a decision; the rest says what is on record */
const MIX = { fresh: 6_000, moved: 4_000, decided: 4_000 } as const;
const TITLES: Record<string, string> = {
  "communication-officer": "Cán bộ truyền thông",
  "one-stop-officer": "Cán bộ bộ phận một cửa",
  leader: "Lãnh đạo đơn vị",
  "external-relations-officer": "Cán bộ đối ngoại, hợp tác quốc tế",
};

export interface ImportFigures {
  dryRun: number;
  carryOut: number;
  /** the most memory that a process of the import held, in megabytes */
  rss: number;
}

interface Site {
  origin: string;
  cookie: string;
}

/** Brings a file of 20,000 people in as a person does, by the site's own forms. Seconds from the form to its result. */
export async function measureImport(site: Site, house: LargeHouse): Promise<ImportFigures> {
  const rss = watchMemory();
  const onceKey = (Date.now().toString(36) + "0".repeat(16)).slice(0, 16);
  const upload = new FormData();
  upload.set("onceKey", onceKey);
  upload.set("kind", "people");
  upload.set("effective", "2026-11-21");
  upload.set("file", new File([fileOf(house)], "20000.csv"));
  await post(site, "/imports/new", upload);
  await reached(site, onceKey, "/columns");

  const columns = new URLSearchParams({ sheet: "0", mode: "changes", endReason: "transfer" });
  FIELDS.forEach((field, column) => {
    columns.set(`column${column}`, field);
  });
  const asked = performance.now();
  await post(site, `/imports/${onceKey}/columns`, columns);
  await reached(site, onceKey, "/carry-out");
  const dryRun = performance.now() - asked;

  const confirmed = performance.now();
  await post(
    site,
    `/imports/${onceKey}/carry-out`,
    new URLSearchParams({ withoutRefused: "yes", name: "Phạm Thị Đo" }),
  );
  await reached(site, onceKey, "/undo");
  return { dryRun: dryRun / 1000, carryOut: (performance.now() - confirmed) / 1000, rss: rss() };
}

const FIELDS = PEOPLE_FIELDS.filter((field) =>
  (["staffCode", "fullName", "unit", "position", "decision"] as string[]).includes(field),
);

function fileOf({ staff, provinces }: LargeHouse): string {
  const lines = Array.from({ length: ROWS }, (_, index) => {
    const each = staff[index % staff.length];
    if (!each) throw new Error("a house without staff");
    const known = index >= MIX.fresh;
    const moves = known && index < MIX.fresh + MIX.moved;
    const decided = known && !moves && index < MIX.fresh + MIX.moved + MIX.decided;
    const unit = moves || !known ? provinces[index % provinces.length] : each.path;
    const cells: Record<string, string | undefined> = {
      staffCode: known ? each.code : `N-${index}`,
      fullName: each.name,
      unit,
      position: TITLES[each.position],
      decision: decided ? `${index}/QĐ-BHXH` : "",
    };
    return FIELDS.map((field) => cells[field] ?? "").join(";");
  });
  return [FIELDS.join(";"), ...lines].join("\r\n");
}

async function post({ origin, cookie }: Site, path: string, body: FormData | URLSearchParams): Promise<void> {
  // a form's length has to be known before it is sent
  const request = new Request(origin + path, { method: "POST", body });
  const bytes = Buffer.from(await request.arrayBuffer());
  const type = request.headers.get("Content-Type") ?? "";
  const headers = { Cookie: cookie, Origin: origin, "Content-Type": type };
  const answer = await fetch(origin + path, { method: "POST", headers, body: bytes, redirect: "manual" });
  if (answer.status !== 302) throw new Error(`${path} answered ${answer.status}`);
}

/** Waits until the page of an import offers the next step. */
async function reached({ origin, cookie }: Site, id: string, step: string): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const answer = await fetch(`${origin}/imports/${id}`, { headers: { Cookie: cookie }, redirect: "manual" });
    const text = await answer.text();
    if (answer.headers.get("Location")?.endsWith(step) || text.includes(`/imports/${id}${step}"`)) return;
    if (text.includes(`/imports/${id}/again"`)) throw new Error("the import was interrupted");
    await wait(100);
  }
  throw new Error(`the import never came to ${step}`);
}

/** Looks at the memory of the import's processes until asked for the most that it was. Linux only: elsewhere 0. */
function watchMemory(): () => number {
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, ...importProcesses().map(peakOf));
  }, 50);
  return () => {
    clearInterval(timer);
    return most / 1024;
  };
}

function importProcesses(): string[] {
  try {
    return readdirSync("/proc").filter(
      (name) => /^\d+$/.test(name) && readSafely(`/proc/${name}/cmdline`).includes("app/commands/import.ts\0"),
    );
  } catch {
    return [];
  }
}

/** In kilobytes. */
const peakOf = (process: string) => Number(/VmHWM:\s+(\d+)/.exec(readSafely(`/proc/${process}/status`))?.[1] ?? 0);

function readSafely(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
