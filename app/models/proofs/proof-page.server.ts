import type { Viewer } from "~/domain/permissions/viewer";
import { levelsProven, type ProofContent } from "~/domain/proofs/outside-proof";
import { mayFollow, PROOF_EVENTS, type ProofEventKind, type ProofState } from "~/domain/proofs/proof-state";
import type { CivilDate, Instant } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { frameworksAsOf } from "../course/frameworks.server";
import { reader } from "../database.server";
import { type PersonOfRequest, peopleOfRequests } from "../requests/request-people.server";
import type { ProofFile } from "./proof-rows.server";
import { findProof } from "./proofs-in-reach.server";

export interface ProofPage {
  proof: string;
  own: boolean;
  state: ProofState;
  content: ProofContent;
  /** levels that it proves, where it was verified */
  levels: { competency: string; title: string; level: number }[];
  person: PersonOfRequest;
  files: Omit<ProofFile, "sha256">[];
  events: { kind: ProofEventKind; by: string; text: string | null; at: Instant }[];
  /** what the viewer may do to it now */
  may: ProofEventKind[];
  /** that a training can be said to prove */
  competencies: { key: string; title: string }[];
}

/** A proof for the person whose it is, and for whoever may verify it. Null to everyone else. */
export async function proofPage(
  viewer: Viewer,
  publicId: string,
  today: CivilDate,
  language: Language,
): Promise<ProofPage | null> {
  const client = await reader();
  const found = await findProof(client, viewer, publicId, today);
  if (!found) return null;
  const { proof, own } = found;
  const [people, frameworks] = await Promise.all([peopleOfRequests([proof], today, language), frameworksAsOf(today)]);
  const { competencies } = frameworks.competencies.content;
  const titleOf = (key: string) => competencies.find((each) => each.key === key)?.title[language] ?? key;
  const { state, content, verified } = proof;
  const levels = verified ? levelsProven(verified) : [];
  return {
    proof: proof.publicId,
    own,
    state,
    content,
    levels: levels.map(({ competency, level }) => ({ competency, title: titleOf(competency), level })),
    person: people.person(proof.personId),
    files: proof.files.map(({ sha256: _, ...file }) => file),
    events: proof.events.map(({ kind, accountId, text, at }) => ({ kind, by: people.account(accountId), text, at })),
    may: PROOF_EVENTS.filter((kind) => mayFollow(state, kind, own ? "person" : "verifier")),
    competencies: own ? [] : competencies.map(({ key, title }) => ({ key, title: title[language] })),
  };
}

/** A file of a proof, for whoever may see the proof. */
export async function findProofFile(
  viewer: Viewer,
  publicId: string,
  file: string,
  today: CivilDate,
): Promise<ProofFile | null> {
  const found = await findProof(await reader(), viewer, publicId, today);
  return found?.proof.files.find((each) => each.publicId === file) ?? null;
}
