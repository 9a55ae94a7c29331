import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { gradePaper, type ItemMark } from "~/domain/assessment/grading";
import {
  decidedItems,
  type MoveKind,
  moveKind,
  type RegradedMark,
  type RegradeMove,
  type RegradeRule,
  regraded,
} from "~/domain/assessment/regrade";
import type { QuestionBody } from "~/domain/course/question";
import { paperOf } from "../assessment/paper-of.server";
import { savedAnswers } from "../assessment/saved-answers.server";
import { reader } from "../database.server";
import { Prisma, type PrismaClient } from "../generated/client";
import type { AskedQuestion } from "./asked-questions.server";

/** A new result that a regrade would append. */
export interface RegradedResult extends RegradeMove {
  attemptId: number;
  publicId: string;
  personId: number;
  /** the result that stands now, which the new one follows */
  resultId: number;
  round: number;
  ordinal: number;
  endedAt: string;
  endedBy: string;
  pending: boolean;
  marks: string;
  kind: MoveKind;
}

export interface ComputedRegrade {
  /** attempts that had the question */
  asked: number;
  results: RegradedResult[];
  /** of them with the question decided by a marker: they stay */
  decided: number;
  /** newest result of the house when the reading began */
  upTo: number;
  /** names what would happen: two computations with the same seal do the same */
  seal: string;
}

/** Attempts read at once; between two readings others have their turn. */
const AT_ONCE = 100;

/** What a rule would do to every attempt at a course that stands and had the question. Writes nothing. */
export async function computeRegrade(question: AskedQuestion, rule: RegradeRule): Promise<ComputedRegrade> {
  const client = await reader();
  const [newest] = await client.$queryRaw<{ id: bigint | null }[]>`SELECT MAX(id) AS id FROM attempt_result`;
  const ids = await client.$queryRaw<{ id: bigint }[]>`
    SELECT a.id FROM course_version v JOIN attempt a ON a.course_version_id = v.id
    WHERE v.course_id = ${question.courseId} ORDER BY a.id`;
  const contents = new Map(question.versions.map(({ id, content }) => [id, content]));
  const contentOf = (version: number): QuestionBody => {
    const content = contents.get(version);
    if (!content) throw new Error(`${version} is no version of ${question.key}`);
    return content;
  };
  const found: ComputedRegrade = { asked: 0, results: [], decided: 0, upTo: Number(newest?.id ?? 0), seal: "" };
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const slice = ids.slice(at, at + AT_ONCE).map(({ id }) => Number(id));
    await regradeSlice(client, slice, rule, contentOf, found);
    await setImmediate();
  }
  return { ...found, seal: sealOf(rule, found.results) };
}

interface StandingRow {
  id: bigint;
  public_id: string;
  person_id: bigint;
  result_id: bigint;
  round: bigint;
  ordinal: bigint;
  ended_at: string;
  ended_by: string;
  score: number;
  max_score: number;
  passed: bigint | boolean;
  marks: string;
  pass_percent: number | bigint;
  paper: string | null;
  spoken: bigint;
}

async function regradeSlice(
  client: PrismaClient,
  ids: readonly number[],
  rule: RegradeRule,
  contentOf: (version: number) => QuestionBody,
  found: ComputedRegrade,
): Promise<void> {
  const named = Prisma.join(
    rule.versions.map((version) => Prisma.sql`instr(r.marks, ${`"question":${version},`}) > 0`),
    " OR ",
  );
  const rows = await client.$queryRaw<StandingRow[]>`
    SELECT a.id, a.public_id, a.person_id, r.result_id, r.round, y.ordinal, r.ended_at, r.ended_by, r.score, r.max_score, r.passed,
      r.marks, json_extract(a.paper, '$.passPercent') AS pass_percent,
      CASE WHEN instr(r.marks, '"question"') = 0 THEN a.paper END AS paper,
      EXISTS (SELECT 1 FROM attempt_result x WHERE x.attempt_id = a.id AND x.kind IN ('marked', 'appealed')) AS spoken
    FROM attempt a
    JOIN attempt_standing r ON r.attempt_id = a.id
    JOIN attempt_result y ON y.id = r.result_id
    WHERE a.id IN (${Prisma.join([...ids])}) AND r.void = 0 AND (${named} OR instr(r.marks, '"question"') = 0)
    ORDER BY a.id`;
  for (const row of rows) {
    const marks = await marksOf(row);
    if (!marks.some(({ question }) => question !== undefined && rule.versions.includes(question))) continue;
    found.asked++;
    const decided = row.spoken ? await decidedOf(client, row) : new Set<number>();
    if (marks.some(({ item, question }) => decided.has(item) && rule.versions.includes(question ?? 0))) found.decided++;
    const grade = regraded(marks, rule, { contentOf, decided, passPercent: Number(row.pass_percent) });
    if (!grade) continue;
    const move = {
      from: { score: Number(row.score), max: Number(row.max_score), passed: Boolean(row.passed) },
      to: { score: grade.score, max: grade.max, passed: grade.passed },
    };
    found.results.push({
      ...move,
      kind: moveKind(move),
      attemptId: Number(row.id),
      publicId: row.public_id,
      personId: Number(row.person_id),
      resultId: Number(row.result_id),
      round: Number(row.round),
      ordinal: Number(row.ordinal) + 1,
      endedAt: row.ended_at,
      endedBy: row.ended_by,
      pending: grade.pending,
      marks: JSON.stringify(grade.marks),
    });
  }
}

/** The marks; of a result that names no question and no answer, those that its paper and its saved answers give. */
async function marksOf({ id, marks, paper }: StandingRow): Promise<RegradedMark[]> {
  const list = JSON.parse(marks) as ItemMark[];
  if (paper === null) return list;
  const told = gradePaper(await paperOf(paper), await savedAnswers(null, Number(id))).marks;
  return list.map((mark) => {
    const again = told.find(({ item }) => item === mark.item);
    return { ...mark, question: again?.question, answer: again?.answer };
  });
}

async function decidedOf(client: PrismaClient, { id, round }: StandingRow): Promise<Set<number>> {
  const results = await client.attempt_result.findMany({
    where: { attempt_id: Number(id), round: Number(round) },
    orderBy: { ordinal: "asc" },
    select: { kind: true, marks: true },
  });
  return decidedItems(results.map(({ kind, marks }) => ({ kind, marks: JSON.parse(marks) as ItemMark[] })));
}

function sealOf(rule: RegradeRule, results: readonly RegradedResult[]): string {
  const hash = createHash("sha256").update(JSON.stringify(rule));
  for (const { resultId, to } of results) hash.update(`${resultId}:${to.score}:${to.max}:${to.passed};`);
  return hash.digest("hex").slice(0, 32);
}
