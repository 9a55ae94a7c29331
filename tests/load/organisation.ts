import { setTimeout as wait } from "node:timers/promises";
import { type Figure, percentile } from "./figure";
import { prepareLargeHouse } from "./large-house";
import { HR_CODE, type LargeHouse } from "./large-house-people";
import { measureImport, ROWS } from "./organisation-import";
import { startServer } from "./running-server";

/** A few people who work on the site while a file is brought in. */
const WORKERS = 4;
const THINK_MS = 100;
const TREE_REQUESTS = 200;

/** How fast the living organisation is, at 20,000 staff: `npm run bench -- organisation`. */
export async function measureOrganisation(): Promise<Figure[]> {
  const house = await prepareLargeHouse();
  const { signIn, staffInPost } = await import("./sign-in");
  const { disconnect, reader } = await import("~/models/database.server");
  const { measureSearch } = await import("./organisation-search");
  const { measureMerge } = await import("./organisation-merge");
  const { measureRulePreview } = await import("./organisation-rules");
  const [hr, ...staff] = (await signIn([HR_CODE, ...(await staffInPost(WORKERS))])).map(
    ({ cookie }) => `${cookie.name}=${cookie.value}`,
  );
  if (!hr) throw new Error("nobody to sign in");
  const figures = [
    figure("search_p95_ms", await measureSearch(), "ms", 200, 50, "varied searches over everyone"),
    figure("rule_preview_ms", await measureRulePreview(), "ms", 1, 500, "one rule over all staff"),
    figure(
      "merge_s",
      await measureMerge(),
      "s",
      1,
      2,
      "11 units with 3,000 postings, from the confirmed form to the commit",
    ),
  ];
  const units = await (await reader()).unit.findMany({
    where: { key: { startsWith: "large-" } },
    select: { public_id: true },
    orderBy: { id: "desc" },
    take: 60,
  });
  await disconnect();
  const server = await startServer();
  try {
    figures.push(
      await treeFigure(
        server.origin,
        hr,
        units.map(({ public_id }) => public_id),
      ),
    );
    figures.push(...(await importFigures(server.origin, hr, staff, house)));
  } finally {
    await server.stop();
  }
  return figures;
}

function figure(name: string, value: number, unit: Figure["unit"], n: number, budget: number, note: string): Figure {
  return { suite: "organisation", figure: name, value, unit, n, note, budget };
}

async function treeFigure(origin: string, cookie: string, units: readonly string[]): Promise<Figure> {
  const trees: number[] = [];
  const pages: number[] = [];
  for (let index = 0; index < TREE_REQUESTS / 2; index += 1) {
    const day = `${1 + (index % 28)}/${1 + (index % 10)}`;
    trees.push(await timeOf(origin, `/units?ngay=${day}/${2018 + (index % 9)}`, cookie));
    // a day on which there was such a unit
    pages.push(await timeOf(origin, `/units/${units[index % units.length]}?ngay=${day}/2026`, cookie));
  }
  const p95 = (times: readonly number[]) =>
    percentile(
      [...times].sort((a, b) => a - b),
      0.95,
    );
  const note = `as of days of nine years; the tree ${p95(trees).toFixed(0)}, unit pages ${p95(pages).toFixed(0)} ms`;
  return figure("tree_as_of_p95_ms", p95([...trees, ...pages]), "ms", TREE_REQUESTS, 100, note);
}

async function timeOf(origin: string, path: string, cookie: string): Promise<number> {
  const began = performance.now();
  const answer = await fetch(origin + path, { headers: { Cookie: cookie }, redirect: "manual" });
  await answer.text();
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
  return performance.now() - began;
}

async function importFigures(
  origin: string,
  hr: string,
  staff: readonly string[],
  house: LargeHouse,
): Promise<Figure[]> {
  const times: number[] = [];
  let over = false;
  const pages = ["/", "/courses", "/me"];
  const work = async (cookie: string, first: number) => {
    for (let turn = first; !over; turn += 1) {
      times.push(await timeOf(origin, pages[turn % pages.length] ?? "/", cookie));
      await wait(THINK_MS);
    }
  };
  for (const [index, cookie] of staff.entries()) await timeOf(origin, pages[index % pages.length] ?? "/", cookie);
  const working = staff.map(work);
  const { dryRun, carryOut, rss } = await measureImport({ origin, cookie: hr }, house).finally(() => {
    over = true;
  });
  await Promise.all(working);
  times.sort((a, b) => a - b);
  const most = (times.at(-1) ?? 0).toFixed(0);
  return [
    figure(
      "import_dry_run_s",
      dryRun,
      "s",
      ROWS,
      10,
      "rows: 6,000 new, 4,000 moved, 4,000 changed, the rest unchanged",
    ),
    figure("import_carry_out_s", carryOut, "s", ROWS, 20, "compared once more, then written in one transaction"),
    figure("import_rss_mb", rss, "MB", 3, 400, "the most that a process of the import held"),
    figure(
      "site_p95_during_import_ms",
      percentile(times, 0.95),
      "ms",
      times.length,
      300,
      `pages of ${staff.length} learners meanwhile; longest ${most} ms`,
    ),
  ];
}
