import type { ProofEvidence } from "~/domain/evidence-file/evidence-file";
import type { CivilDate } from "~/domain/time/civil-date";
import { namesOfAccounts } from "../access/names-of-accounts.server";
import type { Rows } from "../database.server";

/** Training and language proofs from outside: what was claimed, who verified what, and the files that came with them. */
export async function proofEvidence(
  client: Rows,
  proofIds: readonly number[],
  today: CivilDate,
): Promise<{ proofs: ProofEvidence[]; changes: number[] }> {
  if (proofIds.length === 0) return { proofs: [], changes: [] };
  const ids = [...proofIds];
  const proofs = await client.outside_proof.findMany({ where: { id: { in: ids } }, orderBy: { id: "asc" } });
  const events = await client.outside_proof_event.findMany({
    where: { proof_id: { in: ids } },
    orderBy: { id: "asc" },
  });
  const files = await client.outside_proof_file.findMany({ where: { proof_id: { in: ids } }, orderBy: { id: "asc" } });
  const names = await namesOfAccounts(
    events.map(({ account_id }) => account_id),
    today,
  );
  return {
    proofs: proofs.map((proof) => ({
      id: proof.public_id,
      kind: proof.kind,
      content: JSON.parse(proof.content) as unknown,
      events: events
        .filter(({ proof_id }) => proof_id === proof.id)
        .map(({ kind, content, text, account_id, at }) => ({
          kind,
          content: content === null ? null : (JSON.parse(content) as unknown),
          text,
          by: names.get(account_id) ?? null,
          at,
        })),
      files: files
        .filter(({ proof_id }) => proof_id === proof.id)
        .map(({ name, sha256, bytes }) => ({ name, sha256, bytes })),
    })),
    changes: [...proofs, ...events].map(({ recorded_change }) => recorded_change),
  };
}
