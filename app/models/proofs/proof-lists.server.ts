import type { Viewer } from "~/domain/permissions/viewer";
import type { ProofContent } from "~/domain/proofs/outside-proof";
import type { ProofState } from "~/domain/proofs/proof-state";
import type { CivilDate, Instant } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { reader } from "../database.server";
import { keptRecords } from "../people/records-of.server";
import { peopleOfRequests } from "../requests/request-people.server";
import { proofsWhere, type RecordedProof } from "./proof-rows.server";
import { verifiable } from "./proofs-in-reach.server";

export interface ProofLine {
  proof: string;
  content: ProofContent;
  state: ProofState;
  /** whose it is, and where they serve */
  person: string;
  place: string;
  /** when it was handed in last */
  submittedAt: Instant;
  files: number;
}

const MOST_OWN = 100;
export const PROOFS_PAGE = 30;

/** What the viewer has handed in, newest first. */
export async function ownProofs(viewer: Viewer, today: CivilDate, language: Language): Promise<ProofLine[]> {
  const client = await reader();
  const merged = [...(await keptRecords(client))].filter(([, kept]) => kept === viewer.personId).map(([id]) => id);
  return lines(
    await proofsWhere(client, { person_id: { in: [viewer.personId, ...merged] } }, MOST_OWN),
    today,
    language,
  );
}

/** What waits for the viewer to verify it, the oldest first. `page` from 1. */
export async function proofsToVerify(
  viewer: Viewer,
  page: number,
  today: CivilDate,
  language: Language,
): Promise<{ total: number; lines: ProofLine[] }> {
  const client = await reader();
  const mine = await verifiable(viewer, today);
  // an event is recorded only where it may follow on what was before: the last says the state
  const found = await client.$queryRaw<{ id: bigint; total: bigint }[]>`
    SELECT r.id, COUNT(*) OVER () AS total FROM outside_proof r WHERE ${mine} AND 'submitted' =
      (SELECT v.kind FROM outside_proof_event v WHERE v.proof_id = r.id ORDER BY v.id DESC LIMIT 1)
    ORDER BY r.id LIMIT ${PROOFS_PAGE} OFFSET ${(page - 1) * PROOFS_PAGE}`;
  const proofs = await proofsWhere(client, { id: { in: found.map(({ id }) => Number(id)) } });
  return { total: Number(found[0]?.total ?? 0), lines: await lines(proofs.reverse(), today, language) };
}

async function lines(proofs: readonly RecordedProof[], today: CivilDate, language: Language): Promise<ProofLine[]> {
  const people = await peopleOfRequests(proofs, today, language);
  return proofs.map(({ publicId, content, state, personId, events, files }) => {
    const { name: person, place } = people.person(personId);
    const submittedAt = events.findLast(({ kind }) => kind === "submitted")?.at ?? "";
    return { proof: publicId, content, state, person, place, submittedAt, files: files.length };
  });
}
