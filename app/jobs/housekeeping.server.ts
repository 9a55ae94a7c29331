import { now } from "~/config/clock.server";
import { endExpiredSessions } from "~/models/access/sessions.server";
import { endOverdueAttempts } from "~/models/assessment/end-overdue.server";
import { forgetAttemptLog } from "~/models/assessment/forget-attempt-log.server";
import { sendOutgoingMail } from "./send-mail.server";
import { writeLettersInTurn } from "./write-letters.server";

const EVERY_MS = 60_000;

/**
 * Records what the clock has ended already: attempts past their deadline, sessions past their end; and deletes what the log of
 * attempts has kept for long enough. No status depends on it; with this switched off every page says the same.
 */
export async function housekeeping(): Promise<void> {
  await endOverdueAttempts(now());
  await endExpiredSessions(new Date().toISOString());
  await forgetAttemptLog(now());
}

/** Letters: those that are due are written once an hour, those whose time has come are sent. No status depends on it either. */
export async function postOffice(): Promise<void> {
  await writeLettersInTurn(now());
  await sendOutgoingMail(now);
}

/** Runs it once a minute until the process ends; a failure is logged and tried again a minute later. */
export function keepHouse(): void {
  setInterval(() => {
    housekeeping().catch((error: unknown) => console.error("housekeeping:", error));
    postOffice().catch((error: unknown) => console.error("post office:", error));
  }, EVERY_MS).unref();
}
