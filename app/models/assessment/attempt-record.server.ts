import { inAuthorKeys } from "~/domain/assessment/answer";
import type { AnswerValue } from "~/domain/assessment/answer-value";
import { isRunning } from "~/domain/assessment/attempt-acts";
import type { EffectDecision } from "~/domain/assessment/mark-effects";
import type { Paper } from "~/domain/assessment/paper";
import {
  type LogDevice,
  type LogEntry,
  logDevices,
  type ReadableEntry,
  readableLog,
} from "~/domain/assessment/readable-log";
import { answerText } from "~/domain/assessment/shown-answers";
import type { Viewer } from "~/domain/permissions/viewer";
import { type PageStay, pageStays } from "~/domain/statistics/page-times";
import type { Language } from "~/domain/text/language";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import { namesOfAccounts } from "../access/names-of-accounts.server";
import { getCourseVersion } from "../course/course-versions.server";
import { reader } from "../database.server";
import { Prisma, type PrismaClient } from "../generated/client";
import { inWords, type PersonInWords } from "../people/changeable-person.server";
import { peopleDirectory } from "../people/people-directory.server";
import { settingOn } from "../settings/settings.server";
import { type ManagedAttempt, managedAttempts } from "./managed-attempt.server";
import { paperOf } from "./paper-of.server";

/** A line of the log: what the page noted, or an answer that was saved. */
export interface AttemptEvent extends LogEntry {
  /** of an answer: its item, its words ("" where it was cleared), whether it was marked to look at again */
  answer: { item: number; stem: string; text: string; flagged: boolean } | null;
}

/** An act or a mark by somebody other than the person. */
export interface AttemptAct {
  at: Instant;
  kind: "extended" | "reopened" | "void" | "unvoid" | "effect";
  minutes: number | null;
  decision: EffectDecision | null;
  reason: string;
  by: string;
}

export interface AttemptResultLine {
  id: number;
  round: number;
  kind: string;
  score: number;
  max: number;
  passed: boolean;
  pending: boolean;
  at: Instant;
  /** null: the machine */
  by: string | null;
  reason: string | null;
  /** it holds */
  standing: boolean;
}

/** Everything that is known of how an attempt went, for whoever may look at attempts. */
export interface AttemptRecord {
  id: string;
  person: PersonInWords;
  courseSlug: string;
  course: string;
  number: number;
  startedAt: Instant;
  deadlineAt: Instant;
  endedAt: Instant | null;
  running: boolean;
  void: boolean;
  items: number;
  log: ReadableEntry<AttemptEvent>[];
  devices: LogDevice[];
  stays: PageStay[];
  acts: AttemptAct[];
  results: AttemptResultLine[];
  /** months after which log and addresses are deleted */
  months: number;
}

/** Null for an unknown attempt, one out of the viewer's reach, and their own. */
export async function loadAttemptRecord(
  viewer: Viewer,
  publicId: string,
  now: Instant,
  language: Language,
): Promise<AttemptRecord | null> {
  const today = civilDateOf(now);
  const client = await reader();
  const where = Prisma.sql`a.public_id = ${publicId}`;
  const [attempt] = await managedAttempts(client, viewer, where, today, "see-attempts");
  const listed = attempt && (await peopleDirectory()).byId.get(attempt.personId);
  if (!attempt || attempt.own || !listed) return null;
  const { id, standing } = attempt;
  const stored = await client.attempt.findUniqueOrThrow({ where: { id }, select: { paper: true } });
  const [course, paper, sources, logged, months] = await Promise.all([
    getCourseVersion(attempt.courseVersionId),
    paperOf(stored.paper),
    client.attempt_source.findMany({ where: { attempt_id: id }, orderBy: { id: "asc" } }),
    client.attempt_log.findMany({ where: { attempt_id: id }, orderBy: { id: "asc" } }),
    settingOn("attempt-log-months", today),
  ]);
  const notes = logged.map(
    ({ at, kind, page, source_id }): AttemptEvent => ({ at, kind, page, source: source_id, answer: null }),
  );
  const running = isRunning(standing, now);
  const endedAt = running ? null : (attempt.endedAt ?? standing.deadlineAt);
  const [answers, acts, results] = await Promise.all([
    answersOf(client, id, paper, language),
    actsOf(client, id, now),
    resultsOf(client, attempt, now),
  ]);
  return {
    id: publicId,
    person: await inWords(listed, today, language),
    courseSlug: course.slug,
    course: course.title[language],
    number: attempt.number,
    startedAt: attempt.startedAt,
    deadlineAt: standing.deadlineAt,
    endedAt,
    running,
    void: standing.void,
    items: paper.items.length,
    log: readableLog([...notes, ...answers], sources),
    devices: logDevices(sources).devices,
    stays: pageStays(
      [...notes].sort((a, b) => (a.at < b.at ? -1 : 1)),
      endedAt ?? now,
    ),
    acts,
    results,
    months,
  };
}

async function answersOf(client: PrismaClient, id: number, paper: Paper, language: Language): Promise<AttemptEvent[]> {
  const rows = await client.response.findMany({ where: { attempt_id: id }, orderBy: { id: "asc" } });
  return rows.map((row) => {
    const item = paper.items.find(({ number }) => number === row.item);
    const value = JSON.parse(row.value) as AnswerValue;
    const text = item ? answerText(item.question, inAuthorKeys(item, value), language) : "";
    return {
      at: row.at,
      kind: "answered",
      page: null,
      source: row.source_id,
      answer: { item: row.item, stem: item?.question.stem[language] ?? "", text, flagged: row.flagged },
    };
  });
}

interface ActRow {
  at: string;
  kind: AttemptAct["kind"];
  minutes: bigint | null;
  decision: EffectDecision | null;
  reason: string | null;
  actor_id: bigint | null;
}

async function actsOf(client: PrismaClient, id: number, now: Instant): Promise<AttemptAct[]> {
  const rows = await client.$queryRaw<ActRow[]>`
    SELECT c.at, t.kind, t.minutes, NULL AS decision, t.reason, c.actor_id
    FROM attempt_time t JOIN change c ON c.id = t.recorded_change WHERE t.attempt_id = ${id}
    UNION ALL SELECT c.at, 'void', NULL, NULL, v.reason, c.actor_id
    FROM attempt_void v JOIN change c ON c.id = v.recorded_change WHERE v.attempt_id = ${id}
    UNION ALL SELECT c.at, 'unvoid', NULL, NULL, c.note, c.actor_id
    FROM attempt_void v JOIN change c ON c.id = v.retracted_change WHERE v.attempt_id = ${id}
    UNION ALL SELECT c.at, 'effect', NULL, m.decision, m.reason, c.actor_id
    FROM mark_effect m JOIN change c ON c.id = m.recorded_change WHERE m.attempt_id = ${id}
    ORDER BY at`;
  const names = await namesOfAccounts(
    rows.flatMap(({ actor_id }) => (actor_id === null ? [] : [Number(actor_id)])),
    civilDateOf(now),
  );
  return rows.map((row) => ({
    at: row.at,
    kind: row.kind,
    minutes: row.minutes === null ? null : Number(row.minutes),
    decision: row.decision,
    reason: row.reason ?? "",
    by: names.get(Number(row.actor_id ?? 0)) ?? "",
  }));
}

async function resultsOf(client: PrismaClient, { id }: ManagedAttempt, now: Instant): Promise<AttemptResultLine[]> {
  const rows = await client.$queryRaw<
    {
      id: bigint;
      round: bigint;
      kind: string;
      score: number;
      max_score: number;
      passed: bigint | boolean;
      pending: bigint | boolean;
      at: string;
      actor_id: bigint | null;
      note: string | null;
      standing: bigint;
    }[]
  >`
    SELECT x.id, x.round, x.kind, x.score, x.max_score, x.passed, x.pending, c.at, c.actor_id, c.note,
      x.id = s.result_id AS standing
    FROM attempt_result x JOIN change c ON c.id = x.recorded_change JOIN attempt_standing s ON s.attempt_id = x.attempt_id
    WHERE x.attempt_id = ${id} ORDER BY x.round, x.ordinal`;
  const names = await namesOfAccounts(
    rows.flatMap(({ actor_id }) => (actor_id === null ? [] : [Number(actor_id)])),
    civilDateOf(now),
  );
  return rows.map((row) => {
    // the first of a round is the machine's, whoever handed in
    const byMachine = row.kind === "ended";
    return {
      id: Number(row.id),
      round: Number(row.round),
      kind: row.kind,
      score: row.score,
      max: row.max_score,
      passed: Boolean(row.passed),
      pending: Boolean(row.pending),
      at: row.at,
      by: byMachine ? null : (names.get(Number(row.actor_id ?? 0)) ?? null),
      reason: byMachine ? null : row.note,
      standing: Boolean(row.standing),
    };
  });
}
