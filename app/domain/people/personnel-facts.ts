import type { Fact } from "~/domain/organisation/organisation-facts";
import type { Employment, EndReason, PostingKind } from "./people-batch";
import type { AbsenceKind } from "./personnel-acts";

export interface PersonFact {
  readonly id: number;
  readonly publicId: string;
  readonly staffCode: string;
}

export interface NameFact extends Fact {
  readonly personId: number;
  readonly fullName: string;
  readonly sortKey: string;
}

export interface DetailFact extends Fact {
  readonly personId: number;
  readonly employment: Employment;
  readonly workEmail: string | null;
  readonly workPhone: string | null;
}

export interface PostFact extends Fact {
  /** the same on every row of one post: a closed copy keeps its address */
  readonly publicId: string;
  readonly unitId: number;
  readonly position: string;
  readonly oneStop: boolean;
  readonly deputy: boolean;
  /** public id of the first post of the line; null: its own */
  readonly lineage: string | null;
}

export interface PostingFact extends Fact {
  /** the same on every row of one posting: a closed copy keeps its address */
  readonly publicId: string;
  readonly personId: number;
  readonly postId: number;
  readonly kind: PostingKind;
  readonly decision: string | null;
  readonly endReason: EndReason | null;
  /** since when the place is held, where the posting was carried over to another post of the line; null: since validFrom */
  readonly heldSince: string | null;
}

export interface AbsenceFact extends Fact {
  readonly publicId: string;
  readonly personId: number;
  readonly kind: AbsenceKind;
}

/** Two records of one person: what is said of the second is said of the first. */
export interface MergeFact {
  readonly id: number;
  readonly keptPersonId: number;
  readonly mergedPersonId: number;
}

/**
 * What is held true of people, posts and who holds them, over all time, or the part of it that a list of acts is about. Rows
 * with negative ids are not recorded yet.
 */
export interface PersonnelFacts {
  readonly persons: readonly PersonFact[];
  readonly names: readonly NameFact[];
  readonly details: readonly DetailFact[];
  readonly posts: readonly PostFact[];
  readonly postings: readonly PostingFact[];
  readonly absences: readonly AbsenceFact[];
  readonly merges: readonly MergeFact[];
}

export const NO_PERSONNEL: PersonnelFacts = {
  persons: [],
  names: [],
  details: [],
  posts: [],
  postings: [],
  absences: [],
  merges: [],
};
