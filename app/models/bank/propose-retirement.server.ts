import { hasPower, type Viewer } from "~/domain/permissions/viewer";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import { isDuplicate, reader, recordChange } from "../database.server";
import { newPublicId } from "../public-id.server";
import { changeUnder } from "../recorded-acts.server";
import { findBank } from "./bank-entries.server";

export type RetirementProposed =
  | { done: true; proposal: string }
  /** no such question in use, or the viewer writes none; a reason is owed */
  | { done: false; because: "not-found" | "words-missing" };

/** Proposes that a question is drawn no more; somebody else approves it. What was drawn stays as it is. */
export async function proposeRetirement(
  viewer: Viewer,
  given: { bank: string; key: string; reason: string; onceKey: string },
  at: Instant,
): Promise<RetirementProposed> {
  const bank = hasPower(viewer, "edit-questions") ? await findBank(given.bank, civilDateOf(at)) : null;
  const entry = bank?.entries.get(given.key);
  if (entry?.status !== "active") return { done: false, because: "not-found" };
  if (given.reason === "") return { done: false, because: "words-missing" };
  const onceKey = `proposal ${viewer.accountId} ${given.onceKey}`;
  const publicId = newPublicId();
  const act = { kind: "question-proposed", at, actorId: viewer.accountId, note: given.reason, onceKey };
  try {
    await recordChange(act, async (rows, recorded_change) => {
      const common = { account_id: viewer.accountId, recorded_change };
      const { id } = await rows.question_proposal.create({
        data: {
          public_id: publicId,
          bank: entry.bank,
          question_key: entry.key,
          kind: "retire",
          based_on: entry.versionId,
          ...common,
        },
        select: { id: true },
      });
      await rows.proposal_event.create({
        data: { proposal_id: id, kind: "proposed", text: given.reason, at, ...common },
      });
    });
    return { done: true, proposal: publicId };
  } catch (error) {
    const earlier = isDuplicate(error) ? await changeUnder(onceKey) : null;
    if (earlier === null) throw error;
    const client = await reader();
    const row = await client.question_proposal.findFirstOrThrow({ where: { recorded_change: earlier } });
    return { done: true, proposal: row.public_id };
  }
}
