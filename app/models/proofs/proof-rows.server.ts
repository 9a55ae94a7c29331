import { type ProofContent, proofContent, type VerifiedContent, verifiedContent } from "~/domain/proofs/outside-proof";
import { lastOf, type ProofEventKind, type ProofState, proofState } from "~/domain/proofs/proof-state";
import type { Instant } from "~/domain/time/civil-date";
import type { Rows } from "../database.server";
import type { Prisma } from "../generated/client";
import { keptRecords } from "../people/records-of.server";

/** A proof from outside as recorded, with what happened to it, in order. */
export interface RecordedProof {
  id: number;
  publicId: string;
  /** the kept record, where two were merged */
  personId: number;
  /** account of who handed it in */
  raisedBy: number;
  state: ProofState;
  /** as verified where it counts or counted, else as last claimed */
  content: ProofContent;
  /** what was verified; null: nothing was */
  verified: VerifiedContent | null;
  events: ProofEvent[];
  files: ProofFile[];
}

export interface ProofEvent {
  kind: ProofEventKind;
  accountId: number;
  text: string | null;
  at: Instant;
}

export interface ProofFile {
  publicId: string;
  name: string;
  mediaType: string;
  bytes: number;
  sha256: string;
}

/** Proofs by a condition, newest first, with events and files: four statements, however many they are. */
export async function proofsWhere(
  client: Rows,
  where: Prisma.outside_proofWhereInput,
  most?: number,
): Promise<RecordedProof[]> {
  const rows = await client.outside_proof.findMany({ where, orderBy: { id: "desc" }, take: most });
  if (rows.length === 0) return [];
  const ids = { in: rows.map(({ id }) => id) };
  const events = await client.outside_proof_event.findMany({ where: { proof_id: ids }, orderBy: { id: "asc" } });
  const files = await client.outside_proof_file.findMany({ where: { proof_id: ids }, orderBy: { id: "asc" } });
  const kept = await keptRecords(client);
  return rows.map((row) => {
    const own = events.filter(({ proof_id }) => proof_id === row.id);
    const recorded = own.map(({ kind, account_id: accountId, content, text, at }) => ({
      kind: kind as ProofEventKind,
      accountId,
      content,
      text,
      at,
    }));
    const verified = lastOf(recorded, "verified")?.content;
    const claimed = lastOf(recorded, "submitted")?.content ?? row.content;
    const counted = verified ? verifiedContent.parse(JSON.parse(verified)) : null;
    return {
      id: row.id,
      publicId: row.public_id,
      personId: kept.get(row.person_id) ?? row.person_id,
      raisedBy: recorded[0]?.accountId ?? 0,
      state: proofState(recorded),
      content: counted?.content ?? proofContent.parse(JSON.parse(claimed)),
      verified: counted,
      events: recorded.map(({ content: _, ...event }) => event),
      files: files
        .filter(({ proof_id }) => proof_id === row.id)
        .map((file) => ({
          publicId: file.public_id,
          name: file.name,
          mediaType: file.media_type,
          bytes: file.bytes,
          sha256: file.sha256,
        })),
    };
  });
}
