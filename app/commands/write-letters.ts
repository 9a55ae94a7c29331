import { parseArgs } from "node:util";
import { z } from "zod";
import { forgetOldLetters } from "~/jobs/forget-letters.server";
import { sendDueSchedules } from "~/jobs/send-schedules.server";
import { disconnect } from "~/models/database.server";
import { writeLeaderDigests } from "~/models/reminders/leader-digest.server";
import { remindEveryone } from "~/models/reminders/remind.server";

/** Writes what is due by mail and on people's pages, and forgets what old letters said, in a process of its own, so that the site answers meanwhile. The server starts it. */
const { at } = z.object({ at: z.iso.datetime() }).parse(parseArgs({ options: { at: { type: "string" } } }).values);
try {
  const reminders = await remindEveryone(at);
  const digests = await writeLeaderDigests(at);
  const reports = await sendDueSchedules(at);
  const forgotten = await forgetOldLetters(at);
  console.log(JSON.stringify({ reminders, digests, reports, forgotten }));
} finally {
  await disconnect();
}
