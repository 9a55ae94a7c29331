import type { AnswerValue } from "~/domain/assessment/answer-value";
import { type Grade, gradePaper } from "~/domain/assessment/grading";
import { latestAnswers } from "~/domain/assessment/latest-answers";
import { type AttemptTimes, attemptState, type EndedBy, endBySubmit } from "~/domain/assessment/timing";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import { CHANGE_OF_JOB, isDuplicate, type Rows, recordChange, recordSteps } from "~/models/database.server";
import { Prisma } from "~/models/generated/client";
import { openItemMarking } from "~/models/marking/open-marking.server";
import { earnIfItCounts } from "./earn-if-it-counts.server";
import { type FoundAttempt, findAttempt } from "./find-attempt.server";
import { attemptChanged } from "./live-attempt.server";
import { savedAnswers, savedResponses } from "./saved-answers.server";

/** Thrown inside the transaction, so that nothing of it stays: what was read before it no longer holds. */
class Overtaken extends Error {}

const MOST_TRIES = 5;

/**
 * Ends an attempt: grades what is saved, records the one result of its round and what a pass earns, all in one change, effective on
 * the day of the end. Of parallel calls one writes; the others find that it is done. "submit": its learner hands it in;
 * "deadline": the clock ended it, where it still has: an extension recorded in between wins. A void attempt is left alone.
 */
export async function recordEnd(
  found: FoundAttempt,
  how: EndedBy,
  now: Instant,
  actorId: number | null,
): Promise<void> {
  let attempt: FoundAttempt | null = found;
  for (let tries = 0; attempt && tries < MOST_TRIES; tries += 1) {
    const end = endOf(attempt, how, now);
    if (!end) return;
    try {
      await write(attempt, end, now, actorId);
      attemptChanged(attempt.id);
      return;
    } catch (error) {
      if (!(error instanceof Overtaken) && !isDuplicate(error)) throw error;
      attempt = await findAttempt(attempt.id);
    }
  }
}

function endOf(attempt: FoundAttempt, how: EndedBy, now: Instant): End | null {
  if (attempt.void || attempt.end) return null;
  const state = attemptState(attempt, now);
  if (state.phase === "ended") return { at: state.endedAt, by: state.endedBy };
  return how === "submit" ? endBySubmit(attempt, now) : null;
}

type End = NonNullable<AttemptTimes["end"]>;

async function write(attempt: FoundAttempt, end: End, now: Instant, actorId: number | null): Promise<void> {
  const act = { kind: "attempt-ended" as const, at: now, actorId, effective: civilDateOf(end.at) };
  if (await writePlainEnd(act, attempt, end)) return;
  await recordChange(act, async (rows, changeId) => {
    // The write lock is held from here on: no save and no act on the attempt can slip in between what is graded and the result.
    if (!(await standsAsRead(rows, attempt))) throw new Overtaken();
    const answers = await savedAnswers(rows, attempt.id);
    await writeEnd(rows, changeId, attempt, end, answers, attempt.round);
  });
}

/**
 * An end that earns nothing and opens no marking is one row, and goes by the quick lane. The row is refused where anything was saved
 * or done since what it grades was read. False: it is no such end.
 */
async function writePlainEnd(
  act: { kind: "attempt-ended"; at: Instant; actorId: number | null; effective: string },
  { id, paper, deadlineAt, round }: FoundAttempt,
  end: End,
): Promise<boolean> {
  const saved = await savedResponses(null, id);
  const { marks, score, max, passed, pending } = gradePaper(paper, latestAnswers(saved));
  if (passed || pending) return false;
  const newest = saved.at(-1)?.id ?? 0;
  const result = Prisma.sql`
    INSERT INTO attempt_result (attempt_id, round, ordinal, kind, ended_at, ended_by, score, max_score, passed, pending, marks,
      recorded_change)
    SELECT CASE WHEN s.result_id IS NULL AND s.void = 0 AND s.deadline_at = ${deadlineAt} AND s.round = ${round}
        AND COALESCE((SELECT MAX(r.id) FROM response r WHERE r.attempt_id = ${id}), 0) = ${newest} THEN s.attempt_id END,
      ${round}, 0, 'ended', ${end.at}, ${end.by}, ${score}, ${max}, ${false}, ${false}, ${JSON.stringify(marks)},
      ${CHANGE_OF_JOB}
    FROM attempt_standing s WHERE s.attempt_id = ${id}`;
  try {
    await recordSteps(act, [result]);
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === "SQLITE_CONSTRAINT_NOTNULL") throw new Overtaken();
    throw error;
  }
}

async function standsAsRead(
  rows: Rows,
  { id, deadlineAt, round }: Pick<FoundAttempt, "id" | "deadlineAt" | "round">,
): Promise<boolean> {
  const [standing] = await rows.$queryRaw<
    { deadline_at: string; round: bigint; void: bigint; result_id: bigint | null }[]
  >`
    SELECT deadline_at, round, void, result_id FROM attempt_standing WHERE attempt_id = ${id}`;
  return (
    standing !== undefined &&
    standing.result_id === null &&
    Number(standing.void) === 0 &&
    standing.deadline_at === deadlineAt &&
    Number(standing.round) === round
  );
}

/**
 * The first result of a round, inside the change that records it: the grade, what waits for markers, and what a pass earns where the
 * attempt counts.
 */
export async function writeEnd(
  rows: Rows,
  changeId: number,
  attempt: Pick<FoundAttempt, "id" | "personId" | "course" | "paper">,
  end: End,
  answers: ReadonlyMap<number, { value: AnswerValue }>,
  round = 0,
): Promise<Grade> {
  const grade = gradePaper(attempt.paper, answers);
  const { marks, score, max, passed, pending } = grade;
  await rows.$executeRaw`
    INSERT INTO attempt_result (attempt_id, round, ordinal, kind, ended_at, ended_by, score, max_score, passed, pending, marks,
      recorded_change)
    VALUES (${attempt.id}, ${round}, 0, 'ended', ${end.at}, ${end.by}, ${score}, ${max}, ${passed}, ${pending},
      ${JSON.stringify(marks)}, ${changeId})`;
  if (pending) {
    await openItemMarking(rows, changeId, {
      attemptId: attempt.id,
      round,
      personId: attempt.personId,
      courseId: attempt.course.courseId,
      endedAt: end.at,
      items: marks.flatMap(({ item, question, pending }) =>
        pending && question !== undefined ? [{ item, questionVersionId: question }] : [],
      ),
    });
  }
  if (passed) await earnIfItCounts(rows, changeId, attempt.id);
  return grade;
}
