import type { Instant } from "~/domain/time/civil-date";
import {
  countAttempts,
  type ExamReportKind,
  type KeptReport,
  keptReport,
  makeReport,
  type ReportOrder,
  stateOfResults,
} from "~/models/statistics/exam-report.server";
import { startExamReport } from "./start-exam-report.server";

/** In a busy house some result is always newer: what was counted this long ago is still shown as it is. */
const GOOD_FOR_MS = 60_000;
/** As many are worked through before anyone else notices. */
const AT_ONCE = 150;

export interface AskedReport<K extends ExamReportKind> {
  /** the newest that there is; null: none yet */
  kept: KeptReport<K> | null;
  /** `working`: a newer one is being computed; `failed`: it could not be */
  state: "current" | "working" | "failed";
}

/** A report of a course's exam: the one that is kept while nothing changed, else a new one, which may take a moment. */
export async function askReport<K extends ExamReportKind>(order: ReportOrder<K>, at: Instant): Promise<AskedReport<K>> {
  const [kept, state] = await Promise.all([keptReport(order), stateOfResults()]);
  const young = kept !== null && Math.abs(Date.parse(at) - Date.parse(kept.at)) < GOOD_FOR_MS;
  if (kept && (kept.state === state || young)) return { kept, state: "current" };
  if ((await countAttempts(order.courseSlug)) <= AT_ONCE)
    return { kept: await makeReport(order, at), state: "current" };
  const going = await startExamReport(order, at);
  const now = await keptReport(order);
  if (!going) return { kept: now, state: "failed" };
  return { kept: now, state: now && now.at >= at ? "current" : "working" };
}
