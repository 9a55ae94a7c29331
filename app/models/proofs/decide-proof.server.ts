import { behalfOf } from "~/domain/permissions/behalf";
import type { Viewer } from "~/domain/permissions/viewer";
import { countsFrom, levelsProven, type VerifiedContent } from "~/domain/proofs/outside-proof";
import { mayFollow, type ProofEventKind } from "~/domain/proofs/proof-state";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import { earnWhatIsDue } from "../certification/earn.server";
import { recordEvidence, takeBackEvidence } from "../competency/record-evidence.server";
import { frameworksAsOf } from "../course/frameworks.server";
import { type Rows, reader, recordChange } from "../database.server";
import { coversPerson } from "../reporting/covers-person.server";
import type { RecordedProof } from "./proof-rows.server";
import { findProof } from "./proofs-in-reach.server";
import { endOf } from "./verified-proofs.server";

/** What a person or a verifier does to a proof; a verification says what counts. */
export type ProofDecision =
  | { kind: Exclude<ProofEventKind, "submitted" | "verified">; text: string }
  | { kind: "verified"; text: string; verified: VerifiedContent };

export type ProofOutcome =
  | "recorded"
  | "not-found"
  | "not-possible"
  | "words-missing"
  | "not-yet-over"
  | "unknown-level";

class Refused extends Error {
  constructor(readonly outcome: "not-found" | "not-possible") {
    super(outcome);
  }
}

/**
 * Verifies, returns, refuses, revokes or withdraws a proof. A verification writes, in the same transaction, what it proves and issues
 * what it completes; a revocation takes the evidence back, and certificates stay until someone revokes them. Nobody verifies
 * their own.
 */
export async function decideProof(
  viewer: Viewer,
  publicId: string,
  decision: ProofDecision,
  at: Instant,
): Promise<ProofOutcome> {
  const today = civilDateOf(at);
  const found = await findProof(await reader(), viewer, publicId, today);
  if (!found) return "not-found";
  const by = found.own ? "person" : "verifier";
  if (!mayFollow(found.proof.state, decision.kind, by)) return "not-possible";
  if (["returned", "refused", "revoked"].includes(decision.kind) && decision.text === "") return "words-missing";
  if (decision.kind === "verified") {
    if (decision.verified.content.kind !== found.proof.content.kind) return "not-possible";
    if (countsFrom(decision.verified.content) > today) return "not-yet-over";
    const { competencies } = (await frameworksAsOf(today)).competencies.content;
    const known = new Set(competencies.map(({ key }) => key));
    if (levelsProven(decision.verified).some(({ competency }) => !known.has(competency))) return "unknown-level";
  }
  const covers = await coversPerson(found.proof.personId, today);
  const onBehalfOf = found.own ? null : behalfOf(viewer, "verify-proofs", covers);
  const act = {
    kind: `proof-${decision.kind}`,
    at,
    actorId: viewer.accountId,
    onBehalfOf,
    note: decision.text || null,
  };
  try {
    await recordChange(act, async (rows, changeId) => {
      const still = await findProof(rows, viewer, publicId, today);
      if (!still) throw new Refused("not-found");
      if (!mayFollow(still.proof.state, decision.kind, by)) throw new Refused("not-possible");
      await say(rows, changeId, still.proof, viewer, decision, at);
    });
    return "recorded";
  } catch (error) {
    if (error instanceof Refused) return error.outcome;
    throw error;
  }
}

async function say(
  rows: Rows,
  changeId: number,
  proof: RecordedProof,
  viewer: Viewer,
  decision: ProofDecision,
  at: Instant,
): Promise<void> {
  await rows.outside_proof_event.create({
    data: {
      proof_id: proof.id,
      kind: decision.kind,
      account_id: viewer.accountId,
      content: decision.kind === "verified" ? JSON.stringify(decision.verified) : null,
      text: decision.text || null,
      at,
      recorded_change: changeId,
    },
  });
  if (decision.kind === "revoked") await takeBackEvidence(rows, changeId, { proofId: proof.id });
  if (decision.kind !== "verified") return;
  const { content } = decision.verified;
  await recordEvidence(rows, changeId, {
    personId: proof.personId,
    fact: { kind: content.kind, proofId: proof.id },
    levels: levelsProven(decision.verified),
    validFrom: countsFrom(content),
    validTo: endOf(content),
  });
  await earnWhatIsDue(rows, changeId, proof.personId, { at });
}
