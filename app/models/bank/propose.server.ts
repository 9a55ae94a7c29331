import { canonicalJson } from "~/content/canonical-json.server";
import { problemsOfQuestion, type QuestionProblem } from "~/domain/bank/question-problems";
import type { Question } from "~/domain/course/question";
import { hasPower, type Viewer } from "~/domain/permissions/viewer";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import { reader, recordChange } from "../database.server";
import { findBank } from "./bank-entries.server";
import { newQuestionKey } from "./new-question-key.server";
import { referenceProblems } from "./question-references.server";
import { withoutBank } from "./question-versions.server";
import { insertProposal } from "./start-proposal.server";

export interface ManyQuestions {
  bank: string;
  /** with the key of the question they change; with a key that the bank does not have, it is a new question */
  questions: readonly Question[];
  /** public id of the import that brings them */
  batch: string;
  onceKey?: string;
}

export type ManyProposed =
  /** `unchanged`: keys of those that say what holds already; in the order given */
  | { ok: true; proposals: { key: string; proposal: string; kind: "new" | "change" }[]; unchanged: string[] }
  | { ok: false; because: "not-found" }
  /** `index`: which of the questions; nothing was written */
  | { ok: false; because: "problems"; problems: { index: number; problems: QuestionProblem[] }[] };

/**
 * Proposes many questions at once, in one change: all or none. A new question keeps the key that it brings, and gets another where
 * the bank of another course has it already. What says the same as the version in force is left out.
 */
export async function propose(
  viewer: Viewer,
  { bank: slug, questions, batch, onceKey }: ManyQuestions,
  at: Instant,
): Promise<ManyProposed> {
  const today = civilDateOf(at);
  const bank = hasPower(viewer, "edit-questions") ? await findBank(slug, today) : null;
  if (!bank) return { ok: false, because: "not-found" };
  const wrong: { index: number; problems: QuestionProblem[] }[] = [];
  for (const [index, question] of questions.entries()) {
    const problems = [
      ...problemsOfQuestion(question).problems,
      ...(await referenceProblems(question, bank.course, today)),
    ];
    if (problems.length > 0) wrong.push({ index, problems });
  }
  if (wrong.length > 0) return { ok: false, because: "problems", problems: wrong };
  const elsewhere = await keysOfOtherBanks(
    slug,
    questions.map(({ key }) => key),
  );
  const fresh: { entry: Parameters<typeof insertProposal>[2]["entry"]; question: Question }[] = [];
  const unchanged: string[] = [];
  for (const question of questions) {
    const entry = bank.entries.get(question.key) ?? null;
    if (entry?.status === "active" && canonicalJson(withoutBank(entry.question)) === canonicalJson(question)) {
      unchanged.push(question.key);
      continue;
    }
    const taken = entry === null && elsewhere.has(question.key);
    const key = taken ? newQuestionKey(slug, bank.entries.keys(), question.stem.en) : question.key;
    fresh.push({ entry, question: { ...question, key } });
  }
  if (fresh.length === 0) return { ok: true, proposals: [], unchanged };
  const act = { kind: "questions-brought-in", at, actorId: viewer.accountId, onceKey: onceKey ?? null };
  const proposals = await recordChange(act, async (rows, changeId) => {
    const written: { key: string; proposal: string; kind: "new" | "change" }[] = [];
    for (const { entry, question } of fresh) {
      const proposal = await insertProposal(rows, changeId, {
        viewer,
        bank: slug,
        entry,
        question,
        batch,
        at,
        proposed: true,
      });
      written.push({ key: question.key, proposal, kind: entry === null ? "new" : "change" });
    }
    return written;
  });
  return { ok: true, proposals, unchanged };
}

async function keysOfOtherBanks(bank: string, keys: readonly string[]): Promise<Set<string>> {
  const client = await reader();
  const rows = await client.$queryRaw<{ key: string }[]>`
    SELECT DISTINCT key FROM question_version
    WHERE key IN (SELECT value FROM json_each(${JSON.stringify(keys)})) AND json_extract(content, '$.bank') <> ${bank}`;
  return new Set(rows.map(({ key }) => key));
}
