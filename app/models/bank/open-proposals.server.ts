import { Prisma } from "../generated/client";

/** Proposals `p` with the kind of the last thing that happened to each: after an end nothing more is recorded. */
export const WITH_LAST = Prisma.sql`(SELECT q.*, (SELECT v.kind FROM proposal_event v WHERE v.proposal_id = q.id
  ORDER BY v.id DESC LIMIT 1) AS last FROM question_proposal q) AS p`;

/** Those that are not decided: drafts, what waits, what was returned. */
export const OPEN_PROPOSALS = Prisma.sql`${WITH_LAST} WHERE p.last IN ('written', 'proposed', 'returned')`;
