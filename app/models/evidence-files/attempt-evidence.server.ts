import { createHash } from "node:crypto";
import { inAuthorKeys } from "~/domain/assessment/answer";
import type { AnswerValue } from "~/domain/assessment/answer-value";
import type { ItemMark } from "~/domain/assessment/grading";
import type { EffectDecision } from "~/domain/assessment/mark-effects";
import type { Paper } from "~/domain/assessment/paper";
import { rightAnswerInWords } from "~/domain/assessment/right-answer";
import { answerInWords, answerText } from "~/domain/assessment/shown-answers";
import type { AttemptEvidence, ItemEvidence } from "~/domain/evidence-file/evidence-file";
import type { CivilDate } from "~/domain/time/civil-date";
import { namesOfAccounts } from "../access/names-of-accounts.server";
import { paperOf } from "../assessment/paper-of.server";
import type { Rows } from "../database.server";
import { Prisma } from "../generated/client";
import { namesOfPeople } from "../marking/names-of-people.server";
import { keptRecord } from "../people/records-of.server";
import { asMark, markEvidence } from "./mark-evidence.server";

/** What attempts bring to a file: themselves, the question versions on their papers, and the changes that wrote them. */
export interface GatheredAttempts {
  attempts: AttemptEvidence[];
  questions: number[];
  changes: number[];
}

interface AttemptRow {
  id: bigint;
  public_id: string;
  person_id: bigint;
  staff_code: string;
  slug: string;
  version: string;
  hash: string;
  valid_from: string;
  number: bigint;
  sitting: string | null;
  started_at: string;
  deadline_at: string;
  ended_at: string | null;
  ended_by: string | null;
  void: bigint;
  score: number | null;
  max_score: number | null;
  passed: bigint | boolean | null;
  result_id: bigint | null;
  marks: string | null;
  paper: string;
  recorded_change: bigint;
}

/** The attempts of these rows, whole: a fixed number of statements, however many they are. */
export async function attemptEvidence(
  client: Rows,
  attemptIds: readonly number[],
  today: CivilDate,
): Promise<GatheredAttempts> {
  if (attemptIds.length === 0) return { attempts: [], questions: [], changes: [] };
  const ids = Prisma.sql`(${Prisma.join([...attemptIds])})`;
  const rows = await client.$queryRaw<AttemptRow[]>`
    SELECT a.id, a.public_id, ${keptRecord("a.person_id")} AS person_id, p.staff_code, c.slug, v.number AS version, v.hash,
      v.valid_from, a.number, k.public_id AS sitting, a.started_at, r.deadline_at, r.ended_at, r.ended_by, r.void, r.score,
      r.max_score, r.passed, r.result_id, r.marks, a.paper, a.recorded_change
    FROM attempt a JOIN attempt_standing r ON r.attempt_id = a.id
    JOIN person p ON p.id = ${keptRecord("a.person_id")}
    JOIN course_version v ON v.id = a.course_version_id JOIN course c ON c.id = v.course_id
    LEFT JOIN sitting k ON k.id = a.sitting_id
    WHERE a.id IN ${ids} ORDER BY a.id`;
  const all = { where: { attempt_id: { in: [...attemptIds] } }, orderBy: { id: "asc" as const } };
  const saves = await client.response.findMany(all);
  const logged = await client.attempt_log.findMany(all);
  const sources = await client.attempt_source.findMany(all);
  const results = await actedRows<ResultRow>(
    client,
    Prisma.sql`
    SELECT x.attempt_id, x.id, x.kind, x.round, x.score, x.max_score, x.passed, x.pending, c.at, c.actor_id, c.note AS reason, c.id AS change
    FROM attempt_result x JOIN change c ON c.id = x.recorded_change WHERE x.attempt_id IN ${ids} ORDER BY x.id`,
    today,
  );
  const acts = await actedRows<ActRow>(
    client,
    Prisma.sql`
    SELECT t.attempt_id, t.kind, t.minutes, NULL AS decision, t.reason, c.at, c.actor_id, c.id AS change FROM attempt_time t
      JOIN change c ON c.id = t.recorded_change WHERE t.attempt_id IN ${ids}
    UNION ALL SELECT v.attempt_id, 'void', NULL, NULL, v.reason, c.at, c.actor_id, c.id FROM attempt_void v
      JOIN change c ON c.id = v.recorded_change WHERE v.attempt_id IN ${ids}
    UNION ALL SELECT v.attempt_id, 'unvoid', NULL, NULL, c.note, c.at, c.actor_id, c.id FROM attempt_void v
      JOIN change c ON c.id = v.retracted_change WHERE v.attempt_id IN ${ids}
    UNION ALL SELECT m.attempt_id, 'effect', NULL, m.decision, m.reason, c.at, c.actor_id, c.id FROM mark_effect m
      JOIN change c ON c.id = m.recorded_change WHERE m.attempt_id IN ${ids} ORDER BY 6`,
    today,
  );
  const marks = await markEvidence(client, Prisma.sql`s.attempt_id IN ${ids}`, today);
  const names = await namesOfPeople(
    rows.map(({ person_id }) => Number(person_id)),
    today,
  );
  const papers = await Promise.all(rows.map(({ paper }) => paperOf(paper)));
  const device = new Map(sources.map(({ id, device }) => [id, device]));
  const of = <T extends { attempt_id: number | bigint }>(list: readonly T[], id: number) =>
    list.filter((each) => Number(each.attempt_id) === id);
  const attempts = rows.map((row, index): AttemptEvidence => {
    const id = Number(row.id);
    const paper = papers[index] as Paper;
    const told = row.marks === null ? [] : (JSON.parse(row.marks) as ItemMark[]);
    const typed = new Map(of(saves, id).map(({ item, value }) => [item, JSON.parse(value) as AnswerValue]));
    return {
      id: row.public_id,
      holder: { name: names.get(Number(row.person_id)) ?? row.staff_code, staffCode: row.staff_code },
      course: row.slug,
      title: paper.title,
      version: { number: row.version, hash: row.hash, validFrom: row.valid_from },
      number: Number(row.number),
      sitting: row.sitting,
      startedAt: row.started_at,
      deadlineAt: row.deadline_at,
      endedAt: row.ended_at,
      endedBy: row.ended_by,
      void: Boolean(row.void),
      passPercent: paper.passPercent,
      minutes: paper.minutes,
      score: row.score,
      max: row.max_score,
      passed: Boolean(row.passed),
      paperHash: createHash("sha256").update(row.paper).digest("hex"),
      items: paper.items.map((item) => itemEvidence(item, told, typed)),
      saves: of(saves, id).map(({ item, value, flagged, at }) => ({
        item,
        answer: savedText(paper, item, value),
        flagged,
        at,
      })),
      results: of(results, id).map(
        ({ id: result, kind, round, score, max_score, passed, pending, at, by, reason }) => ({
          id: Number(result),
          kind,
          round: Number(round),
          score,
          max: max_score,
          passed: Boolean(passed),
          pending: Boolean(pending),
          at,
          // the first of a round is the machine's, whoever handed in
          by: kind === "ended" ? null : by,
          reason: kind === "ended" ? null : reason,
          standing: result === row.result_id,
        }),
      ),
      acts: of(acts, id).map(({ kind, minutes, decision, at, by, reason }) => ({
        kind,
        minutes: minutes === null ? null : Number(minutes),
        decision,
        at,
        by: by ?? "",
        reason: reason ?? "",
      })),
      log: of(logged, id).map(({ kind, page, at, source_id }) => ({
        kind,
        page,
        device: device.get(source_id ?? 0) ?? null,
        at,
      })),
      marks: marks.filter(({ attemptId }) => attemptId === id).map(asMark),
    };
  });
  return {
    attempts,
    questions: papers.flatMap(({ items }) => items.map(({ question }) => question.id)),
    changes: [
      ...rows.map(({ recorded_change }) => Number(recorded_change)),
      ...[...results, ...acts].map(({ change }) => Number(change)),
      ...marks.flatMap(({ changes }) => changes),
    ],
  };
}

function itemEvidence(
  item: Paper["items"][number],
  marks: readonly ItemMark[],
  typed: ReadonlyMap<number, AnswerValue>,
): ItemEvidence {
  const mark = marks.find((each) => each.item === item.number);
  const saved = typed.get(item.number);
  // results of before the second form of papers hold no answers
  const answer = mark?.answer !== undefined ? mark.answer : saved === undefined ? null : inAuthorKeys(item, saved);
  return {
    number: item.number,
    question: item.question.id,
    answer: answer === null ? { ordered: false, lines: [] } : answerInWords(item.question, answer),
    right: rightAnswerInWords(item.question),
    score: mark?.score ?? null,
    max: mark?.max ?? item.marks,
  };
}

/** As it was typed, in the language of the record. */
function savedText(paper: Paper, number: number, value: string): string {
  const item = paper.items.find((each) => each.number === number);
  return item ? answerText(item.question, inAuthorKeys(item, JSON.parse(value) as AnswerValue), "vi") : "";
}

interface Acted {
  attempt_id: bigint;
  kind: string;
  at: string;
  actor_id: bigint | null;
  reason: string | null;
  change: bigint;
}

interface ActRow extends Acted {
  kind: AttemptEvidence["acts"][number]["kind"];
  minutes: bigint | null;
  decision: EffectDecision | null;
}

interface ResultRow extends Acted {
  id: bigint;
  round: bigint;
  score: number;
  max_score: number;
  passed: bigint | boolean;
  pending: bigint | boolean;
}

async function actedRows<T extends Acted>(
  client: Rows,
  sql: Prisma.Sql,
  today: CivilDate,
): Promise<(T & { by: string | null })[]> {
  const rows = await client.$queryRaw<T[]>(sql);
  const actors = rows.flatMap(({ actor_id }) => (actor_id === null ? [] : [Number(actor_id)]));
  const names = await namesOfAccounts(actors, today);
  return rows.map((row) => ({ ...row, by: names.get(Number(row.actor_id ?? 0)) ?? null }));
}
