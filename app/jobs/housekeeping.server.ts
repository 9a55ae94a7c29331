import { now } from "~/config/clock.server";
import { endExpiredSessions } from "~/models/access/sessions.server";
import { endOverdueAttempts } from "~/models/assessment/end-overdue.server";
import { forgetAttemptLog } from "~/models/assessment/forget-attempt-log.server";

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

/** Runs it once a minute until the process ends; a failure is logged and tried again a minute later. */
export function keepHouse(): void {
  setInterval(() => {
    housekeeping().catch((error: unknown) => console.error("housekeeping:", error));
  }, EVERY_MS).unref();
}
