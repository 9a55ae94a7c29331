import { MarkCollector } from "~/domain/statistics/collected-marks";
import type { ReportFilter } from "~/domain/statistics/report-filter";
import { type SimilarPair, similarPapers } from "~/domain/statistics/similar-papers";
import { attemptsOfReport, knownQuestions, marksOfAttempts } from "./exam-attempts.server";

/** A pair by the ids of its attempts: who they are is looked up for whoever may see it. */
export interface SimilarAttempts extends Omit<SimilarPair, "a" | "b"> {
  attempts: [number, number];
}

export interface SimilarityReport {
  attempts: number;
  compared: number;
  tooCommon: number;
  pairs: SimilarAttempts[];
}

/** Looks for attempts whose wrong answers agree beyond chance. For a process of its own, or for few attempts. */
export async function computeSimilarity({
  courseSlug,
  filter,
}: {
  courseSlug: string;
  filter: ReportFilter;
}): Promise<SimilarityReport> {
  const { attempts } = await attemptsOfReport(courseSlug, filter, "all");
  const known = await knownQuestions();
  const collector = new MarkCollector((version) => known.get(version) ?? null);
  for await (const marks of marksOfAttempts(attempts)) collector.add(marks);
  const writing = attempts.map(({ person, startedAt, endedAt, sitting }) => ({
    person,
    startedAt: Date.parse(startedAt),
    endedAt: Date.parse(endedAt),
    together: sitting,
  }));
  const { pairs, compared, tooCommon } = similarPapers(collector.done(), writing);
  return {
    attempts: attempts.length,
    compared,
    tooCommon,
    pairs: pairs.map(({ a, b, ...pair }) => ({ ...pair, attempts: [attempts[a]?.id ?? 0, attempts[b]?.id ?? 0] })),
  };
}
