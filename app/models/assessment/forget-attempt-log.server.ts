import { addMonths, civilDateOf, type Instant, startOfDay } from "~/domain/time/civil-date";
import { writeRows } from "../database.server";
import { settingOn } from "../settings/settings.server";

/** Rows deleted at once: nobody waits for them. */
const AT_ONCE = 500;

/**
 * Deletes what the log of attempts kept longer than the setting allows: what was shown and when, devices and addresses. Answers and
 * results stay.
 * @returns how many rows went; as many as one pass takes, where more are left
 */
export async function forgetAttemptLog(now: Instant): Promise<number> {
  const today = civilDateOf(now);
  const before = startOfDay(addMonths(today, -(await settingOn("attempt-log-months", today))));
  return writeRows(async (rows) => {
    // ids grow with time, so the oldest are found without reading the rest
    const logs = await rows.$executeRaw`
      DELETE FROM attempt_log WHERE id IN (SELECT id FROM attempt_log ORDER BY id LIMIT ${AT_ONCE}) AND at < ${before}`;
    const sources = await rows.$executeRaw`
      DELETE FROM attempt_source WHERE id IN (SELECT id FROM attempt_source ORDER BY id LIMIT ${AT_ONCE}) AND at < ${before}`;
    return logs + sources;
  });
}
