import type { MoveKind, RegradeRule } from "~/domain/assessment/regrade";
import type { QuestionBody } from "~/domain/course/question";
import type { Language } from "~/domain/text/language";
import type { CivilDate, Instant } from "~/domain/time/civil-date";
import { namesOfAccounts } from "../access/names-of-accounts.server";
import { reader } from "../database.server";
import type { StoredRegrade } from "./carry-out-regrade.server";

export interface RecordedRegrade {
  regrade: string;
  key: string;
  stem: string;
  rule: RegradeRule;
  moves: Record<MoveKind, number>;
  reason: string;
  by: string;
  at: Instant;
}

/** The regrades of a course's exam, newest first; no names of those who sat it. */
export async function regradesOf(courseId: number, today: CivilDate, language: Language): Promise<RecordedRegrade[]> {
  const client = await reader();
  const rows = await client.$queryRaw<
    {
      public_id: string;
      question_key: string;
      rule: string;
      reason: string;
      account_id: bigint;
      at: string;
      content: string | null;
    }[]
  >`
    SELECT g.public_id, g.question_key, g.rule, g.reason, g.account_id, g.at,
      (SELECT q.content FROM question_version q WHERE q.key = g.question_key ORDER BY q.id DESC LIMIT 1) AS content
    FROM regrade g WHERE g.course_id = ${courseId} ORDER BY g.id DESC`;
  const names = await namesOfAccounts(
    rows.map(({ account_id }) => Number(account_id)),
    today,
  );
  return rows.map((row) => {
    const { rule, moves } = JSON.parse(row.rule) as StoredRegrade;
    const question = row.content === null ? null : (JSON.parse(row.content) as QuestionBody);
    return {
      regrade: row.public_id,
      key: row.question_key,
      stem: question?.stem[language] ?? row.question_key,
      rule,
      moves,
      reason: row.reason,
      by: names.get(Number(row.account_id)) ?? "",
      at: row.at,
    };
  });
}
