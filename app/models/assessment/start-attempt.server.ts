import { type NoAttemptReason, nextAttempt } from "~/domain/assessment/attempt-policy";
import { drawQuestions } from "~/domain/assessment/blueprint";
import { type FrozenPaper, makePaper } from "~/domain/assessment/paper";
import { sittingDeadline } from "~/domain/assessment/sitting";
import { deadlineOf } from "~/domain/assessment/timing";
import { mayLearn } from "~/domain/permissions/may-learn";
import type { Viewer } from "~/domain/permissions/viewer";
import type { Instant } from "~/domain/time/civil-date";
import { bankOf } from "~/models/bank/bank-of.server";
import { CHANGE_OF_JOB, isDuplicate, readRows, recordSteps } from "~/models/database.server";
import { Prisma } from "~/models/generated/client";
import { recordsOf } from "~/models/people/records-of.server";
import { newPublicId } from "~/models/public-id.server";
import { type SittingForStart, sittingFor } from "~/models/sittings/sitting-for.server";
import { addSource, addToLog, keptSource, type Source } from "./attempt-source.server";
import { attemptRule, type ExamEnrolment, examEnrolment, extraPercent } from "./exam-enrolment.server";
import { questionKeysOn } from "./paper-of.server";
import { asPast, pastAttempts } from "./past-attempts.server";
import { unpredictable } from "./random.server";

export type StartRefusal =
  | { code: "lessons-open"; left: number }
  /** the course's bank cannot fill the blueprint; the checker lets no such course in */
  | { code: "bank-too-small" }
  /** it can be taken in an exam day only, and none is open to the person; with the next one, where there is one */
  | { code: "sitting-only"; sitting: Pick<SittingForStart, "title" | "place" | "opensAt" | "closesAt" | "mode"> | null }
  /** what the invigilator says is asked for; `wrong`: something else was typed */
  | { code: "room-code"; wrong: boolean }
  | { code: "too-many-tries" }
  | Exclude<NoAttemptReason, { code: "attempt-open" }>;

export type StartedAttempt =
  /** `resumed`: it was open already */
  { ok: true; publicId: string; resumed: boolean } | { ok: false; refusal: StartRefusal };

export interface StartOptions {
  source?: Source | null;
  /** as typed */
  roomCode?: string;
}

/**
 * Starts the viewer's next attempt at a course's exam, or finds the open one: starting twice, at once or again, gives one
 * attempt. Asks for all lessons of the enrolment's course version first. Null: not enrolled, no such course, or no longer serving.
 */
export async function startAttempt(
  viewer: Viewer,
  courseSlug: string,
  now: Instant,
  options: StartOptions = {},
): Promise<StartedAttempt | null> {
  const enrolment = await examEnrolment(viewer.personId, courseSlug);
  if (!enrolment || !mayLearn(viewer, { assigned: false, begun: true })) return null;
  const first = await openOrNumber(viewer, enrolment, now);
  if ("answer" in first) return first.answer;
  const place = await placeToSit(viewer, enrolment, now, options.roomCode ?? "");
  if ("refusal" in place) return { ok: false, refusal: place.refusal };
  const paper = await drawPaper(viewer.personId, enrolment);
  if (!paper) return { ok: false, refusal: { code: "bank-too-small" } };
  const start = {
    viewer,
    enrolment,
    number: first.number,
    paper,
    sitting: place.sitting,
    source: options.source ?? null,
  };
  try {
    return { ok: true, publicId: await insert(start, now), resumed: false };
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
  const open = past.find(({ result, void: isVoid }) => result === null && !isVoid);
  if (open) return { answer: { ok: true, publicId: open.publicId, resumed: true } };
  if (lessonsLeft > 0) return { answer: { ok: false, refusal: { code: "lessons-open", left: lessonsLeft } } };
  const next = nextAttempt(await attemptRule(viewer.personId, course, now), past.map(asPast), now);
  if (next.may) return { number: next.number };
  if (next.reason.code === "attempt-open") throw new Error("an attempt without a result is open");
  return { answer: { ok: false, refusal: next.reason } };
}

/** The exam day in which the attempt takes place; null: in none. */
async function placeToSit(
  viewer: Viewer,
  { course }: ExamEnrolment,
  now: Instant,
  roomCode: string,
): Promise<{ sitting: SittingForStart | null } | { refusal: StartRefusal }> {
  const sitting = await sittingFor(viewer.personId, course.courseId, now);
  if (sitting?.startable !== "open") {
    if (course.exam.sitting !== "required") return { sitting: null };
    return { refusal: { code: "sitting-only", sitting: sitting && placeAndTime(sitting) } };
  }
  if (!sitting.roomCodeNeeded) return { sitting };
  if (roomCode.trim() === "") return { refusal: { code: "room-code", wrong: false } };
  const answer = await sitting.checkRoomCode(roomCode);
  if (answer === "right") return { sitting };
  return { refusal: answer === "wrong" ? { code: "room-code", wrong: true } : { code: "too-many-tries" } };
}

function placeAndTime({ title, place, opensAt, closesAt, mode }: SittingForStart) {
  return { title, place, opensAt, closesAt, mode };
}

async function drawPaper(personId: number, { course }: ExamEnrolment): Promise<FrozenPaper | null> {
  const bank = await bankOf(course.id);
  const avoid = await questionsSeen(personId, course.courseId);
  const { drawn, bankShortfall } = drawQuestions(bank, course.exam.sections, unpredictable, { avoid });
  return bankShortfall.length > 0 ? null : makePaper(course.exam, drawn, unpredictable);
}

/** Keys of the questions on the person's earlier papers of a course, in any of its versions, void ones too. */
async function questionsSeen(personId: number, courseId: number): Promise<Set<string>> {
  const papers = await readRows<{ paper: string }>(Prisma.sql`
    SELECT a.paper FROM attempt a JOIN course_version v ON v.id = a.course_version_id
    WHERE a.person_id IN ${recordsOf(personId)} AND v.course_id = ${courseId}`);
  return new Set((await Promise.all(papers.map(({ paper }) => questionKeysOn(paper)))).flat());
}

interface Start {
  viewer: Viewer;
  enrolment: ExamEnrolment;
  number: number;
  paper: FrozenPaper;
  sitting: SittingForStart | null;
  source: Source | null;
}

async function insert({ viewer, enrolment, number, paper, sitting, source }: Start, now: Instant): Promise<string> {
  const publicId = newPublicId();
  const { course, enrolmentId } = enrolment;
  const own = deadlineOf(now, paper.minutes, await extraPercent(viewer.personId, now));
  const deadline = sitting ? sittingDeadline(own, sitting.closesAt) : own;
  const attempt = Prisma.sql`(SELECT id FROM attempt WHERE public_id = ${publicId})`;
  const kept = source && keptSource(source);
  const note = (kind: string) => addToLog(attempt, { kind, page: null, source: kept, at: now });
  const oneDevice = course.exam.devices === "one" || sitting?.oneDevice;
  await recordSteps({ kind: "attempt-started", at: now, actorId: viewer.accountId }, [
    Prisma.sql`INSERT INTO attempt (public_id, person_id, enrolment_id, course_version_id, number, started_at, deadline_at, paper,
        sitting_id, recorded_change)
      VALUES (${publicId}, ${viewer.personId}, ${enrolmentId}, ${course.id}, ${number}, ${now}, ${deadline},
        ${JSON.stringify(paper)}, ${sitting?.id ?? null}, ${CHANGE_OF_JOB})`,
    ...(kept ? [addSource(attempt, kept, now)] : []),
    note("started"),
    ...(oneDevice && kept ? [note("device-claimed")] : []),
  ]);
  return publicId;
}
