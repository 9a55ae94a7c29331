import { keepFile } from "~/documents/kept-files.server";
import type { Viewer } from "~/domain/permissions/viewer";
import type { ProofContent } from "~/domain/proofs/outside-proof";
import { mayFollow } from "~/domain/proofs/proof-state";
import type { ProofType } from "~/domain/requests/proof-file";
import { civilDateOf, type Instant } from "~/domain/time/civil-date";
import { isDuplicate, type Rows, reader, recordChange } from "../database.server";
import { newPublicId } from "../public-id.server";
import { changeUnder } from "../recorded-acts.server";
import { findProof } from "./proofs-in-reach.server";

export interface HandedIn {
  content: ProofContent;
  files: readonly { name: string; type: ProofType; bytes: Uint8Array }[];
  /** made with the form: sent twice, it is one proof */
  onceKey: string;
}

/** Hands in what the viewer learnt or proved outside; it waits for verification and counts for nothing until then. @returns its public id */
export async function submitProof(viewer: Viewer, { content, files, onceKey }: HandedIn, at: Instant): Promise<string> {
  const publicId = newPublicId();
  const key = `outside-proof ${viewer.accountId} ${onceKey}`;
  const kept = await keep(files);
  try {
    await recordChange(
      { kind: "proof-submitted", at, actorId: viewer.accountId, onceKey: key },
      async (rows, changeId) => {
        const { id } = await rows.outside_proof.create({
          data: {
            public_id: publicId,
            person_id: viewer.personId,
            kind: content.kind,
            content: JSON.stringify(content),
            recorded_change: changeId,
          },
          select: { id: true },
        });
        await say(rows, changeId, id, viewer, content, at);
        await addFiles(rows, changeId, id, kept);
      },
    );
    return publicId;
  } catch (error) {
    const earlier = isDuplicate(error) ? await changeUnder(key) : null;
    if (earlier === null) throw error;
    const client = await reader();
    return (await client.outside_proof.findFirstOrThrow({ where: { recorded_change: earlier } })).public_id;
  }
}

class NotPossible extends Error {}

/** Mends the viewer's own proof that was returned, and hands it in again. @returns false where it was not returned, or is not theirs */
export async function mendProof(
  viewer: Viewer,
  publicId: string,
  { content, files, onceKey }: HandedIn,
  at: Instant,
): Promise<boolean> {
  const key = `outside-proof-mended ${publicId} ${viewer.accountId} ${onceKey}`;
  if ((await changeUnder(key)) !== null) return true;
  const kept = await keep(files);
  try {
    await recordChange(
      { kind: "proof-submitted", at, actorId: viewer.accountId, onceKey: key },
      async (rows, changeId) => {
        const found = await findProof(rows, viewer, publicId, civilDateOf(at));
        if (!found?.own || !mayFollow(found.proof.state, "submitted", "person")) throw new NotPossible();
        if (found.proof.content.kind !== content.kind) throw new NotPossible();
        await say(rows, changeId, found.proof.id, viewer, content, at);
        await addFiles(rows, changeId, found.proof.id, kept);
      },
    );
    return true;
  } catch (error) {
    if (isDuplicate(error)) return true;
    if (error instanceof NotPossible) return false;
    throw error;
  }
}

type Kept = { name: string; media_type: string; bytes: number; sha256: string };

function keep(files: HandedIn["files"]): Promise<Kept[]> {
  return Promise.all(
    files.map(async ({ name, type, bytes }) => ({
      name,
      media_type: type,
      bytes: bytes.length,
      sha256: await keepFile("proofs", bytes),
    })),
  );
}

async function say(rows: Rows, changeId: number, proofId: number, viewer: Viewer, content: ProofContent, at: Instant) {
  await rows.outside_proof_event.create({
    data: {
      proof_id: proofId,
      kind: "submitted",
      account_id: viewer.accountId,
      content: JSON.stringify(content),
      at,
      recorded_change: changeId,
    },
  });
}

async function addFiles(rows: Rows, changeId: number, proofId: number, kept: readonly Kept[]) {
  await rows.outside_proof_file.createMany({
    data: kept.map((file) => ({ public_id: newPublicId(), proof_id: proofId, ...file, recorded_change: changeId })),
  });
}
