import type { CivilDate } from "~/domain/time/civil-date";
import type { Employment, EndReason, PostingKind } from "./people-batch";

/** Why someone is away. No diagnosis, ever. */
export const ABSENCE_KINDS = ["maternity", "secondment", "long-leave"] as const;
export type AbsenceKind = (typeof ABSENCE_KINDS)[number];

/** A staff code: the person may be registered by an earlier act of the same list. */
type PersonRef = string;
/** The public id of a post, or the `ref` of a create-post earlier in the same list. */
type PostRef = string;
/** The public id of a posting. */
type PostingRef = string;

/** One thing that is recorded of people and posts; a list of them is carried out whole or not at all. */
export type PersonnelAct =
  | {
      act: "register";
      person: PersonRef;
      fullName: string;
      /** left out: made from the name */
      sortKey?: string;
      employment: Employment;
      workEmail: string | null;
      workPhone: string | null;
      on: CivilDate;
    }
  /** Another name, or only another sort key, from a day on. */
  | { act: "rename"; person: PersonRef; fullName: string; sortKey?: string; on: CivilDate }
  /** What is left out stays. */
  | {
      act: "change-details";
      person: PersonRef;
      employment?: Employment;
      workEmail?: string | null;
      workPhone?: string | null;
      on: CivilDate;
    }
  | {
      act: "create-post";
      ref: string;
      unitId: number;
      position: string;
      oneStop: boolean;
      deputy: boolean;
      from: CivilDate;
      until: CivilDate | null;
    }
  /** Another flag from a day on: the post goes on as a new row of its line, its holders with it. */
  | { act: "flag-post"; post: PostRef; oneStop: boolean; deputy: boolean; on: CivilDate }
  /** Holders must have left, or leave in the same list before. */
  | { act: "close-post"; post: PostRef; on: CivilDate }
  | {
      act: "appoint";
      person: PersonRef;
      post: PostRef;
      kind: PostingKind;
      from: CivilDate;
      /** exclusive; null: no end is set */
      until: CivilDate | null;
      decision: string | null;
    }
  /** `on` is the first day without the post. */
  | { act: "end-posting"; posting: PostingRef; on: CivilDate; reason: EndReason }
  /** Puts right what was recorded wrongly, or lengthens a term: what is left out stays. `until` null: no end is set. */
  | {
      act: "correct-posting";
      posting: PostingRef;
      decision?: string | null;
      from?: CivilDate;
      until?: CivilDate | null;
    }
  | { act: "be-absent"; person: PersonRef; kind: AbsenceKind; from: CivilDate; until: CivilDate | null }
  /** `on` is the first day back. */
  | { act: "return"; person: PersonRef; on: CivilDate };

/**
 * Why an act cannot be carried out. The screen has a sentence for each; params fill it in: `person` and `holder` are full
 * names, `code` a staff code, `position` a key, `unit` a unit's id, `on`, `from` and `until` dates, `posting` a public id.
 */
export const PERSONNEL_PROBLEMS = [
  "unknown-person",
  "duplicate-staff-code",
  "duplicate-email",
  "no-name",
  "later-name",
  "later-details",
  "unknown-unit",
  "unit-not-existing",
  "unknown-position",
  "unknown-post",
  "duplicate-post",
  "post-not-existing",
  "post-has-holders",
  "post-held",
  "acting-beside-holder",
  "unknown-posting",
  "posting-ended",
  "end-before-start",
  "posting-before-name",
  "overlapping-primary",
  "overlapping-posting",
  "second-focal-point",
  "overlapping-absence",
  "not-absent",
  "collaborator-without-end",
  "merged-person",
  "changed-meanwhile",
] as const;
export type PersonnelProblemCode = (typeof PERSONNEL_PROBLEMS)[number];

export interface PersonnelProblem {
  /** index of the act in its list */
  act: number;
  code: PersonnelProblemCode;
  params: Record<string, string>;
}
