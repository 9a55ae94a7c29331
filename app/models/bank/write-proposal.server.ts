import { canonicalJson } from "~/content/canonical-json.server";
import { possibleProposalActs } from "~/domain/bank/proposal-state";
import type { QuestionProblem } from "~/domain/bank/question-problems";
import { type Question, questionSchema } from "~/domain/course/question";
import type { Viewer } from "~/domain/permissions/viewer";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import { isDuplicate, reader, recordChange } from "../database.server";
import { changeUnder } from "../recorded-acts.server";
import { findBank } from "./bank-entries.server";
import { ProposalRefused, partyTo, proposalsWhere } from "./proposal-rows.server";
import { referenceProblems } from "./question-references.server";

export type Written =
  | { done: true }
  /** `seen-before`: somebody wrote on it since the form was made */
  | { done: false; because: "not-found" | "not-possible" | "seen-before" }
  | { done: false; because: "problems"; problems: QuestionProblem[] };

/** Writes a proposal anew, whole; what waited for approval is a draft again. `seen`: the last event when the form was made. */
export async function writeProposal(
  viewer: Viewer,
  publicId: string,
  given: { question: Question; seen: number; onceKey: string },
  at: Instant,
): Promise<Written> {
  const client = await reader();
  const today = civilDateOf(at);
  const [proposal] = await proposalsWhere(client, { public_id: publicId });
  const bank = proposal && (await findBank(proposal.bank, today));
  if (!proposal || !bank) return { done: false, because: "not-found" };
  const question = questionSchema.parse({ ...given.question, key: proposal.key });
  const problems = await referenceProblems(question, bank.course, today);
  if (problems.length > 0) return { done: false, because: "problems", problems };
  const onceKey = `proposal ${viewer.accountId} ${given.onceKey}`;
  try {
    await recordChange({ kind: "question-written", at, actorId: viewer.accountId, onceKey }, async (rows, changeId) => {
      const [still] = await proposalsWhere(rows, { id: proposal.id });
      if (!still) throw new ProposalRefused("not-found");
      if (!possibleProposalActs(still.kind, still.standing.state, partyTo(viewer, still)).includes("write")) {
        throw new ProposalRefused("not-possible");
      }
      if (still.standing.last !== given.seen) throw new ProposalRefused("seen-before");
      await rows.proposal_event.create({
        data: {
          proposal_id: proposal.id,
          kind: "written",
          account_id: viewer.accountId,
          content: canonicalJson(question),
          text: "",
          at,
          recorded_change: changeId,
        },
      });
    });
    return { done: true };
  } catch (error) {
    if (isDuplicate(error) && (await changeUnder(onceKey)) !== null) return { done: true };
    if (error instanceof ProposalRefused && error.because !== "stale") return { done: false, because: error.because };
    throw error;
  }
}
