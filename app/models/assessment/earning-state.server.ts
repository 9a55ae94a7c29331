import { type AskedEffect, askedEffect, type EffectDecision } from "~/domain/assessment/mark-effects";
import type { Rows } from "../database.server";
import { Prisma } from "../generated/client";
import { recordsOf } from "../people/records-of.server";

/** An attempt of which somebody has to say what its later mark does. */
export interface WaitingEffect {
  attemptId: number;
  publicId: string;
  personId: number;
  asked: AskedEffect;
  /** what brought it about: kind of the result that stands, or a void or its withdrawal */
  because: EffectCause;
  /** under which the decision is filed, once: see `keyOf` */
  key: number;
}

export type EffectCause = "marked" | "late-answers" | "regraded" | "appealed" | "reopened" | "void" | "unvoid";

/** Attempts of which a decision could be asked: whose result is not the machine's first, and those that were ever void. */
export const EVER_MOVED = Prisma.sql`SELECT attempt_id FROM attempt_result WHERE ordinal > 0 OR round > 0
  UNION SELECT attempt_id FROM attempt_void`;

interface StateRow {
  id: bigint;
  public_id: string;
  person_id: bigint;
  result_id: bigint;
  result_kind: string;
  round: bigint;
  passed: bigint | boolean;
  passed_at_end: bigint | boolean | null;
  void_id: bigint | null;
  void_retracted: bigint | null;
  void_change: bigint | null;
  result_change: bigint;
  earned: bigint;
  decision: EffectDecision | null;
}

/** Those of the attempts of which a decision is asked now. Inside a write pass its rows. */
export async function askedEffects(
  client: Pick<Rows, "$queryRaw">,
  attemptIds: readonly number[],
): Promise<WaitingEffect[]> {
  if (attemptIds.length === 0) return [];
  const rows = await client.$queryRaw<StateRow[]>`
    SELECT a.id, a.public_id, a.person_id, r.result_id, r.result_kind, r.round, r.result_change,
      r.passed AND NOT r.pending AS passed,
      (SELECT x.passed FROM attempt_result x WHERE x.attempt_id = a.id AND x.round = r.round AND x.ordinal = 0) AS passed_at_end,
      v.id AS void_id, v.retracted_change AS void_retracted, COALESCE(v.retracted_change, v.recorded_change) AS void_change,
      (EXISTS (SELECT 1 FROM evidence e WHERE e.attempt_id = a.id)
        OR EXISTS (SELECT 1 FROM certificate c WHERE c.person_id IN ${recordsOf(Prisma.sql`a.person_id`)} AND c.attempt_id = a.id)
        OR EXISTS (SELECT 1 FROM eligibility g WHERE g.person_id IN ${recordsOf(Prisma.sql`a.person_id`)} AND g.attempt_id = a.id)
      ) AS earned,
      (SELECT m.decision FROM mark_effect m WHERE m.attempt_id = a.id ORDER BY m.id DESC LIMIT 1) AS decision
    FROM attempt a
    JOIN attempt_standing r ON r.attempt_id = a.id
    LEFT JOIN attempt_void v ON v.id = (SELECT MAX(id) FROM attempt_void WHERE attempt_id = a.id)
    WHERE a.id IN (${Prisma.join([...attemptIds])}) AND r.result_id IS NOT NULL
    ORDER BY a.id`;
  return rows.flatMap((row) => {
    const asked = askedEffect({
      passed: Boolean(row.passed),
      passedAtEnd: Boolean(row.passed_at_end),
      earned: !row.earned ? "nothing" : row.decision === "revoke" ? "taken-back" : "in-force",
      lastDecision: row.decision,
    });
    if (!asked) return [];
    const { key, because } = keyOf(row);
    return [
      { attemptId: Number(row.id), publicId: row.public_id, personId: Number(row.person_id), asked, because, key },
    ];
  });
}

/**
 * A decision is filed under what brought it about, so that it is made once: the result, or where a void came after it, that void
 * (−2 · id), or its withdrawal (−2 · id − 1).
 */
function keyOf(row: StateRow): { key: number; because: EffectCause } {
  const later = row.void_change !== null && row.void_change > row.result_change;
  if (row.void_id !== null && row.void_retracted === null) return { key: -2 * Number(row.void_id), because: "void" };
  if (row.void_id !== null && later) return { key: -2 * Number(row.void_id) - 1, because: "unvoid" };
  const kinds = ["marked", "late-answers", "regraded", "appealed"] as const;
  const because = kinds.find((kind) => kind === row.result_kind) ?? "reopened";
  return { key: Number(row.result_id), because };
}
