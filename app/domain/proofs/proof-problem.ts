/** What can be wrong with a proof as it is typed: a field of it, or the files that come along. */
export type ProofProblem =
  | "provider"
  | "providerName"
  | "topic"
  | "title"
  | "hours"
  | "from"
  | "to"
  | "place"
  | "until"
  | "language"
  | "level"
  | "takenOn"
  | "proofKind"
  | "proofSize"
  | "proofCount";
