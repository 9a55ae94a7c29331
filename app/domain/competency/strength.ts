/** What kind of fact proves a level. */
export type EvidenceKind = "exam" | "task" | "practice" | "training" | "language" | "certificate";

/** How much a fact says: 1 said by others, 2 seen, 3 measured. */
export type Strength = 1 | 2 | 3;

const STRENGTHS: Record<EvidenceKind, Strength> = {
  exam: 3,
  task: 3,
  practice: 2,
  training: 2,
  language: 3,
  certificate: 1,
};

/**
 * The strength of a kind of fact. An exam and a task marked by its rubric are measured here, a language level where it was tested; what
 * the leader confirmed and the proof of a training that was verified were seen; of certificates brought along others say that it is so.
 */
export function strengthOf(kind: EvidenceKind): Strength {
  return STRENGTHS[kind];
}
