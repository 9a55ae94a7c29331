import { fork } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { compareAnswers } from "./exam-compare";
import { type BenchExam, peopleTheExams } from "./exam-house";
import type { Orders, Report, Taker } from "./exam-takers";
import { type Figure, percentile } from "./figure";
import { prepareHouse } from "./prepared-house";
import { startServer } from "./running-server";

const PARTS = ["attempts", "day", "steady", "statistics"] as const;

const ATTEMPTS: BenchExam = { slug: "bench-attempts", items: 20, perPage: 5 };
const DAY: BenchExam = { slug: "bench-day", items: 16, perPage: 2 };
const STEADY: BenchExam = { slug: "bench-steady", items: 16, perPage: 2 };
/** takers at a time, and people who wait for their turn */
const AT_ONCE = 200;
const PEOPLE = 3_000;
const STARTS_WITHIN_S = 10;
const DAY_S = 360;
const STEADY_S = 60;
const ATTEMPTS_S = 60;
const SAVES_A_SECOND = 500;
const STEADY_TAKERS = 500;

/**
 * Exams under load: `npm run bench -- exam`. `--part attempts --part steady` measures some; `--people`, `--seconds` make a part
 * smaller for a quick look: then its figures are no verdict.
 */
export async function measureExam(): Promise<Figure[]> {
  const { values } = parseArgs({
    options: {
      part: { type: "string", multiple: true },
      seconds: { type: "string" },
      people: { type: "string" },
      live: { type: "boolean", default: true },
    },
    allowNegative: true,
    allowPositionals: true,
  });
  const parts = PARTS.filter((part) => values.part === undefined || values.part.includes(part));
  const people = Number(values.people ?? PEOPLE);
  const seconds = values.seconds === undefined ? undefined : Number(values.seconds);
  await prepareHouse("0");
  const file = path.join(process.env.DATA_DIR ?? "", "cau-noi.db");
  const figures: Figure[] = [];
  if (parts.some((part) => part !== "statistics")) {
    const takers = await signedIn(peopleTheExams(file, [ATTEMPTS, DAY, STEADY], people));
    const bench = { file, takers, seconds, live: values.live };
    if (parts.includes("attempts")) figures.push(...(await attempts(bench)));
    if (parts.includes("day")) figures.push(...(await day(bench)));
    if (parts.includes("steady")) figures.push(...(await steady(bench)));
  }
  if (parts.includes("statistics")) {
    const { measureStatistics } = await import("./exam-statistics");
    figures.push(...(await measureStatistics()));
    await (await import("~/models/database.server")).disconnect();
  }
  return figures;
}

interface Bench {
  file: string;
  takers: Taker[];
  seconds: number | undefined;
  live: boolean;
}

async function signedIn(sessions: readonly string[]): Promise<Taker[]> {
  const { lucia } = await import("~/http/lucia.server");
  const { disconnect } = await import("~/models/database.server");
  await disconnect();
  return sessions.map((session) => {
    const { name, value } = lucia.createSessionCookie(session);
    return { cookie: `${name}=${value}` };
  });
}

/** A server of its own for each part, and the load from another process: nobody measures themselves. */
async function load(orders: Omit<Orders, "origin">): Promise<Report & { cpu: string }> {
  const profile = process.env.BENCH_PROFILE;
  const server = await startServer(profile ? ["--cpu-prof", `--cpu-prof-dir=${profile}`] : []);
  const child = fork(new URL("./exam-takers.ts", import.meta.url), { execArgv: ["--import", "tsx"] });
  let before = 0;
  try {
    const report = await new Promise<Report>((resolve, reject) => {
      child.on("message", (message: Report | "warm") => {
        if (message === "warm") before = processorSeconds(server.process.pid);
        else resolve(message);
      });
      child.on("exit", (code) => code !== 0 && reject(new Error(`the load ended with ${code}`)));
      child.send({ ...orders, origin: server.origin });
    });
    for (const line of report.unexpected) console.error(`unexpected answer: ${line}`);
    const requests = Object.values(report.times).flat().length;
    const used = processorSeconds(server.process.pid) - before;
    return { ...report, cpu: `${((used * 1000) / requests).toFixed(2)} ms of the server's processors a request` };
  } finally {
    await server.stop();
  }
}

/** Seconds of processor time that a process has used so far, where the system tells. */
function processorSeconds(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return Number.NaN;
  }
}

function figure(
  name: string,
  value: number,
  unit: Figure["unit"],
  n: number,
  bound: Partial<Pick<Figure, "budget" | "least">>,
  note: string,
): Figure {
  return { suite: "exam", figure: name, value, unit, n, note, budget: null, ...bound };
}

const sorted = (times: readonly number[]) => [...times].sort((a, b) => a - b);

function byStep({ times }: Report): string {
  return Object.entries(times)
    .map(([step, all]) => {
      const list = sorted(all);
      return `${step} ${percentile(list, 0.5).toFixed(0)}/${percentile(list, 0.95).toFixed(0)}`;
    })
    .join(", ");
}

async function attempts({ file, takers, seconds }: Bench): Promise<Figure[]> {
  const report = await load({
    part: "attempts",
    slug: ATTEMPTS.slug,
    takers,
    pages: ATTEMPTS.items / ATTEMPTS.perPage,
    perPage: ATTEMPTS.perPage,
    atOnce: AT_ONCE,
    seconds: seconds ?? ATTEMPTS_S,
    pace: 0,
    live: false,
  });
  const steps = Object.values(report.times).flat();
  const { lost, duplicated, attemptsWrong, compared } = compareAnswers(file, report.given, true);
  const perSecond = report.attempts / report.seconds;
  const note = `${AT_ONCE} takers; p50/p95 in ms: ${byStep(report)}; ${report.cpu}`;
  return [
    figure("attempts_per_s", perSecond, "1/s", report.attempts, { least: 30 }, note),
    figure("step_p95_ms", percentile(sorted(steps), 0.95), "ms", steps.length, { budget: 1000 }, "all 14 steps"),
    figure(
      "attempts_wrong",
      attemptsWrong + lost + duplicated,
      "count",
      compared,
      { budget: 0 },
      "answers and results compared",
    ),
    figure("attempts_http_5xx", report.serverErrors, "count", steps.length, { budget: 0 }, ""),
  ];
}

async function day({ file, takers, seconds, live }: Bench): Promise<Figure[]> {
  const report = await load({
    part: "day",
    slug: DAY.slug,
    takers,
    pages: DAY.items / DAY.perPage,
    perPage: DAY.perPage,
    atOnce: 0,
    seconds: seconds ?? DAY_S,
    pace: STARTS_WITHIN_S,
    live,
  });
  const { start = [], save = [] } = report.times;
  const { lost, duplicated, attemptsWrong, compared } = compareAnswers(file, report.given, true);
  const note = `${takers.length} people; p50/p95 in ms: ${byStep(report)}; ${report.cpu}`;
  return [
    figure("answers_lost", lost, "count", compared, { budget: 0 }, "every answer given is held against the database"),
    figure("answers_duplicated", duplicated, "count", compared, { budget: 0 }, "some were sent twice on purpose"),
    figure("attempts_not_one", attemptsWrong, "count", takers.length, { budget: 0 }, "one attempt and one result each"),
    figure("http_5xx", report.serverErrors, "count", compared, { budget: 0 }, ""),
    figure("start_p95_ms", percentile(sorted(start), 0.95), "ms", start.length, { budget: 1000 }, note),
    figure(
      "save_p95_ms",
      percentile(sorted(save), 0.95),
      "ms",
      save.length,
      { budget: 250 },
      `longest ${Math.max(...save).toFixed(0)} ms`,
    ),
  ];
}

async function steady({ file, takers, seconds }: Bench): Promise<Figure[]> {
  const report = await load({
    part: "steady",
    slug: STEADY.slug,
    takers: takers.slice(0, STEADY_TAKERS),
    pages: 1,
    perPage: STEADY.perPage,
    atOnce: 0,
    seconds: seconds ?? STEADY_S,
    pace: SAVES_A_SECOND,
    live: false,
  });
  const { save = [] } = report.times;
  const { lost, duplicated } = compareAnswers(file, report.given, false);
  const note = `${SAVES_A_SECOND} a second; p50/p95 in ms: ${byStep(report)}; lost ${lost}, twice ${duplicated}; ${report.cpu}`;
  return [
    figure("steady_save_p99_ms", percentile(sorted(save), 0.99), "ms", save.length, { budget: 300 }, note),
    figure("steady_answers_wrong", lost + duplicated + report.serverErrors, "count", save.length, { budget: 0 }, ""),
  ];
}
