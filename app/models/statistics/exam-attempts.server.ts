import type { ItemMark } from "~/domain/assessment/grading";
import { questionsOnPaper, type StoredPaper } from "~/domain/assessment/paper";
import type { QuestionBody } from "~/domain/course/question";
import type { CollectedMark } from "~/domain/statistics/collected-marks";
import { type Counted, countedAttempts, type LeftOut } from "~/domain/statistics/counted-attempts";
import type { ReportFilter } from "~/domain/statistics/report-filter";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import { reader, readRows } from "../database.server";
import { Prisma } from "../generated/client";
import { keptRecords } from "../people/records-of.server";

/** An ended attempt as reports see it; no name. */
export interface ReportedAttempt {
  id: number;
  /** the kept record */
  person: number;
  startedAt: Instant;
  endedAt: Instant;
  sitting: number | null;
  void: boolean;
  pending: boolean;
  passed: boolean;
}

/** The attempts of a report: those that count, and how many of those asked for do not. */
export async function attemptsOfReport(
  courseSlug: string,
  { version, from, until, sitting }: ReportFilter,
  counted: Counted,
): Promise<{ attempts: ReportedAttempt[]; leftOut: LeftOut }> {
  const client = await reader();
  const sittingId = sitting && (await client.sitting.findUnique({ where: { public_id: sitting } }))?.id;
  const rows = await readRows<{
    id: number;
    person_id: number;
    started_at: string;
    ended_at: string;
    sitting_id: number | null;
    void: number;
    pending: number | boolean;
    passed: number | boolean;
  }>(Prisma.sql`
    SELECT a.id, a.person_id, a.started_at, r.ended_at, a.sitting_id, r.void, r.pending, r.passed
    FROM course c JOIN course_version v ON v.course_id = c.id
    JOIN attempt a ON a.course_version_id = v.id
    JOIN attempt_standing r ON r.attempt_id = a.id
    WHERE c.slug = ${courseSlug} AND r.result_id IS NOT NULL
      ${version === null ? Prisma.empty : Prisma.sql`AND v.id = ${version}`}
    ORDER BY a.id`);
  const keptOf = await keptRecords(client);
  const attempts = rows.map((row) => ({
    id: row.id,
    person: keptOf.get(row.person_id) ?? row.person_id,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    sitting: row.sitting_id,
    void: Boolean(row.void),
    pending: Boolean(row.pending),
    passed: Boolean(row.passed),
  }));
  return countedAttempts(attempts, counted, (attempt) => {
    if (sitting !== null && attempt.sitting !== sittingId) return false;
    if (from === null && until === null) return true;
    const day = civilDateOf(attempt.endedAt);
    return (from === null || day >= from) && (until === null || day <= until);
  });
}

const AT_ONCE = 500;

/** The marks of attempts, in their order, a slice at a time. Old marks that name no question get theirs from the paper. */
export async function* marksOfAttempts(attempts: readonly { id: number }[]): AsyncGenerator<CollectedMark[]> {
  for (let at = 0; at < attempts.length; at += AT_ONCE) {
    const ids = attempts.slice(at, at + AT_ONCE).map(({ id }) => id);
    const rows = await readRows<{ id: number; marks: string; paper: string | null }>(Prisma.sql`
      SELECT r.attempt_id AS id, r.marks, CASE WHEN instr(r.marks, '"question"') = 0 THEN a.paper END AS paper
      FROM attempt_standing r JOIN attempt a ON a.id = r.attempt_id WHERE r.attempt_id IN (${Prisma.join(ids)})`);
    const byId = new Map(rows.map((row) => [row.id, row]));
    for (const id of ids) {
      const row = byId.get(id);
      yield row ? collected(row) : [];
    }
  }
}

function collected({ marks, paper }: { marks: string; paper: string | null }): CollectedMark[] {
  const list = JSON.parse(marks) as ItemMark[];
  if (paper === null) return list as CollectedMark[];
  const questions = questionsOnPaper(JSON.parse(paper) as StoredPaper);
  return list.map(({ item, score, max }) => ({ score, max, question: questions[item - 1] ?? 0 }));
}

/** The content of question versions that marks of these courses name, by id; what is not there is left out. */
export async function questionContents(ids: Iterable<number>): Promise<Map<number, QuestionBody>> {
  const client = await reader();
  const contents = new Map<number, QuestionBody>();
  const wanted = [...new Set(ids)];
  for (let at = 0; at < wanted.length; at += AT_ONCE) {
    const rows = await client.question_version.findMany({ where: { id: { in: wanted.slice(at, at + AT_ONCE) } } });
    for (const { id, content } of rows) contents.set(id, JSON.parse(content) as QuestionBody);
  }
  return contents;
}

/** The versions of every question, with key and type, by id: what a collector of marks asks for. */
export async function knownQuestions(): Promise<Map<number, { key: string; type: QuestionBody["type"] }>> {
  const client = await reader();
  const rows = await client.$queryRaw<{ id: bigint; key: string; type: QuestionBody["type"] }[]>`
    SELECT id, key, json_extract(content, '$.type') AS type FROM question_version`;
  return new Map(rows.map(({ id, key, type }) => [Number(id), { key, type }]));
}
