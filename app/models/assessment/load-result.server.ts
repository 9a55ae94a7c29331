import { type NextAttempt, nextAttempt } from "~/domain/assessment/attempt-policy";
import { type ItemMark, shownPercent, type Tally, talliesByCompetency } from "~/domain/assessment/grading";
import { isExamClosed, type ReviewPhase, reviewPhase } from "~/domain/assessment/review";
import { type ReviewedItem, reviewedItems } from "~/domain/assessment/reviewed-items";
import { type EndedBy, windowOf } from "~/domain/assessment/timing";
import type { Viewer } from "~/domain/permissions/viewer";
import type { Bilingual } from "~/domain/text/bilingual";
import type { Instant } from "~/domain/time/civil-date";
import { readRows } from "~/models/database.server";
import { Prisma } from "~/models/generated/client";
import { attemptRule } from "./exam-enrolment.server";
import { type FoundAttempt, findAttemptOf } from "./find-attempt.server";
import { asPast, pastAttempts } from "./past-attempts.server";
import { savedAnswers } from "./saved-answers.server";

/** The result of an attempt, as far as the review rule of its paper opens it to its learner at this moment. */
export interface AttemptResult {
  phase: "ended";
  publicId: string;
  courseSlug: string;
  courseVersionId: number;
  number: number;
  title: Bilingual;
  startedAt: Instant;
  endedAt: Instant;
  endedBy: EndedBy;
  score: number;
  maxScore: number;
  /** whole, rounded down */
  percent: number;
  passPercent: number;
  passed: boolean;
  /** items wait for a marker: score and pass are not final */
  pending: boolean;
  /** why it counts for nothing; null: it counts */
  void: { reason: string } | null;
  /** answers that came after the end and wait for an exam officer */
  late: number;
  tallies: Tally[];
  review: ReviewPhase;
  /** empty where the review rule opens nothing yet */
  items: ReviewedItem[];
  /** whether another attempt is open to the learner */
  next: NextAttempt;
}

/** `open`: it has no result yet (running, or in the seconds after the deadline); go to the attempt itself. */
export type LoadedResult = AttemptResult | { phase: "open"; publicId: string; courseSlug: string };

/** The result of the viewer's own attempt; null for an unknown one and for somebody else's. */
export async function loadResult(viewer: Viewer, publicId: string, now: Instant): Promise<LoadedResult | null> {
  const attempt = await findAttemptOf(viewer.personId, publicId);
  if (!attempt) return null;
  const past = await pastAttempts(attempt.personId, attempt.course.id, now);
  // Reading the history records what the clock has ended: this attempt too, if nobody has looked since.
  const ended = attempt.result ? attempt : await findAttemptOf(viewer.personId, publicId);
  if (!ended?.end || !ended.result) return { phase: "open", publicId, courseSlug: attempt.course.slug };
  const passed = past.some(({ result }) => result?.passed);
  const { closesAt, late } = await standingBy(ended);
  const closed = isExamClosed({ closesAt: closesAt ?? windowOf(ended.course.exam).closesAt, passed }, now);
  const review = reviewPhase(ended.paper.review, { endedAt: ended.end.at, passed, closed }, now);
  const { score, maxScore } = ended.result;
  const marks = JSON.parse(ended.result.marks) as ItemMark[];
  return {
    phase: "ended",
    publicId,
    courseSlug: ended.course.slug,
    courseVersionId: ended.course.id,
    number: ended.number,
    title: ended.paper.title,
    startedAt: ended.startedAt,
    endedAt: ended.end.at,
    endedBy: ended.end.by,
    score,
    maxScore,
    percent: shownPercent(score, maxScore),
    passPercent: ended.paper.passPercent,
    passed: ended.result.passed,
    pending: ended.result.pending,
    void: ended.void,
    late,
    tallies: talliesByCompetency(ended.paper, marks),
    review,
    items: await itemsToShow(ended, marks, review),
    next: nextAttempt(await attemptRule(viewer.personId, ended.course, now), past.map(asPast), now),
  };
}

async function itemsToShow(
  { id, paper }: FoundAttempt,
  marks: ItemMark[],
  review: ReviewPhase,
): Promise<ReviewedItem[]> {
  const answers = review.ownAnswers ? await savedAnswers(null, id) : new Map();
  return reviewedItems(paper, answers, marks, review);
}

/** When the exam day closes in which it was sat (null: in none), and how many answers came too late and are undecided. */
async function standingBy({ id, sittingId }: FoundAttempt): Promise<{ closesAt: Instant | null; late: number }> {
  const [row] = await readRows<{ closes_at: string | null; late: number; decided: number }>(Prisma.sql`
    SELECT (SELECT p.closes_at FROM sitting_plan p WHERE p.sitting_id = ${sittingId} AND p.retracted_change IS NULL) AS closes_at,
      (SELECT COUNT(DISTINCT l.item) FROM late_response l WHERE l.attempt_id = ${id}) AS late,
      (SELECT COUNT(*) FROM attempt_result r WHERE r.attempt_id = ${id} AND r.kind = 'late-answers') AS decided`);
  return { closesAt: row?.closes_at ?? null, late: row && row.decided === 0 ? row.late : 0 };
}
