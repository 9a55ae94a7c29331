import type { EffectDecision } from "~/domain/assessment/mark-effects";
import type { AnswerWords } from "~/domain/assessment/shown-answers";
import type { Bilingual } from "~/domain/text/bilingual";
import type { CivilDate, Instant } from "~/domain/time/civil-date";

/**
 * "Hồ sơ chứng cứ": all that a certificate or an exam day rests on, for an audit. It holds keys of questions and names of markers:
 * for those alone who may see such files, and noted each time it is taken.
 */
export interface EvidenceFile {
  /** of this description, so that a reader of later years knows how to read it */
  form: 1;
  of: EvidenceSubject;
  taken: EvidenceTaking;
  certificate: CertificateEvidence | null;
  sitting: SittingEvidence | null;
  attempts: AttemptEvidence[];
  works: WorkEvidence[];
  proofs: ProofEvidence[];
  /** every question version that a paper or a task here names, once */
  questions: QuestionEvidence[];
  /** the changes that wrote what stands here, the oldest first */
  acts: ActEvidence[];
  documents: DocumentEvidence[];
}

export interface EvidenceSubject {
  kind: "certificate" | "sitting";
  /** public id */
  id: string;
  /** serial of a certificate, title of a sitting */
  title: string;
}

/** Somebody took the file: the change that says so. */
export interface EvidenceTaking {
  change: number;
  at: Instant;
  by: string | null;
  purpose: string;
}

export interface CertificateEvidence {
  serial: string;
  programme: string;
  holder: { name: string; staffCode: string };
  /** what the paper shows, as it was frozen */
  face: unknown;
  issuedOn: CivilDate;
  /** first day after it */
  validUntil: CivilDate | null;
  completedOn: CivilDate;
  /** the fact that completed the requirements: "attempt:12" */
  basis: string | null;
  /** the rules that were met and by what, as recorded */
  completion: unknown;
  rules: { source: "files" | "app"; number: string; hash: string | null; validFrom: CivilDate; programme: unknown };
  decision: DecisionEvidence | null;
  renews: string | null;
  replaces: string | null;
  events: {
    kind: string;
    on: CivilDate;
    cause: string | null;
    reason: string | null;
    retracted: boolean;
    change: number;
  }[];
  signatures: { keyId: string; sha256: string; signature: string; at: Instant }[];
  /** by the key that signed them */
  credentials: { keyId: string; sha256: string; at: Instant }[];
  /** with the body's own signature on them; the earlier ones too */
  signedCopies: { sha256: string; bytes: number; signer: string; signedOn: CivilDate; retracted: boolean }[];
}

/** By what authority it was issued. */
export interface DecisionEvidence {
  kind: "standing" | "list";
  number: string | null;
  on: CivilDate | null;
  signatory: string | null;
  /** of a list: who drew it up, put it forward and approved it */
  steps: { kind: string; at: Instant; by: string | null; text: string | null }[];
}

export interface SittingEvidence {
  title: string;
  place: string;
  unit: Bilingual;
  course: string;
  courseTitle: Bilingual;
  opensAt: Instant;
  closesAt: Instant;
  mode: string;
  status: string;
  invigilator: string | null;
  candidates: { number: string; name: string; staffCode: string; attempt: string | null }[];
  minutes: { content: unknown; at: Instant; by: string | null; retracted: boolean }[];
  /** sealed paper versions */
  papers: { code: string; seal: string }[];
  /** typed in twice from answer sheets */
  entries: { number: string; ordinal: number; code: string; by: string | null; at: Instant; retracted: boolean }[];
}

export interface AttemptEvidence {
  id: string;
  holder: { name: string; staffCode: string };
  course: string;
  title: Bilingual;
  version: { number: string; hash: string; validFrom: CivilDate };
  number: number;
  sitting: string | null;
  startedAt: Instant;
  deadlineAt: Instant;
  endedAt: Instant | null;
  endedBy: string | null;
  void: boolean;
  passPercent: number;
  minutes: number;
  score: number | null;
  max: number | null;
  passed: boolean;
  /** SHA-256 of the paper as it was frozen */
  paperHash: string;
  items: ItemEvidence[];
  /** every answer that was saved, in the order in which the server took them */
  saves: { item: number; answer: string; flagged: boolean; at: Instant }[];
  results: {
    id: number;
    kind: string;
    round: number;
    score: number;
    max: number;
    passed: boolean;
    pending: boolean;
    at: Instant;
    by: string | null;
    reason: string | null;
    /** it holds */
    standing: boolean;
  }[];
  acts: {
    kind: "extended" | "reopened" | "void" | "unvoid" | "effect";
    minutes: number | null;
    decision: EffectDecision | null;
    at: Instant;
    by: string;
    reason: string;
  }[];
  log: { kind: string; page: number | null; device: string | null; at: Instant }[];
  marks: MarkEvidence[];
}

export interface ItemEvidence {
  number: number;
  /** id of the question version */
  question: number;
  answer: AnswerWords;
  right: AnswerWords;
  score: number | null;
  max: number;
}

/** What was marked by people, by name. */
export interface MarkEvidence {
  kind: string;
  item: number | null;
  round: number;
  markers: {
    name: string;
    place: number;
    points: number | null;
    max: number | null;
    sheet: unknown;
    at: Instant | null;
  }[];
  told: { points: number; max: number; how: string; passed: boolean; by: string | null; at: Instant } | null;
}

export interface WorkEvidence {
  id: string;
  question: number;
  handIns: { round: number; text: string; files: { name: string; sha256: string }[]; at: Instant }[];
  returns: { round: number; note: string; by: string | null; at: Instant }[];
  marks: MarkEvidence[];
}

export interface ProofEvidence {
  id: string;
  kind: string;
  content: unknown;
  events: { kind: string; content: unknown; text: string | null; by: string | null; at: Instant }[];
  files: { name: string; sha256: string; bytes: number }[];
}

export interface QuestionEvidence {
  id: number;
  key: string;
  hash: string;
  stem: Bilingual;
  /** with its key */
  content: unknown;
}

export interface ActEvidence {
  change: number;
  at: Instant;
  kind: string;
  by: string | null;
  onBehalfOf: string | null;
  document: string | null;
  note: string | null;
}

/** A document that goes with the file; null: it is not where it was, or not what it was. */
export interface DocumentEvidence {
  /** its name within the archive */
  name: string;
  sha256: string;
  bytes: number | null;
}

/** The attempts and tasks that a certificate rests on, as its basis and its recorded completion name them. */
export function factsNamed(
  basis: string | null,
  completion: unknown,
): { attempts: number[]; subjects: number[]; proofs: number[] } {
  const found = { attempts: new Set<number>(), subjects: new Set<number>(), proofs: new Set<number>() };
  const [kind, id] = (basis ?? "").split(":");
  if (kind === "attempt") found.attempts.add(Number(id));
  if (kind === "task") found.subjects.add(Number(id));
  if (kind === "proof") found.proofs.add(Number(id));
  const visit = (value: unknown) => {
    if (Array.isArray(value)) for (const each of value) visit(each);
    else if (value !== null && typeof value === "object") {
      for (const [key, each] of Object.entries(value)) {
        if (key === "attemptId" && typeof each === "number") found.attempts.add(each);
        else if (key === "subjectId" && typeof each === "number") found.subjects.add(each);
        else if (key === "proofId" && typeof each === "number") found.proofs.add(each);
        else visit(each);
      }
    }
  };
  visit(completion);
  return { attempts: [...found.attempts], subjects: [...found.subjects], proofs: [...found.proofs] };
}
