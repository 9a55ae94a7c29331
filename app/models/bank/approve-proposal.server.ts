import { canonicalJson, contentHash } from "~/content/canonical-json.server";
import type { QuestionProblem } from "~/domain/bank/question-problems";
import { type BankQuestion, questionSchema } from "~/domain/course/question";
import type { Viewer } from "~/domain/permissions/viewer";
import { isToComplete } from "~/domain/question-files/to-complete";
import { type CivilDate, civilDateOf, type Instant } from "~/domain/time/civil-date";
import { type Rows, reader } from "../database.server";
import { findBank } from "./bank-entries.server";
import { lookAtBankAgain } from "./bank-state.server";
import { carryOut, type Decided, type GivenDecision } from "./decide-proposal.server";
import { ProposalRefused, proposalsWhere, type RecordedProposal } from "./proposal-rows.server";
import { referenceProblems } from "./question-references.server";
import { isStale, versionInForce } from "./version-in-force.server";

export type Approved =
  | { outcome: Exclude<Decided, "words-missing"> }
  /** the version that it started from holds no longer */
  | { outcome: "stale" }
  /** what it refers to is gone since it was written */
  | { outcome: "problems"; problems: QuestionProblem[] };

/**
 * Brings a proposal into force: its question becomes an immutable version and is drawn from now on, or is drawn no more; all in
 * one change. Papers that are frozen stay as they are. Of two at once exactly one wins.
 */
export async function approveProposal(
  viewer: Viewer,
  publicId: string,
  given: GivenDecision,
  at: Instant,
): Promise<Approved> {
  const today = civilDateOf(at);
  const problems = await problemsNow(publicId, today);
  if (problems.length > 0) return { outcome: "problems", problems };
  const outcome = await carryOut(viewer, publicId, "approve", given, at, (rows, changeId, proposal) =>
    putInForce(rows, changeId, proposal, today),
  );
  await lookAtBankAgain();
  if (outcome === "words-missing") throw new Error("an approval needs no words");
  return { outcome };
}

async function problemsNow(publicId: string, today: CivilDate): Promise<QuestionProblem[]> {
  const [proposal] = await proposalsWhere(await reader(), { public_id: publicId });
  const bank = proposal && (await findBank(proposal.bank, today));
  if (!proposal?.question || !bank) return [];
  // a text that stands for one to come is nothing to draw
  if (isToComplete(proposal.question)) return [{ field: "stem", problem: "to-complete" }];
  return referenceProblems(proposal.question, bank.course, today);
}

async function putInForce(rows: Rows, changeId: number, proposal: RecordedProposal, today: CivilDate): Promise<void> {
  const { bank, key, kind, basedOn, question } = proposal;
  const now = await versionInForce(rows, bank, key, today);
  if (isStale(proposal, now)) throw new ProposalRefused("stale");
  const versionId =
    kind === "retire" ? basedOn : await recordedVersion(rows, changeId, { ...questionSchema.parse(question), bank });
  if (versionId === null) throw new Error(`the proposal ${proposal.publicId} takes out what is not there`);
  if (now.itemId !== null) {
    await rows.bank_item.update({ where: { id: now.itemId }, data: { retracted_change: changeId } });
  }
  await rows.bank_item.create({
    data: {
      bank,
      question_key: key,
      question_version_id: versionId,
      status: kind === "retire" ? "retired" : "active",
      recorded_change: changeId,
    },
  });
}

/** The version of a key with this content: the one that is recorded already, or a new one. */
async function recordedVersion(rows: Rows, changeId: number, question: BankQuestion): Promise<number> {
  const hash = contentHash(question);
  const known = await rows.question_version.findUnique({ where: { key_hash: { key: question.key, hash } } });
  if (known) return known.id;
  const created = await rows.question_version.create({
    data: { key: question.key, hash, content: canonicalJson(question), recorded_change: changeId },
    select: { id: true },
  });
  return created.id;
}
