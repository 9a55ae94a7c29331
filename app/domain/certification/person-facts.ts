import type { CivilDate } from "~/domain/time/civil-date";
import type { CertificateFacts } from "./certificate-status";

/** Everything of a person that rules may ask for, each with the day as of which it counts. */
export interface PersonFacts {
  /** passes that stand */
  exams: { course: string; on: CivilDate; attemptId: number }[];
  /** tasks that were told as done; `handedInOn` counts, whenever they were marked */
  tasks: { course: string; key: string; handedInOn: CivilDate; markers: number; subjectId: number }[];
  certificates: EarnedCertificate[];
  /** verified only; `until` exclusive, null: no end */
  trainings: { topic: string; hours: number; from: CivilDate; until: CivilDate | null; proofId: number }[];
  languages: { language: string; level: string; from: CivilDate; until: CivilDate | null; proofId: number }[];
}

export interface EarnedCertificate {
  programme: string;
  id: number;
  facts: CertificateFacts;
  /** the day on which its requirements were met, where it was issued later */
  completedOn?: CivilDate | null;
  /** the facts that it rests on, as `Leaf.refs` names them */
  restsOn?: readonly string[];
}
