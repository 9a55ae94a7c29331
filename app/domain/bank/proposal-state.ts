import type { Instant } from "~/domain/time/civil-date";

/** What happens to a proposal; each writing holds the whole question. */
export const PROPOSAL_EVENTS = ["written", "proposed", "returned", "approved", "rejected", "withdrawn"] as const;
export type ProposalEventKind = (typeof PROPOSAL_EVENTS)[number];

export const PROPOSAL_KINDS = ["new", "change", "retire"] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

export interface ProposalEvent {
  id: number;
  kind: ProposalEventKind;
  accountId: number;
  at: Instant;
}

export const PROPOSAL_STATES = ["draft", "proposed", "returned", "approved", "rejected", "withdrawn"] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

const CLOSED: readonly ProposalState[] = ["approved", "rejected", "withdrawn"];

export interface ProposalStanding {
  state: ProposalState;
  /** when it came into its state; null: nothing has happened */
  since: Instant | null;
  /** accounts that wrote or proposed it: none of them decides on it */
  hands: ReadonlySet<number>;
  /** id of the last event that counts: what a decider has seen */
  last: number;
}

/** Where a proposal stands, from its events in order. What is written anew is to be proposed anew; after the end nothing counts. */
export function standingOfProposal(events: readonly ProposalEvent[]): ProposalStanding {
  const hands = new Set<number>();
  let standing: Omit<ProposalStanding, "hands"> = { state: "draft", since: null, last: 0 };
  for (const { id, kind, accountId, at } of events) {
    if (isClosedProposal(standing.state)) break;
    if (kind === "written" || kind === "proposed") hands.add(accountId);
    standing = { state: kind === "written" ? "draft" : kind, since: at, last: id };
  }
  return { ...standing, hands };
}

export function isClosedProposal(state: ProposalState): boolean {
  return CLOSED.includes(state);
}

/** Who stands before a proposal. */
export interface ProposalParty {
  /** has the power to write questions */
  edits: boolean;
  /** has the power to approve them */
  reviews: boolean;
  /** wrote or proposed this one */
  hand: boolean;
}

export type ProposalAct = "write" | "propose" | "withdraw" | "return" | "approve" | "reject";

/**
 * What someone may do with a proposal now. Whoever wrote any of it does not decide on it, whatever powers they have. A proposal
 * to take a question out has no text to write.
 */
export function possibleProposalActs(
  kind: ProposalKind,
  state: ProposalState,
  { edits, reviews, hand }: ProposalParty,
): ProposalAct[] {
  if (isClosedProposal(state)) return [];
  const acts: ProposalAct[] = [];
  if (edits && kind !== "retire") acts.push("write");
  if (edits && state !== "proposed") acts.push("propose");
  if (edits && hand) acts.push("withdraw");
  if (reviews && !hand && state === "proposed") acts.push("approve", "return", "reject");
  return acts;
}

/** What is not recorded without words: the author is owed a reason. */
export function needsWords(act: ProposalAct): boolean {
  return act === "return" || act === "reject";
}
