import {
  type ProposalEventKind,
  type ProposalKind,
  type ProposalParty,
  type ProposalStanding,
  standingOfProposal,
} from "~/domain/bank/proposal-state";
import type { Question } from "~/domain/course/question";
import { hasPower, type Viewer } from "~/domain/permissions/viewer";
import type { Instant } from "~/domain/time/civil-date";
import type { Rows } from "../database.server";
import type { Prisma } from "../generated/client";

export interface RecordedProposal {
  id: number;
  publicId: string;
  bank: string;
  key: string;
  kind: ProposalKind;
  /** question version that it starts from; null: a new question */
  basedOn: number | null;
  /** public id of the import that brought it */
  batch: string | null;
  accountId: number;
  changeId: number;
  standing: ProposalStanding;
  /** the question as written last; null where a question is to be taken out */
  question: Question | null;
  events: { id: number; kind: ProposalEventKind; accountId: number; text: string; at: Instant }[];
}

/** Proposals with all that happened to them, newest first; two statements. */
export async function proposalsWhere(
  client: Pick<Rows, "question_proposal" | "proposal_event">,
  where: Prisma.question_proposalWhereInput,
  most?: number,
): Promise<RecordedProposal[]> {
  const found = await client.question_proposal.findMany({
    where,
    orderBy: { id: "desc" },
    ...(most ? { take: most } : {}),
  });
  const events = await client.proposal_event.findMany({
    where: { proposal_id: { in: found.map(({ id }) => id) } },
    orderBy: { id: "asc" },
  });
  return found.map((row) => {
    const own = events
      .filter(({ proposal_id }) => proposal_id === row.id)
      .map(({ id, kind, account_id, text, at, content }) => ({
        id,
        kind: kind as ProposalEventKind,
        accountId: account_id,
        text,
        at,
        content,
      }));
    const content = own.findLast((event) => event.content !== null)?.content ?? null;
    return {
      id: row.id,
      publicId: row.public_id,
      bank: row.bank,
      key: row.question_key,
      kind: row.kind as ProposalKind,
      basedOn: row.based_on,
      batch: row.batch,
      accountId: row.account_id,
      changeId: row.recorded_change,
      standing: standingOfProposal(own),
      question: content === null ? null : (JSON.parse(content) as Question),
      events: own.map(({ content: _, ...event }) => event),
    };
  });
}

/** Who the viewer is to a proposal. */
export function partyTo(viewer: Viewer, { standing }: RecordedProposal): ProposalParty {
  return {
    edits: hasPower(viewer, "edit-questions"),
    reviews: hasPower(viewer, "review-questions"),
    hand: standing.hands.has(viewer.accountId),
  };
}

/** Thrown inside a transaction so that nothing of it stays. */
export class ProposalRefused extends Error {
  constructor(readonly because: "not-found" | "not-possible" | "stale" | "seen-before") {
    super(because);
  }
}
