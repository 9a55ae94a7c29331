import { spawn } from "node:child_process";
import { mkdir, open, rm, stat } from "node:fs/promises";
import path from "node:path";
import type { Instant } from "~/domain/time/civil-date";
import { type ReportOrder, reportFile } from "~/models/statistics/exam-report.server";

/** Most are done before anyone would look at a bar. */
const WORTH_WAITING_MS = 3_500;
/** A report takes seconds: a process that says it is at it for longer has died. */
const DEAD_AFTER_MS = 90_000;
/** In megabytes; one that asks for more ends its own process only. */
const MEMORY = ["--max-old-space-size=512", "--max-semi-space-size=32"];
/** A report that could not be made is not asked for again at once. */
const REST_MS = 30_000;

const failed = new Map<string, number>();

/**
 * Has a report computed in a process of its own, one at a time for the same report, and waits a little for it. False: the last
 * try failed just now.
 */
export async function startExamReport(order: ReportOrder, at: Instant): Promise<boolean> {
  const file = reportFile(order);
  if ((failed.get(file) ?? 0) > Date.now() - REST_MS) return false;
  if (!(await claim(`${file}.working`))) return true;
  const child = spawn(process.execPath, reportCommand(order, at), {
    stdio: ["ignore", "ignore", "inherit"],
    env: process.env,
  });
  child.unref();
  return new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(true), WORTH_WAITING_MS);
    const end = (well: boolean) => {
      clearTimeout(timer);
      if (well) failed.delete(file);
      else failed.set(file, Date.now());
      rm(`${file}.working`, { force: true }).finally(() => resolve(well));
    };
    child.once("exit", (code) => end(code === 0));
    child.once("error", () => end(false));
  });
}

/** The words after `node` that compute a report. */
export function reportCommand({ kind, courseSlug, filter }: ReportOrder, at: Instant): string[] {
  const words = ["--kind", kind, "--course", courseSlug, "--filter", JSON.stringify(filter), "--at", at];
  return [...MEMORY, "--import", "tsx", "app/commands/exam-report.ts", ...words];
}

async function claim(file: string): Promise<boolean> {
  await mkdir(path.dirname(file), { recursive: true });
  const taken = await stat(file).catch(() => null);
  if (taken && taken.mtimeMs < Date.now() - DEAD_AFTER_MS) await rm(file, { force: true });
  try {
    await (await open(file, "wx")).close();
    return true;
  } catch {
    return false;
  }
}
