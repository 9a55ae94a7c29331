import { drainDrafts } from "./drafts/drain-drafts";
import { drainWaiting } from "./exam/drain-waiting";

/** Sends what waits on this device of who is signed in: answers of exams, drafts of tasks and marks. @returns how many still wait */
export async function sendWaiting(): Promise<number> {
  const [answers, drafts] = await Promise.all([drainWaiting(), drainDrafts()]);
  return answers + drafts;
}
