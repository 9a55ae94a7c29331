import type { FocalState } from "~/domain/certification/focal-state";
import type { PostingKind } from "~/domain/people/people-batch";
import type { Role } from "~/domain/permissions/role";
import type { Bilingual } from "~/domain/text/bilingual";
import type { CivilDate } from "~/domain/time/civil-date";
import type { ActProblem } from "./act-problem";
import type { Level, UnitTypeKey } from "./organisation-facts";

export interface UnitRef {
  key: string;
  /** null: the unit begins with this batch */
  publicId: string | null;
  name: Bilingual;
}

export interface PersonRef {
  publicId: string;
  staffCode: string;
  name: string;
}

/** One thing that the batch changes about a unit, compared between the day before and the day. */
export type UnitChange =
  | { change: "begun"; unit: UnitRef; level: Level; parent: UnitRef | null }
  | { change: "ended"; unit: UnitRef; heirs: UnitRef[] }
  | { change: "renamed"; unit: UnitRef; before: Bilingual; after: Bilingual }
  | { change: "moved"; unit: UnitRef; before: UnitRef | null; after: UnitRef | null }
  | { change: "reclassified"; unit: UnitRef; before: UnitTypeKey | null; after: UnitTypeKey | null }
  | { change: "re-areaed"; unit: UnitRef; before: Bilingual | null; after: Bilingual | null };

export interface LevelChange {
  level: Level;
  before: Bilingual | null;
  after: Bilingual | null;
}

export interface AreaChange {
  change: "begun" | "ended" | "changed";
  before: { code: string; name: Bilingual } | null;
  after: { code: string; name: Bilingual } | null;
}

/** People with a post in the unit itself (none counted twice), the day before and on the day. */
export interface HeadCount {
  unit: UnitRef;
  before: number;
  after: number;
}

/** "none": never certified for the focal programme; null where there is no such programme. */
export type FocalCertificate = "valid" | "expiring" | "expired" | "revoked" | "replaced" | "none";

export interface Holder {
  person: PersonRef;
  kind: PostingKind;
  /** since when the place is held, over earlier reorganisations */
  since: CivilDate;
  /** null: no end is set */
  until: CivilDate | null;
  /** the posting begins after the day */
  future: boolean;
}

/** A post of a unit that ends, and where it goes. */
export interface PostMove {
  publicId: string;
  position: string;
  oneStop: boolean;
  deputy: boolean;
  /** the post of the focal point itself */
  focal: boolean;
  from: UnitRef;
  /** null: it ends with the unit */
  to: UnitRef | null;
  /** it goes on as a deputy's, because another keeps the focal-point post */
  becomesDeputy: boolean;
  holders: Holder[];
}

/** A unit that ends: what has to be decided of it. */
export interface EndingUnit {
  /** index of the act that ends it */
  act: number;
  unit: UnitRef;
  /** empty: nobody follows */
  heirs: UnitRef[];
  posts: PostMove[];
}

/** The focal-point post of a unit that takes over from others: exactly one is left. */
export interface FocalChoice {
  unit: UnitRef;
  /** who holds such a post before, here or in the units that end */
  candidates: { person: PersonRef; from: UnitRef; certificate: FocalCertificate | null; until: CivilDate | null }[];
  /** who keeps it; null: vacant on the day */
  keeper: PersonRef | null;
}

/** A unit that should have a focal point and is left without one, or with more than one. */
export interface FocalLeft {
  unit: UnitRef;
  state: Extract<FocalState, "vacant" | "duplicate">;
}

/** An assignment rule that names a unit which ends. */
export interface RuleNaming {
  key: string;
  title: Bilingual;
  unit: UnitRef;
  heirs: UnitRef[];
}

export interface GrantChange {
  publicId: string;
  role: Role;
  person: PersonRef;
  unit: UnitRef;
  /** over which units it is granted again; empty: it ends with the unit */
  carriedTo: UnitRef[];
  /** the viewer's own: nobody grants to oneself, so it is never carried */
  own: boolean;
}

/** All that a batch would do, and what it would leave to be done. */
export interface BatchPreview {
  date: CivilDate;
  /** what the preview was made of; carrying out on another basis is refused */
  basis: string;
  /** empty: the batch can be carried out. With any, the rest says nothing. */
  problems: ActProblem[];
  units: UnitChange[];
  levels: LevelChange[];
  areas: AreaChange[];
  headCounts: HeadCount[];
  /** people with a post in all affected units together, none counted twice */
  people: { before: number; after: number };
  ending: EndingUnit[];
  focalChoices: FocalChoice[];
  focalLeft: FocalLeft[];
  /** who has no post at all on the day and had one the day before */
  leftWithoutPost: { person: PersonRef; unit: UnitRef; position: string }[];
  /** posts that go over with nobody in them */
  vacantPosts: number;
  rules: RuleNaming[];
  grants: GrantChange[];
  /** of the people whose posts move: duties assigned by hand, deadlines that were extended, and courses begun and not finished */
  open: { people: number; manual: number; extensions: number; enrolments: number };
}
