import { keptFile, type Room, readKeptFile } from "~/documents/kept-files.server";
import type { DocumentEvidence, EvidenceFile, EvidenceTaking } from "~/domain/evidence-file/evidence-file";
import type { CivilDate } from "~/domain/time/civil-date";
import { certificateDocument } from "../certification/certificate-document.server";
import { reader } from "../database.server";
import { actEvidence } from "./act-evidence.server";
import { attemptEvidence } from "./attempt-evidence.server";
import { certificateEvidence } from "./certificate-evidence.server";
import type { FoundSubject } from "./evidence-subject.server";
import { proofEvidence } from "./proof-evidence.server";
import { questionEvidence } from "./question-evidence.server";
import { sittingEvidence } from "./sitting-evidence.server";
import { workEvidence } from "./work-evidence.server";

/** A file with what reads the documents that go with it. */
export interface GatheredFile {
  file: EvidenceFile;
  /** the bytes of a document of the file; null: they are gone, or no longer what they were */
  read(document: DocumentEvidence): Promise<Uint8Array | null>;
}

/** All that a certificate or an exam day rests on. `taken`: the caller has noted that the viewer takes it, who may. */
export async function gatherEvidence(
  subject: FoundSubject,
  taken: EvidenceTaking,
  today: CivilDate,
): Promise<GatheredFile> {
  const client = await reader();
  const certificate = subject.kind === "certificate" ? await certificateEvidence(client, subject.rowId, today) : null;
  const sitting = subject.kind === "sitting" ? await sittingEvidence(client, subject.rowId, today) : null;
  const attempts = await attemptEvidence(client, certificate?.facts.attempts ?? sitting?.attempts ?? [], today);
  const works = await workEvidence(client, certificate?.facts.subjects ?? [], today);
  const proofs = await proofEvidence(client, certificate?.facts.proofs ?? [], today);
  const paper = certificate ? await certificateDocument(subject.rowId) : null;
  const kept: (DocumentEvidence & { room: Room })[] = [
    ...(certificate?.certificate.signedCopies ?? []).map((copy) =>
      inRoom("signed-copies", copy, `${paper?.serial}.pdf`),
    ),
    ...works.documents.map((document) => inRoom("tasks", document, document.name)),
    ...proofs.proofs.flatMap(({ files }) => files.map((file) => inRoom("proofs", file, file.name))),
  ];
  // the same bytes may have been sent twice: they lie in the archive once
  const rooms = new Map(kept.map(({ name, room }) => [name, room]));
  const documents: DocumentEvidence[] = [
    ...(paper ? [{ name: `${paper.serial}.pdf`, sha256: paper.sha256, bytes: paper.bytes.length }] : []),
    ...[...new Map(kept.map((each) => [each.name, each])).values()].map(({ room: _, ...document }) => document),
  ];
  const file: EvidenceFile = {
    form: 1,
    of: { kind: subject.kind, id: subject.id, title: subject.title },
    taken,
    certificate: certificate?.certificate ?? null,
    sitting: sitting?.sitting ?? null,
    attempts: attempts.attempts,
    works: works.works,
    proofs: proofs.proofs,
    questions: await questionEvidence(client, [...attempts.questions, ...works.questions]),
    acts: await actEvidence(
      client,
      [
        ...(certificate?.changes ?? []),
        ...(sitting?.changes ?? []),
        ...attempts.changes,
        ...works.changes,
        ...proofs.changes,
      ],
      today,
    ),
    documents,
  };
  return {
    file,
    read: async ({ name, sha256 }) => {
      if (paper && name === `${paper.serial}.pdf`) return paper.bytes;
      const room = rooms.get(name);
      return room ? readOrNull(room, sha256) : null;
    },
  };
}

/** A kept file with its name within the archive. */
function inRoom(room: Room, { sha256, bytes }: { sha256: string; bytes: number | null }, name: string) {
  return { room, sha256, bytes, name: `${room}/${sha256.slice(0, 12)}-${name}` };
}

async function readOrNull(room: Room, sha256: string): Promise<Uint8Array | null> {
  try {
    return await readKeptFile(room, sha256);
  } catch (error) {
    console.error(`evidence file: ${keptFile(room, sha256)}`, error);
    return null;
  }
}
