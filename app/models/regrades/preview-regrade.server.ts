import type { MoveKind, RegradeMove, RegradeRule } from "~/domain/assessment/regrade";
import type { Viewer } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import { reader } from "../database.server";
import { Prisma } from "../generated/client";
import type { AskedQuestion } from "./asked-questions.server";
import { computeRegrade, type RegradedResult } from "./compute-regrade.server";
import { reachOfRegrade } from "./regrade-reach.server";

export interface PreviewedMove extends RegradeMove {
  attempt: string;
  name: string;
  kind: MoveKind;
  /** a certificate or a claim to one rests on the attempt */
  certificate: boolean;
}

/** Who would move, before anything is written. */
export interface RegradePreview {
  asked: number;
  moves: Record<MoveKind, number>;
  /** marker's decisions that stay as they are */
  decided: number;
  /** attempts under way that have the question: they are graded later, by the key on their paper */
  underWay: number;
  /** passes lost that a certificate or a claim rests on */
  certificates: number;
  /** people out of the viewer's reach: then it is not theirs to carry out */
  outOfReach: number;
  own: boolean;
  /** those whose pass changes first; at most `MOST_ROWS` */
  rows: PreviewedMove[];
  seal: string;
}

export const MOST_ROWS = 100;
const ORDER: readonly MoveKind[] = ["loses-pass", "gains-pass", "down", "up"];

export async function previewRegrade(
  viewer: Viewer,
  question: AskedQuestion,
  rule: RegradeRule,
  today: CivilDate,
): Promise<RegradePreview> {
  const computed = await computeRegrade(question, rule);
  const reach = await reachOfRegrade(viewer, today);
  const { results } = computed;
  const holding = await withPapers(results.filter(({ kind }) => kind === "loses-pass"));
  const moves = { "gains-pass": 0, "loses-pass": 0, up: 0, down: 0 };
  for (const { kind } of results) moves[kind]++;
  const seen = results.filter(({ personId }) => reach.inReach(personId));
  return {
    asked: computed.asked,
    moves,
    decided: computed.decided,
    underWay: await underWay(question, rule),
    certificates: holding.size,
    outOfReach: results.length - seen.length,
    own: results.some(({ personId }) => reach.isOwn(personId)),
    rows: seen
      .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || a.attemptId - b.attemptId)
      .slice(0, MOST_ROWS)
      .map(({ attemptId, publicId, personId, kind, from, to }) => ({
        attempt: publicId,
        name: reach.nameOf(personId),
        kind,
        from,
        to,
        certificate: holding.has(attemptId),
      })),
    seal: computed.seal,
  };
}

/** Those on which a certificate or a claim to one rests, by the id of the attempt. */
async function withPapers(results: readonly RegradedResult[]): Promise<Set<number>> {
  const client = await reader();
  const found = new Set<number>();
  for (let at = 0; at < results.length; at += 400) {
    const slice = results.slice(at, at + 400);
    const people = Prisma.join(slice.map(({ personId }) => personId));
    const rows = await client.$queryRaw<{ attempt_id: bigint | null }[]>`
      SELECT attempt_id FROM certificate WHERE person_id IN (${people})
      UNION SELECT attempt_id FROM eligibility WHERE person_id IN (${people})`;
    const ids = new Set(rows.map(({ attempt_id }) => Number(attempt_id)));
    for (const { attemptId } of slice) if (ids.has(attemptId)) found.add(attemptId);
  }
  return found;
}

async function underWay({ courseId }: AskedQuestion, { versions }: RegradeRule): Promise<number> {
  const client = await reader();
  const named = versions.map(
    (version) =>
      Prisma.sql`instr(a.paper, ${`"question":${version},`}) > 0 OR instr(a.paper, ${`"questionVersionId":${version},`}) > 0`,
  );
  const [row] = await client.$queryRaw<{ count: bigint }[]>`
    SELECT COUNT(*) AS count FROM course_version v JOIN attempt a ON a.course_version_id = v.id
    JOIN attempt_standing r ON r.attempt_id = a.id
    WHERE v.course_id = ${courseId} AND r.result_id IS NULL AND r.void = 0 AND (${Prisma.join(named, " OR ")})`;
  return Number(row?.count ?? 0);
}
