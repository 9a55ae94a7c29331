import type { CertificateFacts } from "~/domain/certification/certificate-status";
import type { Evidence } from "~/domain/competency/standing";
import type { DueExtension, ManualAssignment, PostingFact, Waiver } from "~/domain/enrolment/duties";
import type { CivilDate, Span } from "~/domain/time/civil-date";

export interface StaffPosting extends PostingFact {
  kind: string;
  /** stands in for the holder of another post: no focal point of its own */
  deputy: boolean;
}

export interface StaffCertificate extends CertificateFacts {
  publicId: string;
  programme: string;
}

/** Someone who holds a post on the date of a report, with the dated facts up to it. */
export interface StaffMember {
  publicId: string;
  staffCode: string;
  fullName: string;
  /** to be compared byte by byte */
  sortKey: string;
  /** those in scope that hold on the date, the primary one first */
  postings: StaffPosting[];
  certificates: StaffCertificate[];
  evidence: Evidence[];
  manual: ManualAssignment[];
  waivers: Waiver[];
  extensions: DueExtension[];
  /** begun by the date of the report */
  absences: Span[];
  employment: string | null;
  /** passes that wait for a signatory */
  eligible: { programme: string; onDate: CivilDate }[];
}

/** Collaborators belong to a host unit and are no part of the staff: no head-count has them. */
export function isCollaborator({ employment }: Pick<StaffMember, "employment">): boolean {
  return employment === "collaborator";
}

/** A post that nobody holds on the date of a report. */
export interface VacantPost {
  unitId: number;
  position: string;
  deputy: boolean;
  oneStop: boolean;
  /** the first day without a holder; the day on which the post was set up where it never had one */
  since: CivilDate;
}

/** Who works in a part of the organisation on a date. */
export interface Workforce {
  asOf: CivilDate;
  /** in the order of Vietnamese names */
  members: StaffMember[];
  vacancies: VacantPost[];
}

/** A part of the workforce: units (null: all in scope) and a position (null: any). */
export interface Selection {
  units: ReadonlySet<number> | null;
  position: string | null;
}

export function selects({ units, position }: Selection, post: { unitId: number; position: string }): boolean {
  return (units === null || units.has(post.unitId)) && (position === null || post.position === position);
}
