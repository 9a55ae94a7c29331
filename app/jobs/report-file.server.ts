import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rm, stat } from "node:fs/promises";
import path from "node:path";
import { dataDirectory } from "~/config/environment.server";
import type { Viewer } from "~/domain/permissions/viewer";
import { isLargeReach } from "~/models/exports/is-large-reach.server";
import { type FileRequest, makeReportFile } from "./make-report-file.server";

/** In megabytes; one that asks for more ends its own process only. */
const MEMORY = ["--max-old-space-size=224", "--max-semi-space-size=8"];
/** A file takes seconds: what has lain longer was left behind. */
const LEFT_BEHIND_MS = 60 * 60_000;

export interface MadeFile {
  /** to be deleted by whoever has read it */
  path: string;
  count: number;
}

let lastProcess: Promise<unknown> = Promise.resolve();

/**
 * Makes a report's file under DATA_DIR. Of a large reach, and for paper, it is made in a process of its own, one after the other, so that the site
 * answers meanwhile. Null as in `makeReportFile`.
 */
export async function reportFile(viewer: Viewer, request: FileRequest): Promise<MadeFile | null> {
  const to = await newPlace(request.format);
  try {
    // a paper takes its faces apart first, which would keep others waiting
    const large = request.format === "pdf" || (await isLargeReach(viewer, "export-people", request.order.query.today));
    const made = large
      ? await inItsTurn(() => makeApart(viewer, request, to))
      : await makeReportFile(viewer, request, to);
    return made && { path: to, count: made.count };
  } catch (error) {
    await rm(to, { force: true });
    throw error;
  }
}

function inItsTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = lastProcess.then(work);
  lastProcess = mine.catch(() => undefined);
  return mine;
}

/** The words after `node` that make a file. */
export function fileCommand(viewer: Viewer, request: FileRequest, to: string): string[] {
  const words = ["--account", String(viewer.accountId), "--request", JSON.stringify(request), "--to", to];
  return [...MEMORY, "--import", "tsx", "app/commands/report-file.ts", ...words];
}

async function makeApart(viewer: Viewer, request: FileRequest, to: string): Promise<{ count: number } | null> {
  const child = spawn(process.execPath, fileCommand(viewer, request, to), {
    stdio: ["ignore", "ignore", "inherit"],
    env: process.env,
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("exit", resolve);
    child.once("error", reject);
  });
  if (code !== 0) throw new Error(`The process that makes a report ended with ${code}.`);
  const outcome = `${to}.json`;
  const made = JSON.parse(await readFile(outcome, "utf8")) as { count: number } | null;
  await rm(outcome, { force: true });
  return made;
}

/** A place for a new file; what others left behind is cleared away. */
export async function newPlace(format: string): Promise<string> {
  const room = path.join(dataDirectory(), "reports", "files");
  await mkdir(room, { recursive: true });
  for (const name of await readdir(room)) {
    const old = await stat(path.join(room, name)).catch(() => null);
    if (old && old.mtimeMs < Date.now() - LEFT_BEHIND_MS) await rm(path.join(room, name), { force: true });
  }
  return path.join(room, `${randomBytes(12).toString("hex")}.${format}`);
}
