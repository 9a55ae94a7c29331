import { fork } from "node:child_process";
import { parseArgs } from "node:util";
import type { Figure } from "./figure";
import type { Orders, Report } from "./fire";
import { firstVisit, withChromium } from "./first-visit";
import { prepareHouse } from "./prepared-house";
import { type RunningServer, startServer } from "./running-server";
import type { SignedIn } from "./sign-in";

const CONNECTIONS = 16;
const WARM_UP_SECONDS = 3;
const PEOPLE = 64;
/** a new communication officer, who has everything to do; the HR officer of all units */
const NEWCOMER = "VSS-00001";
const CENTRAL_HR = "VSS-00003";
/** longer than this a process does not overlook changes by another one: then it asks again, which is a statement */
const OVERLOOK_MS = 300;
const COUNTED_REQUESTS = 5;
const KB = 1000;

interface People {
  newcomer: SignedIn;
  hr: SignedIn;
  staff: SignedIn[];
  lessonPaths: string[];
}

/** How fast and how small the pages are that people open most. */
export async function measurePages(): Promise<Figure[]> {
  const { values } = parseArgs({ options: { seconds: { type: "string", default: "10" } }, allowPositionals: true });
  await prepareHouse();
  const people = await signEveryoneIn();
  const seconds = Number(values.seconds);
  return [...(await timings(people, seconds)), await homeQueries(people.newcomer), ...(await visits(people.newcomer))];
}

async function signEveryoneIn(): Promise<People> {
  // only now is it known where the database lies
  const { signIn, staffInPost } = await import("./sign-in");
  const { currentCourses } = await import("~/models/course/courses-up-to.server");
  const { disconnect } = await import("~/models/database.server");
  const { today } = await import("~/config/clock.server");
  const staff = await signIn(await staffInPost(PEOPLE));
  const [newcomer, hr] = await signIn([NEWCOMER, CENTRAL_HR]);
  if (!newcomer || !hr) throw new Error("the demo has no such people");
  const lessonPaths = (await currentCourses(today())).flatMap(({ slug, lessons }) =>
    lessons.map(({ key }) => `/courses/${slug}/lessons/${key}`),
  );
  await disconnect();
  return { newcomer, hr, staff, lessonPaths };
}

const headerOf = ({ cookie }: SignedIn) => `${cookie.name}=${cookie.value}`;

async function timings({ hr, staff, lessonPaths }: People, seconds: number): Promise<Figure[]> {
  const of = (paths: readonly string[], people: readonly SignedIn[]) =>
    Array.from({ length: Math.max(paths.length, people.length) }, (_, index) => ({
      path: paths[index % paths.length] ?? "",
      cookie: headerOf(people[index % people.length] as SignedIn),
    }));
  const pages = [
    { figure: "learner_home_p95_ms", note: `/ of ${staff.length} people`, requests: of(["/"], staff) },
    { figure: "lesson_p95_ms", note: `${lessonPaths.length} lessons`, requests: of(lessonPaths, staff) },
    { figure: "hr_p95_ms", note: "/hr of all units", requests: of(["/hr"], [hr]) },
  ];
  const server = await startServer();
  const figures: Figure[] = [];
  for (const { figure, note, requests } of pages) {
    const orders = { requests, connections: CONNECTIONS, warmUpSeconds: WARM_UP_SECONDS, seconds };
    const { n, p50, p95, p99, perSecond, notOk } = await fire({ url: server.origin, ...orders });
    if (notOk > 0) throw new Error(`${figure}: ${notOk} answers were not 200`);
    const told = `${note}; p50 ${p50.toFixed(0)}, p99 ${p99.toFixed(0)} ms, ${perSecond.toFixed(0)} a second at ${CONNECTIONS} connections`;
    figures.push({ suite: "pages", figure, value: p95, unit: "ms", n, note: told, budget: 150 });
  }
  await server.stop();
  return figures;
}

/** The load comes from a process of its own, or it would measure itself. */
export function fire(orders: Orders): Promise<Report> {
  const child = fork(new URL("./fire.ts", import.meta.url), { execArgv: ["--import", "tsx"] });
  return new Promise((resolve, reject) => {
    child.on("message", (report: Report) => resolve(report));
    child.on("exit", (code) => code !== 0 && reject(new Error(`the load ended with ${code}`)));
    child.send(orders);
  });
}

async function homeQueries(newcomer: SignedIn): Promise<Figure> {
  const server = await startServer(["--import", new URL("./count-statements.mjs", import.meta.url).href]);
  const home = async () => {
    const answer = await fetch(server.origin, { headers: { Cookie: headerOf(newcomer) }, redirect: "manual" });
    if (answer.status !== 200) throw new Error(`the first page answered ${answer.status}`);
    await answer.text();
    return statementsOf(server);
  };
  await statementsOf(server);
  const first = await home();
  const counts: number[] = [];
  let last: string[] = [];
  for (let index = 0; index < COUNTED_REQUESTS; index += 1) {
    await new Promise((resolve) => setTimeout(resolve, OVERLOOK_MS));
    last = await home();
    counts.push(last.length);
  }
  await server.stop();
  if (process.env.BENCH_EXPLAIN) for (const sql of last) console.error(sql.replace(/\s+/g, " ").slice(0, 160));
  return {
    suite: "pages",
    figure: "learner_home_queries",
    value: Math.max(...counts),
    unit: "count",
    n: counts.length,
    note: `SQL statements of one request, session included; ${first.length} of the first one after a start`,
    budget: 8,
  };
}

function statementsOf(server: RunningServer): Promise<string[]> {
  return new Promise((resolve) => {
    server.process.once("message", ({ statements }: { statements: string[] }) => resolve(statements));
    server.process.send("statements");
  });
}

async function visits(person: SignedIn): Promise<Figure[]> {
  const server = await startServer();
  const [full, plain] = await withChromium(async (browser) => {
    const visit = (javaScript: boolean) =>
      firstVisit(browser, { origin: server.origin, path: "/", person, javaScript });
    return [await visit(true), await visit(false)];
  });
  await server.stop();
  if (process.env.BENCH_EXPLAIN) for (const part of full.parts) console.error(part.join(" "));
  const figure = (name: string, value: number, unit: Figure["unit"], budget: number, note: string): Figure => ({
    suite: "pages",
    figure: name,
    value,
    unit,
    n: 1,
    note,
    budget,
  });
  const [largest, bytes] = full.parts.filter(([path]) => !path.endsWith(".woff2"))[0] ?? ["", 0];
  return [
    figure("first_visit_kb", full.bytes / KB, "kB", 130, `${full.requests} requests; largest ${largest} ${bytes} B`),
    figure("first_visit_nojs_kb", plain.bytes / KB, "kB", 40, `${plain.requests} requests, JavaScript off`),
    figure("first_visit_font_kb", full.fontBytes / KB, "kB", 72, "fonts of the same visit"),
    figure(
      "foreign_host_requests",
      full.foreignRequests.length,
      "count",
      0,
      full.foreignRequests[0] ?? "all from this host",
    ),
  ];
}
