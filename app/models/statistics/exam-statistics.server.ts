import { MarkCollector } from "~/domain/statistics/collected-marks";
import type { LeftOut } from "~/domain/statistics/counted-attempts";
import { type ExamStatistics, examStatistics } from "~/domain/statistics/exam-statistics";
import { median } from "~/domain/statistics/moments";
import type { PageTime } from "~/domain/statistics/page-times";
import type { ReportFilter } from "~/domain/statistics/report-filter";
import { attemptsOfReport, knownQuestions, marksOfAttempts, questionContents } from "./exam-attempts.server";
import { pageTimesOf } from "./page-times.server";

/** The figures of a course's exam as they are kept; no name, and nothing that leads to a person. */
export interface ExamStatisticsReport extends ExamStatistics {
  leftOut: LeftOut;
  passed: number;
  /** from start to end; null: no attempts */
  medianMinutes: number | null;
  pages: PageTime[];
}

/**
 * Computes the figures from the results that stand. It reads every result and keeps this process busy for a second or two where
 * there are tens of thousands: for a process of its own, or for few attempts.
 */
export async function computeExamStatistics({
  courseSlug,
  filter,
}: {
  courseSlug: string;
  filter: ReportFilter;
}): Promise<ExamStatisticsReport> {
  const { attempts, leftOut } = await attemptsOfReport(courseSlug, filter, filter.counted);
  const known = await knownQuestions();
  const collector = new MarkCollector((version) => known.get(version) ?? null);
  for await (const marks of marksOfAttempts(attempts)) collector.add(marks);
  const collected = collector.done();
  const contents = await questionContents(collected.version);
  const statistics = examStatistics(collected, (version) => {
    const content = contents.get(version);
    if (!content) throw new Error(`no question version ${version}`);
    return content;
  });
  const minutes = attempts.map(({ startedAt, endedAt }) => (Date.parse(endedAt) - Date.parse(startedAt)) / 60_000);
  return {
    ...statistics,
    leftOut,
    passed: attempts.filter(({ passed }) => passed).length,
    medianMinutes: minutes.length === 0 ? null : median(minutes),
    pages: await pageTimesOf(attempts),
  };
}
