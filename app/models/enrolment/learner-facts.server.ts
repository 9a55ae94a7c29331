import type { PastAttempt } from "~/domain/assessment/attempt-policy";
import type { DueExtension, ManualAssignment, PostingFact, Waiver } from "~/domain/enrolment/duties";
import type { CivilDate, Instant, Span } from "~/domain/time/civil-date";
import { type HeldCertificate, heldCertificates } from "~/models/certification/held-certificates.server";
import { reader } from "~/models/database.server";
import { recordsOf } from "~/models/people/records-of.server";

export interface LearnerPosting extends PostingFact {
  kind: string;
  postPublicId: string;
}

export interface LearnerEnrolment {
  id: number;
  publicId: string;
  courseVersionId: number;
  startedAt: Instant;
  doneLessonIds: number[];
  /** of these, the ones that a pre-test has shown to be known */
  knownLessonIds: number[];
  lessonsDoneAt: Instant | null;
  /** void ones left out */
  attempts: LearnerAttempt[];
}

export interface LearnerAttempt extends PastAttempt {
  publicId: string;
  deadlineAt: Instant;
  /** once it has ended */
  score: { got: number; max: number } | null;
}

/** Everything dated that the house knows of one learner: what is due is computed from it. */
export interface LearnerFacts {
  postings: LearnerPosting[];
  certificates: HeldCertificate[];
  eligible: { programme: string; onDate: CivilDate }[];
  manual: ManualAssignment[];
  waivers: Waiver[];
  extensions: DueExtension[];
  absences: Span[];
  /** exam attempts that were granted, by course */
  granted: { courseId: number; at: Instant }[];
  /** of today or last */
  employment: string | null;
  enrolments: LearnerEnrolment[];
}

/** Facts of one person, in four statements. The caller has established that the viewer may see this person. */
export async function learnerFacts(personId: number): Promise<LearnerFacts> {
  const [postings, certificates, orders, enrolments] = await Promise.all([
    postingsOf(personId),
    heldCertificates(personId),
    ordersOf(personId),
    enrolmentsOf(personId),
  ]);
  return { postings, certificates, ...orders, enrolments };
}

export async function postingsOf(personId: number): Promise<LearnerPosting[]> {
  const client = await reader();
  const rows = await client.$queryRaw<
    {
      kind: string;
      valid_from: string;
      valid_to: string | null;
      post: string;
      held_since: string | null;
      position: string;
      one_stop: bigint | boolean;
      deputy: bigint | boolean;
      unit_id: bigint;
      level: string;
    }[]
  >`
    SELECT o.kind, o.valid_from, o.valid_to, o.held_since, s.public_id AS post, s.position, s.one_stop, s.deputy,
      s.unit_id, u.level
    FROM posting o JOIN post s ON s.id = o.post_id JOIN unit u ON u.id = s.unit_id
    WHERE o.person_id IN ${recordsOf(personId)} AND o.retracted_change IS NULL
    ORDER BY o.valid_from DESC, o.id DESC`;
  return rows.map((row) => ({
    kind: row.kind,
    postPublicId: row.post,
    position: row.position,
    oneStop: Boolean(row.one_stop),
    deputy: Boolean(row.deputy),
    unitId: Number(row.unit_id),
    unitLevel: row.level,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    heldSince: row.held_since ?? row.valid_from,
  }));
}

type Orders = Pick<
  LearnerFacts,
  "manual" | "waivers" | "extensions" | "absences" | "granted" | "employment" | "eligible"
>;

/**
 * Assignments by hand, waivers, extensions, absences, granted attempts, the kind of employment, and passes that wait for a
 * signatory: short lists in one statement.
 */
async function ordersOf(personId: number): Promise<Orders> {
  const client = await reader();
  const rows = await client.$queryRaw<
    {
      kind: string;
      id: bigint;
      programme: string;
      course: string | null;
      reason: string | null;
      start: string;
      finish: string | null;
    }[]
  >`
    SELECT 'manual' AS kind, id, programme, course, reason, valid_from AS start, due AS finish
      FROM manual_assignment WHERE person_id IN ${recordsOf(personId)} AND retracted_change IS NULL
    UNION ALL
    SELECT 'waiver', id, programme, NULL, reason, valid_from, valid_to
      FROM waiver WHERE person_id IN ${recordsOf(personId)} AND retracted_change IS NULL
    UNION ALL
    SELECT 'eligible', id, programme, NULL, NULL, on_date, NULL FROM eligibility WHERE person_id IN ${recordsOf(personId)}
    UNION ALL
    SELECT 'extension', id, programme, NULL, reason, valid_from, due
      FROM due_extension WHERE person_id IN ${recordsOf(personId)} AND retracted_change IS NULL
    UNION ALL
    SELECT 'absence', id, '', NULL, NULL, valid_from, valid_to
      FROM absence WHERE person_id IN ${recordsOf(personId)} AND retracted_change IS NULL
    UNION ALL
    SELECT 'granted', g.id, CAST(g.course_id AS TEXT), NULL, NULL, c.at, NULL
      FROM attempt_grant g JOIN change c ON c.id = g.recorded_change
      WHERE g.person_id IN ${recordsOf(personId)} AND g.retracted_change IS NULL
    UNION ALL
    SELECT 'employment', id, employment, NULL, NULL, valid_from, NULL
      FROM person_detail WHERE person_id = ${personId} AND retracted_change IS NULL
    ORDER BY id`;
  const of = (kind: string) => rows.filter((row) => row.kind === kind);
  return {
    manual: of("manual").map((row) => ({
      programme: row.programme,
      course: row.course ?? "",
      reason: row.reason ?? "",
      since: row.start,
      due: row.finish ?? row.start,
    })),
    waivers: of("waiver").map((row) => ({
      programme: row.programme,
      reason: row.reason ?? "",
      validFrom: row.start,
      validTo: row.finish,
    })),
    extensions: of("extension").map((row) => ({
      programme: row.programme,
      reason: row.reason ?? "",
      since: row.start,
      due: row.finish ?? row.start,
    })),
    absences: of("absence").map((row) => ({ validFrom: row.start, validTo: row.finish })),
    granted: of("granted").map((row) => ({ courseId: Number(row.programme), at: row.start })),
    employment:
      of("employment")
        .sort((a, b) => a.start.localeCompare(b.start))
        .at(-1)?.programme ?? null,
    eligible: of("eligible").map((row) => ({ programme: row.programme, onDate: row.start })),
  };
}

async function enrolmentsOf(personId: number): Promise<LearnerEnrolment[]> {
  const client = await reader();
  const rows = await client.$queryRaw<
    {
      id: bigint;
      public_id: string;
      course_version_id: bigint;
      started_at: string;
      done: string | null;
      known: string | null;
      lessons_done_at: string | null;
      attempts: string | null;
    }[]
  >`
    SELECT e.id, e.public_id, e.course_version_id, e.started_at,
      (SELECT group_concat(l.lesson_id) FROM lesson_completion l WHERE l.enrolment_id = e.id) AS done,
      (SELECT group_concat(l.lesson_id) FROM lesson_completion l
        WHERE l.enrolment_id = e.id AND l.how = 'pre-test') AS known,
      (SELECT c.at FROM course_completion c WHERE c.enrolment_id = e.id) AS lessons_done_at,
      (SELECT group_concat(a.number || ';' || a.public_id || ';' || r.deadline_at || ';' || COALESCE(r.ended_at, '') || ';' ||
          COALESCE(r.passed, 0) || ';' || COALESCE(r.score, 0) || ';' || COALESCE(r.max_score, 0) || ';' || COALESCE(r.pending, 0))
        FROM attempt a JOIN attempt_standing r ON r.attempt_id = a.id WHERE a.enrolment_id = e.id AND NOT r.void) AS attempts
    FROM enrolment e WHERE e.person_id IN ${recordsOf(personId)} ORDER BY e.id DESC`;
  const enrolments = rows.map((row) => ({
    id: Number(row.id),
    publicId: row.public_id,
    courseVersionId: Number(row.course_version_id),
    startedAt: row.started_at,
    doneLessonIds: idsIn(row.done),
    knownLessonIds: idsIn(row.known),
    lessonsDoneAt: row.lessons_done_at,
    attempts: (row.attempts ?? "").split(",").filter(Boolean).map(readAttempt),
  }));
  return onePerVersion(enrolments);
}

function idsIn(joined: string | null): number[] {
  return (joined ?? "").split(",").filter(Boolean).map(Number);
}

/** Two records that were merged may each be enrolled in one version: what was done in either was done. */
function onePerVersion(newestFirst: readonly LearnerEnrolment[]): LearnerEnrolment[] {
  const ofVersion = new Map<number, LearnerEnrolment>();
  for (const enrolment of newestFirst) {
    const newer = ofVersion.get(enrolment.courseVersionId);
    ofVersion.set(enrolment.courseVersionId, newer ? joined(newer, enrolment) : enrolment);
  }
  return [...ofVersion.values()];
}

function joined(newer: LearnerEnrolment, older: LearnerEnrolment): LearnerEnrolment {
  return {
    ...newer,
    startedAt: newer.startedAt < older.startedAt ? newer.startedAt : older.startedAt,
    doneLessonIds: [...new Set([...older.doneLessonIds, ...newer.doneLessonIds])],
    knownLessonIds: [...new Set([...older.knownLessonIds, ...newer.knownLessonIds])],
    lessonsDoneAt: [older.lessonsDoneAt, newer.lessonsDoneAt].filter((at) => at !== null).sort()[0] ?? null,
    attempts: [...older.attempts, ...newer.attempts].sort((a, b) => a.deadlineAt.localeCompare(b.deadlineAt)),
  };
}

function readAttempt(joined: string): LearnerAttempt {
  const [number, publicId = "", deadlineAt = "", endedAt = "", passed, got, max, pending] = joined.split(";");
  const ended = endedAt !== "";
  const share = Number(max) > 0 ? Number(got) / Number(max) : 0;
  return {
    number: Number(number),
    publicId,
    deadlineAt,
    end: ended ? { at: endedAt, passed: passed === "1", share, pending: pending === "1" } : null,
    score: ended ? { got: Number(got), max: Number(max) } : null,
  };
}
