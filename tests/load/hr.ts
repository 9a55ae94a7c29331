import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import Database from "better-sqlite3";
import { type Figure, percentile } from "./figure";
import { competencyKey } from "./hr-facts";
import { HR_OF, type HrHouse, prepareHrHouse } from "./hr-house";
import { prepareHouse } from "./prepared-house";
import { type RunningServer, startServer } from "./running-server";

const PARTS = ["pages", "then", "files", "verify"] as const;
/** longer than this a process does not overlook changes by another one */
const OVERLOOK_MS = 300;
const SAMPLES = 12;
const LANDINGS = 60;
const MB = 1024 * 1024;

/** How fast HR has its answers, at 20,000 staff: `npm run bench -- hr [--part pages|then|files|verify]`. */
export async function measureHr(): Promise<Figure[]> {
  const { values } = parseArgs({ options: { part: { type: "string" } }, allowPositionals: true });
  const wanted = (part: (typeof PARTS)[number]) => values.part === undefined || values.part === part;
  if (values.part !== undefined && !PARTS.some((part) => part === values.part))
    throw new Error(`parts: ${PARTS.join(", ")}`);
  const figures: Figure[] = [];
  if (wanted("pages") || wanted("then") || wanted("files")) {
    const house = await prepareHrHouse();
    const { signIn } = await import("./sign-in");
    const { disconnect } = await import("~/models/database.server");
    const cookies = (await signIn([HR_OF.all, HR_OF.province, HR_OF.fiveThousand])).map(
      ({ cookie }) => `${cookie.name}=${cookie.value}`,
    );
    await disconnect();
    const [all = "", province = "", fiveThousand = ""] = cookies;
    const server = await startServer();
    const site: Site = { house, server, all, province, fiveThousand };
    try {
      figures.push(await firstAnswer(site));
      if (wanted("pages")) figures.push(...(await pageFigures(site)));
      if (wanted("then")) figures.push(await thenFigure(site));
      if (wanted("files")) figures.push(...(await fileFigures(site)));
    } finally {
      await server.stop();
    }
  }
  if (wanted("verify")) {
    // papers as they are given out, with everything that they show
    await prepareHouse();
    const { measureVerify } = await import("./verify");
    figures.push(...(await measureVerify()));
  }
  return figures;
}

interface Site {
  house: HrHouse;
  server: RunningServer;
  all: string;
  province: string;
  fiveThousand: string;
}

function figure(name: string, value: number, unit: Figure["unit"], n: number, budget: number | null, note: string) {
  return { suite: "hr", figure: name, value, unit, n, note, budget };
}

async function timeOf({ server }: Site, path: string, cookie: string): Promise<number> {
  const began = performance.now();
  const answer = await fetch(server.origin + path, { headers: { Cookie: cookie }, redirect: "manual" });
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
  return performance.now() - began;
}

const median = (times: readonly number[]) =>
  percentile(
    [...times].sort((a, b) => a - b),
    0.5,
  );
const p95 = (times: readonly number[]) =>
  percentile(
    [...times].sort((a, b) => a - b),
    0.95,
  );

let recorded = 0;

/** Something is recorded of one person, as all day long: what was worked out before is asked for anew. */
async function somethingHappens({ house }: Site): Promise<void> {
  const database = new Database(house.file, { timeout: 5000 });
  database.transaction(() => {
    database.prepare("INSERT INTO change (at, kind) VALUES (?, 'bench')").run(new Date().toISOString());
    const code = `L-${String(1000 + recorded).padStart(5, "0")}`;
    database
      .prepare(
        `INSERT INTO evidence (person_id, competency, level, kind, strength, valid_from, recorded_change)
         SELECT id, ?, 5, 'exam', 3, '2026-11-20', (SELECT MAX(id) FROM change) FROM person WHERE staff_code = ?`,
      )
      .run(competencyKey(recorded % 40), code);
  })();
  database.close();
  recorded += 1;
  await wait(OVERLOOK_MS);
}

async function firstAnswer(site: Site): Promise<Figure> {
  const time = await timeOf(site, "/hr", site.all);
  const note = `the first answer after a start reads everyone; ${site.house.facts} facts, made in ${site.house.seconds.toFixed(0)} s`;
  return figure("first_answer_s", time / 1000, "s", 1, null, note);
}

async function pageFigures(site: Site): Promise<Figure[]> {
  const { all, province, fiveThousand } = site;
  const landing: number[] = [];
  for (const cookie of [province, fiveThousand]) await timeOf(site, "/hr", cookie);
  for (let index = 0; index < LANDINGS; index += 1) {
    if (index % 10 === 0) await somethingHappens(site);
    landing.push(await timeOf(site, "/hr", [all, province, fiveThousand][index % 3] ?? all));
  }
  const today: number[] = [];
  const past: number[] = [];
  const drill: number[] = [];
  const small: number[] = [];
  const pages = ["/hr", "/hr/certification", "/reports/board", "/reports/board/people"];
  for (const path of pages) await timeOf(site, path, fiveThousand);
  for (let index = 0; index < SAMPLES; index += 1) {
    await somethingHappens(site);
    today.push(await timeOf(site, "/hr", all));
    past.push(await timeOf(site, `/hr?ngay=${1 + index}/${1 + (index % 12)}/${2022 + (index % 4)}`, all));
    const cell = `/hr/cell?competency=${competencyKey(index * 2)}&level=GRASSROOTS`;
    drill.push(await timeOf(site, cell, all), await timeOf(site, `${cell}&who=all&page=2`, all));
    drill.push(await timeOf(site, "/hr/certification?state=expired", all));
    for (const path of pages) small.push(await timeOf(site, path, fiveThousand));
  }
  const spread = (times: readonly number[]) =>
    `median ${median(times).toFixed(0)}, longest ${Math.max(...times).toFixed(0)} ms`;
  return [
    figure(
      "landing_p95_ms",
      p95(landing),
      "ms",
      landing.length,
      200,
      `/hr of three officers, something recorded before every tenth; ${spread(landing)}`,
    ),
    figure(
      "heatmap_today_ms",
      median(today),
      "ms",
      today.length,
      150,
      `/hr of all, something recorded before each; ${spread(today)}`,
    ),
    figure(
      "heatmap_past_ms",
      median(past),
      "ms",
      past.length,
      1000,
      `/hr of all on days never asked before; ${spread(past)}`,
    ),
    figure("drill_down_ms", median(drill), "ms", drill.length, 150, `people behind cells and states; ${spread(drill)}`),
    figure(
      "report_page_ms",
      median(small),
      "ms",
      small.length,
      30,
      `first pages of ${pages.length} reports at 5,000 people; ${spread(small)}`,
    ),
  ];
}

async function thenFigure(site: Site): Promise<Figure> {
  const times: number[] = [];
  const meanwhile: number[] = [];
  for (const day of ["1/6/2024", "15/3/2025"]) {
    let over = false;
    const asked = timeOf(site, `/hr?ngay=${day}&biet=then`, site.all).finally(() => {
      over = true;
    });
    while (!over) {
      meanwhile.push(await timeOf(site, "/hr", site.province));
      await wait(100);
    }
    times.push(await asked);
  }
  const note = `/hr as known then, read in a thread; the site meanwhile p95 ${p95(meanwhile).toFixed(0)} ms`;
  return figure("heatmap_past_known_then_s", Math.max(...times) / 1000, "s", times.length, 10, note);
}

async function fileFigures(site: Site): Promise<Figure[]> {
  const file = (format: string) => `/reports/files/certification/${format}?state=all`;
  const meanwhile: number[] = [];
  let most = 0;
  let over = false;
  const before = await rssOf(site);
  const began = performance.now();
  const whole = timeOf(site, file("xlsx"), site.all).finally(() => {
    over = true;
  });
  while (!over) {
    meanwhile.push(await timeOf(site, "/login", ""));
    most = Math.max(most, await rssOf(site));
    await wait(50);
  }
  await whole;
  const seconds = (performance.now() - began) / 1000;
  const csv = [];
  const xlsx = [];
  for (let turn = 0; turn < 3; turn += 1) {
    csv.push((await timeOf(site, file("csv"), site.fiveThousand)) / 1000);
    xlsx.push((await timeOf(site, file("xlsx"), site.fiveThousand)) / 1000);
  }
  const note = `of 20,000 people; the site meanwhile p95 ${p95(meanwhile).toFixed(0)} ms`;
  return [
    figure("xlsx_s", seconds, "s", 1, 5, note),
    figure(
      "xlsx_rss_mb",
      most - before,
      "MB",
      meanwhile.length,
      300,
      `server and writing process, beyond the ${before.toFixed(0)} MB that the server held before`,
    ),
    figure("csv_5000_s", median(csv), "s", csv.length, 0.3, "the certification list of 5,000 people"),
    figure("xlsx_5000_s", median(xlsx), "s", xlsx.length, 0.7, "the certification list of 5,000 people"),
  ];
}

/** What the server and the process that writes its files hold in memory, in MB, as the system counts it. */
async function rssOf({ server }: Site): Promise<number> {
  const { readFileSync } = await import("node:fs");
  const own = server.process.pid;
  const children = readFileSync(`/proc/${own}/task/${own}/children`, "utf8").split(" ").filter(Boolean);
  const pages = [own, ...children].map((pid) => {
    try {
      return Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]);
    } catch {
      return 0;
    }
  });
  return (pages.reduce((sum, each) => sum + each, 0) * 4096) / MB;
}
