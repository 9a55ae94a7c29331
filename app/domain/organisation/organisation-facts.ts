import type { Bilingual } from "~/domain/text/bilingual";
import type { CivilDate, Span } from "~/domain/time/civil-date";

/** Levels are stable; what they are called is dated (LevelLabel). SPECIAL units stand apart from the tree and its counts. */
export const LEVELS = ["CENTRAL", "PROVINCIAL", "GRASSROOTS", "SPECIAL"] as const;
export type Level = (typeof LEVELS)[number];

export type AreaKind = "province" | "city";
export type SuccessionKind = "merge" | "split" | "move";

/** A row that holds for a span; a negative id marks one that is not recorded yet. */
export interface Fact extends Span {
  readonly id: number;
}

export interface Unit {
  readonly id: number;
  readonly publicId: string;
  /** a handle for files and tests, never shown */
  readonly key: string;
  readonly level: Level;
  readonly vssCode: string | null;
  /** stands for units that are not loaded */
  readonly sample: boolean;
  /** mark and document of what is known of it */
  readonly source: string | null;
}

export interface UnitExistence extends Fact {
  readonly unitId: number;
}

export interface UnitName extends Fact {
  readonly unitId: number;
  readonly name: Bilingual;
  /** within a list whose heading says the rest: the place name */
  readonly short: Bilingual;
}

export interface UnitPlacement extends Fact {
  readonly unitId: number;
  readonly parentId: number;
}

/** What kinds of unit there are within a level; the screen has a word for each. */
export const UNIT_TYPES = [
  "professional",
  "public-service",
  "division",
  "office",
  "inspectorate",
  "provincial-office",
  "grassroots-office",
  "one-stop-desk",
] as const;
export type UnitTypeKey = (typeof UNIT_TYPES)[number];

/** Of what kind a unit is within its level. */
export interface UnitType extends Fact {
  readonly unitId: number;
  readonly type: UnitTypeKey;
}

/** From `date` on the new unit stands where the old one stood. */
export interface UnitSuccession {
  readonly id: number;
  readonly oldUnitId: number;
  readonly newUnitId: number;
  readonly kind: SuccessionKind;
  readonly date: CivilDate;
}

export interface LevelLabel extends Fact {
  readonly level: Level;
  readonly label: Bilingual;
}

/** An administrative area; its code, name and kind are dated. */
export interface Area {
  readonly id: number;
  readonly key: string;
}

export interface AreaVersion extends Fact {
  readonly areaId: number;
  /** code of the statistics list; names an area only together with a date */
  readonly code: string;
  readonly name: Bilingual;
  readonly kind: AreaKind;
}

export interface UnitArea extends Fact {
  readonly unitId: number;
  readonly areaId: number;
}

/** All that is held true of the organisation, over all time: everything else is computed from this and a date. */
export interface OrganisationFacts {
  readonly units: readonly Unit[];
  readonly existences: readonly UnitExistence[];
  readonly names: readonly UnitName[];
  readonly placements: readonly UnitPlacement[];
  readonly types: readonly UnitType[];
  readonly successions: readonly UnitSuccession[];
  readonly labels: readonly LevelLabel[];
  readonly areas: readonly Area[];
  readonly areaVersions: readonly AreaVersion[];
  readonly unitAreas: readonly UnitArea[];
}

export const NO_FACTS: OrganisationFacts = {
  units: [],
  existences: [],
  names: [],
  placements: [],
  types: [],
  successions: [],
  labels: [],
  areas: [],
  areaVersions: [],
  unitAreas: [],
};
