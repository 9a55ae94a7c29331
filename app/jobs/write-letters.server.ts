import { spawn } from "node:child_process";
import type { Instant } from "~/domain/time/civil-date";
import { endJobTurn, takeJobTurn } from "~/models/mail/job-turn.server";

const NAME = "letters";
const HOUR_MS = 60 * 60_000;
const MEMORY = ["--max-old-space-size=384", "--max-semi-space-size=8"];

/**
 * Once an hour, in one of the processes that share the database: reminders, the leaders' letters and scheduled reports, written by a
 * process of its own. One that fails is tried again in the next hour; nothing is written twice.
 */
export async function writeLettersInTurn(at: Instant): Promise<void> {
  if (!(await takeJobTurn(NAME, at, HOUR_MS))) return;
  const words = [...MEMORY, "--import", "tsx", "app/commands/write-letters.ts", "--at", at];
  const child = spawn(process.execPath, words, { stdio: ["ignore", "ignore", "inherit"], env: process.env });
  await new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  await endJobTurn(NAME, new Date(Date.parse(at) + HOUR_MS).toISOString());
}
