import { type NoAttemptReason, nextAttempt } from "~/domain/assessment/attempt-policy";
import { drawQuestions } from "~/domain/assessment/blueprint";
import { makePaper, type Paper } from "~/domain/assessment/paper";
import { deadlineOf } from "~/domain/assessment/timing";
import type { CourseVersion } from "~/domain/course/course-version";
import { mayLearn } from "~/domain/permissions/may-learn";
import type { Viewer } from "~/domain/permissions/viewer";
import type { Instant } from "~/domain/time/civil-date";
import { questionsOfVersion } from "~/models/course/course-versions.server";
import { isDuplicate, recordChange } from "~/models/database.server";
import { newPublicId } from "~/models/public-id.server";
import { attemptRule, type ExamEnrolment, examEnrolment } from "./exam-enrolment.server";
import { asPast, pastAttempts } from "./past-attempts.server";
import { unpredictable } from "./random.server";

export type StartRefusal =
  | { code: "lessons-open"; left: number }
  /** the course's bank cannot fill the blueprint; the checker lets no such course in */
  | { code: "bank-too-small" }
  | Exclude<NoAttemptReason, { code: "attempt-open" }>;

export type StartedAttempt =
  /** `resumed`: it was open already */
  { ok: true; publicId: string; resumed: boolean } | { ok: false; refusal: StartRefusal };

/**
 * Starts the viewer's next attempt at a course's exam, or finds the open one: starting twice, at once or again, gives one
 * attempt. Asks for all lessons of the enrolment's course version first. Null: not enrolled, no such course, or no longer serving.
 */
export async function startAttempt(viewer: Viewer, courseSlug: string, now: Instant): Promise<StartedAttempt | null> {
  const enrolment = await examEnrolment(viewer.personId, courseSlug);
  if (!enrolment || !mayLearn(viewer, { assigned: false, begun: true })) return null;
  const first = await openOrNumber(viewer, enrolment, now);
  if ("answer" in first) return first.answer;
  const paper = await drawPaper(enrolment.course);
  if (!paper) return { ok: false, refusal: { code: "bank-too-small" } };
  try {
    return { ok: true, publicId: await insert(viewer, enrolment, first.number, paper, now), resumed: false };
  } catch (error) {
    // A parallel start took the number (person, course version, number is unique): its attempt is the one.
    if (!isDuplicate(error)) throw error;
    const second = await openOrNumber(viewer, enrolment, now);
    if ("answer" in second) return second.answer;
    throw error;
  }
}

async function openOrNumber(
  viewer: Viewer,
  { course, lessonsLeft }: ExamEnrolment,
  now: Instant,
): Promise<{ answer: StartedAttempt } | { number: number }> {
  const past = await pastAttempts(viewer.personId, course.id, now);
  const open = past.find(({ result }) => result === null);
  if (open) return { answer: { ok: true, publicId: open.publicId, resumed: true } };
  if (lessonsLeft > 0) return { answer: { ok: false, refusal: { code: "lessons-open", left: lessonsLeft } } };
  const next = nextAttempt(await attemptRule(viewer.personId, course, now), past.map(asPast), now);
  if (next.may) return { number: next.number };
  if (next.reason.code === "attempt-open") throw new Error("an attempt without a result is open");
  return { answer: { ok: false, refusal: next.reason } };
}

async function drawPaper({ id, exam }: CourseVersion): Promise<Paper | null> {
  const bank = await questionsOfVersion(id);
  const { questions, bankShortfall } = drawQuestions(bank, exam.sections, unpredictable);
  return bankShortfall.length > 0 ? null : makePaper(exam, questions, unpredictable);
}

function insert(
  viewer: Viewer,
  { enrolmentId, course }: ExamEnrolment,
  number: number,
  paper: Paper,
  now: Instant,
): Promise<string> {
  const publicId = newPublicId();
  return recordChange({ kind: "attempt-started", at: now, actorId: viewer.accountId }, async (rows, changeId) => {
    await rows.attempt.create({
      data: {
        public_id: publicId,
        person_id: viewer.personId,
        enrolment_id: enrolmentId,
        course_version_id: course.id,
        number,
        started_at: now,
        deadline_at: deadlineOf(now, paper.minutes),
        paper: JSON.stringify(paper),
        recorded_change: changeId,
      },
      select: { id: true },
    });
    return publicId;
  });
}
