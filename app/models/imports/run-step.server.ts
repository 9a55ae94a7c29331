import type { ProgressStep } from "~/domain/imports/state";
import { TableRefused } from "~/domain/imports/table";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import { loadViewer } from "../access/viewers.server";
import { type Agreement, carryOutImport } from "./carry-out-import.server";
import { tellProgress } from "./import-progress.server";
import { loadImport } from "./import-run.server";
import { readImport } from "./read-import.server";
import { tryImport } from "./try-import.server";

export const IMPORT_STEPS = ["read", "try", "carry-out"] as const;
export type ImportStep = (typeof IMPORT_STEPS)[number];

export interface StepOrder extends Agreement {
  run: string;
  step: ImportStep;
  /** account of whoever asked for it */
  by: number;
  /** the instant now; asked again whenever something is told */
  clock: () => Instant;
}

const FIRST: Record<ImportStep, ProgressStep> = { read: "reading", try: "comparing", "carry-out": "comparing" };
/** While it works it says so, well before it would be taken for dead. */
const SAY_EVERY_MS = 1_000;

/** Does one step of an import that was claimed for this process, and says how far it is. What stops it is told, not thrown. */
export async function runStep({ run: publicId, step, by, clock, ...agreement }: StepOrder): Promise<void> {
  const at = clock();
  const run = await loadImport(publicId, at);
  const viewer = await loadViewer(by, civilDateOf(at), false);
  if (!run || !viewer) throw new Error(`no import ${publicId}, or nobody who asks for it`);
  let now = { step: FIRST[step], done: 0, total: 0 };
  let telling: Promise<void> = Promise.resolve();
  const tell = () => {
    telling = telling.then(() => tellProgress(run.id, { ...now, at: clock() })).catch(() => undefined);
  };
  tell();
  const timer = setInterval(tell, SAY_EVERY_MS);
  const onStep = (name: ProgressStep) => (done: number, total: number) => {
    const next = name !== now.step;
    now = { step: name, done, total };
    if (next) tell();
  };
  try {
    if (step === "read") await readImport(run);
    else if (step === "try") await tryImport(run, viewer, at, onStep("comparing"));
    else await carryOutImport(run, viewer, agreement, at, (name, done, total) => onStep(name)(done, total));
    clearInterval(timer);
    await telling;
    await tellProgress(run.id, { step: "done", at: clock() });
  } catch (error) {
    clearInterval(timer);
    await telling;
    const refused = error instanceof TableRefused ? { code: error.code, params: error.params } : null;
    if (!refused) console.error(`import ${publicId}:`, error);
    await tellProgress(run.id, { step: "failed", message: refused && JSON.stringify(refused), at: clock() });
  }
}
