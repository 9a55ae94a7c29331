import { canonicalJson } from "~/content/canonical-json.server";
import { possibleProposalActs } from "~/domain/bank/proposal-state";
import type { QuestionProblem } from "~/domain/bank/question-problems";
import { type Question, questionSchema } from "~/domain/course/question";
import { hasPower, type Viewer } from "~/domain/permissions/viewer";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import { isDuplicate, type Rows, reader, recordChange } from "../database.server";
import { newPublicId } from "../public-id.server";
import { changeUnder } from "../recorded-acts.server";
import { type BankEntry, findBank } from "./bank-entries.server";
import { newQuestionKey } from "./new-question-key.server";
import { ProposalRefused, partyTo, proposalsWhere } from "./proposal-rows.server";
import { referenceProblems } from "./question-references.server";

export interface NewProposal {
  bank: string;
  /** null: a new question, which gets its key here */
  key: string | null;
  /** what is written; its own `key` does not count */
  question: Question;
  /** an own open proposal whose place this one takes */
  replaces: string | null;
  onceKey: string;
}

export type Started =
  | { done: true; proposal: string }
  | { done: false; because: "not-found" }
  | { done: false; because: "problems"; problems: QuestionProblem[] };

/**
 * Begins a proposal by its first writing: a draft on the version that holds now. Sent twice, it is one proposal. `not-found`: the
 * bank or the question is not there, or the viewer does not write questions.
 */
export async function startProposal(viewer: Viewer, given: NewProposal, at: Instant): Promise<Started> {
  const today = civilDateOf(at);
  const bank = hasPower(viewer, "edit-questions") ? await findBank(given.bank, today) : null;
  const entry = given.key === null ? null : bank?.entries.get(given.key);
  if (!bank || entry === undefined) return { done: false, because: "not-found" };
  const key = entry?.key ?? newQuestionKey(given.bank, bank.entries.keys(), given.question.stem.en);
  const question = questionSchema.parse({ ...given.question, key });
  const problems = await referenceProblems(question, bank.course, today);
  if (problems.length > 0) return { done: false, because: "problems", problems };
  const onceKey = `proposal ${viewer.accountId} ${given.onceKey}`;
  try {
    const proposal = await recordChange(
      { kind: "question-written", at, actorId: viewer.accountId, onceKey },
      async (rows, changeId) => {
        if (given.replaces) await withdraw(rows, viewer, given.replaces, changeId, at);
        return insertProposal(rows, changeId, {
          viewer,
          bank: given.bank,
          entry,
          question,
          batch: null,
          proposed: false,
          at,
        });
      },
    );
    return { done: true, proposal };
  } catch (error) {
    const earlier = isDuplicate(error) ? await changeUnder(onceKey) : null;
    if (earlier === null) {
      if (error instanceof ProposalRefused) return { done: false, because: "not-found" };
      throw error;
    }
    const client = await reader();
    const { public_id } = await client.question_proposal.findFirstOrThrow({ where: { recorded_change: earlier } });
    return { done: true, proposal: public_id };
  }
}

export interface FirstWriting {
  viewer: Viewer;
  bank: string;
  /** what it changes; null: a new question */
  entry: BankEntry | null;
  question: Question;
  batch: string | null;
  /** at once, without a draft */
  proposed: boolean;
  at: Instant;
}

/** A proposal with its first writing. @returns its public id */
export async function insertProposal(rows: Rows, changeId: number, given: FirstWriting): Promise<string> {
  const { viewer, bank, entry, question, batch, proposed, at } = given;
  const publicId = newPublicId();
  const { id } = await rows.question_proposal.create({
    data: {
      public_id: publicId,
      bank,
      question_key: question.key,
      kind: entry === null ? "new" : "change",
      based_on: entry?.versionId ?? null,
      batch,
      account_id: viewer.accountId,
      recorded_change: changeId,
    },
    select: { id: true },
  });
  const event = { proposal_id: id, account_id: viewer.accountId, text: "", at, recorded_change: changeId };
  await rows.proposal_event.createMany({
    data: [
      { ...event, kind: "written", content: canonicalJson(question) },
      ...(proposed ? [{ ...event, kind: "proposed" }] : []),
    ],
  });
  return publicId;
}

async function withdraw(rows: Rows, viewer: Viewer, publicId: string, changeId: number, at: Instant): Promise<void> {
  const [proposal] = await proposalsWhere(rows, { public_id: publicId });
  if (!proposal) throw new ProposalRefused("not-found");
  // somebody else's stays: only who had a hand in it takes it back
  if (!possibleProposalActs(proposal.kind, proposal.standing.state, partyTo(viewer, proposal)).includes("withdraw"))
    return;
  const event = { proposal_id: proposal.id, kind: "withdrawn", account_id: viewer.accountId, text: "", at };
  await rows.proposal_event.create({ data: { ...event, recorded_change: changeId } });
}
