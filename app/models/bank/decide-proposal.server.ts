import { needsWords, type ProposalEventKind, possibleProposalActs } from "~/domain/bank/proposal-state";
import { behalfOf } from "~/domain/permissions/behalf";
import type { Viewer } from "~/domain/permissions/viewer";
import type { Instant } from "~/domain/time/civil-date";
import { isDuplicate, type Rows, reader, recordChange } from "../database.server";
import { changeUnder } from "../recorded-acts.server";
import { ProposalRefused, partyTo, proposalsWhere, type RecordedProposal } from "./proposal-rows.server";

export type ProposalDecision = "propose" | "withdraw" | "return" | "reject" | "approve";

const EVENTS: Record<ProposalDecision, ProposalEventKind> = {
  propose: "proposed",
  withdraw: "withdrawn",
  return: "returned",
  reject: "rejected",
  approve: "approved",
};

export interface GivenDecision {
  text: string;
  /** the last event when the page was made: one decides on what one has read */
  seen: number;
  onceKey: string;
}

export type Decided =
  | "done"
  | "not-found"
  /** not theirs to do, or somebody was faster */
  | "not-possible"
  /** it was written anew since the page was made */
  | "seen-before"
  | "words-missing";

/** Records what an author or a reviewer does with a proposal. Of two at once one wins; sent twice, it is done once. */
export function decideProposal(
  viewer: Viewer,
  publicId: string,
  act: Exclude<ProposalDecision, "approve">,
  given: GivenDecision,
  at: Instant,
): Promise<Decided> {
  return carryOut(viewer, publicId, act, given, at).then((outcome) => (outcome === "stale" ? "not-possible" : outcome));
}

/**
 * The same for every act; `also` does in the transaction what else it brings about, and may refuse.
 * @throws whatever `also` throws, but ProposalRefused
 */
export async function carryOut(
  viewer: Viewer,
  publicId: string,
  act: ProposalDecision,
  { text, seen, onceKey }: GivenDecision,
  at: Instant,
  also?: (rows: Rows, changeId: number, proposal: RecordedProposal) => Promise<void>,
): Promise<Decided | "stale"> {
  const [found] = await proposalsWhere(await reader(), { public_id: publicId });
  const party = found && partyTo(viewer, found);
  if (!found || !(party?.edits || party?.reviews)) return "not-found";
  if (needsWords(act) && text === "") return "words-missing";
  const power = act === "propose" || act === "withdraw" ? "edit-questions" : "review-questions";
  const key = `proposal ${viewer.accountId} ${onceKey}`;
  const change = {
    kind: `question-${EVENTS[act]}`,
    at,
    actorId: viewer.accountId,
    onBehalfOf: behalfOf(viewer, power, () => true),
    note: text || null,
    onceKey: key,
  };
  try {
    await recordChange(change, async (rows, changeId) => {
      const [proposal] = await proposalsWhere(rows, { id: found.id });
      if (!proposal) throw new ProposalRefused("not-found");
      const { kind, standing } = proposal;
      if (!possibleProposalActs(kind, standing.state, partyTo(viewer, proposal)).includes(act)) {
        throw new ProposalRefused("not-possible");
      }
      if (standing.last !== seen) throw new ProposalRefused("seen-before");
      await also?.(rows, changeId, proposal);
      const event = { proposal_id: found.id, kind: EVENTS[act], account_id: viewer.accountId, text, at };
      await rows.proposal_event.create({ data: { ...event, recorded_change: changeId } });
    });
    return "done";
  } catch (error) {
    if (error instanceof ProposalRefused) return error.because;
    if (isDuplicate(error) && (await changeUnder(key)) !== null) return "done";
    throw error;
  }
}
