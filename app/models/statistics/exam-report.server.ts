import { createHash, randomBytes } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { dataDirectory } from "~/config/environment.server";
import type { ReportFilter } from "~/domain/statistics/report-filter";
import type { Instant } from "~/domain/time/civil-date";
import { reader } from "../database.server";
import { computeExamStatistics, type ExamStatisticsReport } from "./exam-statistics.server";
import { computeSimilarity, type SimilarityReport } from "./similar-attempts.server";

export const EXAM_REPORTS = ["statistics", "similarity"] as const;
export type ExamReportKind = (typeof EXAM_REPORTS)[number];

interface Reports {
  statistics: ExamStatisticsReport;
  similarity: SimilarityReport;
}
export type ExamReport<K extends ExamReportKind> = Reports[K];

export interface ReportOrder<K extends ExamReportKind = ExamReportKind> {
  kind: K;
  courseSlug: string;
  filter: ReportFilter;
}

/** A report as it was computed once. */
export interface KeptReport<K extends ExamReportKind> {
  /** state of the results that it was made from */
  state: string;
  at: Instant;
  report: ExamReport<K>;
}

/** Changes with the figures' meaning: what an older version kept is computed anew. */
const FORM = 1;

/** Where a report is kept: a projection under DATA_DIR, which can be deleted at any time. */
export function reportFile({ kind, courseSlug, filter }: ReportOrder): string {
  const { version, from, until, sitting, counted } = filter;
  const asked = JSON.stringify([FORM, courseSlug, version, from, until, sitting, counted]);
  const name = createHash("sha256").update(asked).digest("hex").slice(0, 32);
  return path.join(dataDirectory(), "reports", `${kind}-${name}.json`);
}

/** The report that is kept, however old; null where there is none. */
export async function keptReport<K extends ExamReportKind>(order: ReportOrder<K>): Promise<KeptReport<K> | null> {
  try {
    return JSON.parse(await readFile(reportFile(order), "utf8")) as KeptReport<K>;
  } catch {
    return null;
  }
}

/** Computes a report from the results that stand and keeps it. */
export async function makeReport<K extends ExamReportKind>(order: ReportOrder<K>, at: Instant): Promise<KeptReport<K>> {
  const state = await stateOfResults();
  const report = (
    order.kind === "statistics" ? await computeExamStatistics(order) : await computeSimilarity(order)
  ) as ExamReport<K>;
  const kept = { state, at, report };
  const file = reportFile(order);
  await mkdir(path.dirname(file), { recursive: true });
  const unfinished = `${file}.${randomBytes(6).toString("hex")}`;
  await writeFile(unfinished, JSON.stringify(kept));
  await rename(unfinished, file);
  return kept;
}

/** Differs as soon as a result was added, or an attempt voided, reopened or taken over by a merge of people. Costs next to nothing. */
export async function stateOfResults(): Promise<string> {
  const client = await reader();
  const [row] = await client.$queryRaw<Record<string, bigint | null>[]>`
    SELECT (SELECT MAX(id) FROM attempt_result) AS results,
      (SELECT MAX(MAX(recorded_change), COALESCE(MAX(retracted_change), 0)) FROM attempt_void) AS voids,
      (SELECT MAX(MAX(recorded_change), COALESCE(MAX(retracted_change), 0)) FROM attempt_time) AS times,
      (SELECT MAX(MAX(recorded_change), COALESCE(MAX(retracted_change), 0)) FROM person_merge) AS merges`;
  return Object.values(row ?? {})
    .map((value) => Number(value ?? 0))
    .join("-");
}

/** How many attempts a course has: few are computed at once, many in a process of their own. */
export async function countAttempts(courseSlug: string): Promise<number> {
  const client = await reader();
  const [row] = await client.$queryRaw<{ count: bigint }[]>`
    SELECT COUNT(*) AS count FROM course c JOIN course_version v ON v.course_id = c.id
    JOIN attempt a ON a.course_version_id = v.id WHERE c.slug = ${courseSlug}`;
  return Number(row?.count ?? 0);
}
