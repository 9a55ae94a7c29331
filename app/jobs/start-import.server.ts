import { spawn } from "node:child_process";
import type { ProgressStep } from "~/domain/imports/state";
import type { Instant } from "~/domain/time/civil-date";
import type { Agreement } from "~/models/imports/carry-out-import.server";
import { claimImport, tellProgress } from "~/models/imports/import-progress.server";
import type { ImportStep } from "~/models/imports/run-step.server";

export interface ImportOrder extends Partial<Agreement> {
  importId: number;
  run: string;
  step: ImportStep;
  /** account of whoever asks for it */
  by: number;
  at: Instant;
}

const FIRST: Record<ImportStep, ProgressStep> = { read: "reading", try: "comparing", "carry-out": "comparing" };
/** Short files are done before anyone would look at a bar. */
const WORTH_WAITING_MS = 4_000;
/** In megabytes: enough for the longest file that is taken beside 20,000 staff; one that asks for more ends its own process only. */
const MEMORY = ["--max-old-space-size=256", "--max-semi-space-size=4"];

/**
 * Starts one step of an import in a process of its own, which goes on when this one ends. Waits a little for it, as most files are
 * short. False while another process is at the same import.
 */
export async function startImport(order: ImportOrder): Promise<boolean> {
  if (!(await claimImport(order.importId, FIRST[order.step], order.at))) return false;
  const child = spawn(process.execPath, [...MEMORY, "--import", "tsx", ...command(order)], {
    detached: true,
    stdio: ["ignore", "ignore", "inherit"],
    env: process.env,
  });
  child.unref();
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, WORTH_WAITING_MS);
    const end = () => {
      clearTimeout(timer);
      resolve();
    };
    child.once("exit", (code) => {
      // one that died says so no more; whoever looks at it need not wait until it is taken for dead
      if (code !== 0) tellProgress(order.importId, { step: "failed", at: order.at }).catch(() => undefined);
      end();
    });
    child.once("error", end);
  });
  return true;
}

function command({ run, step, by, at, withoutRefused, named }: ImportOrder): string[] {
  const words = ["app/commands/import.ts", "--run", run, "--step", step, "--by", String(by), "--at", at];
  return [...words, ...(withoutRefused ? ["--without-refused"] : []), ...(named ? ["--named"] : [])];
}
