import type { Act } from "./acts";

/** The acts in the order in which they are offered. */
export const ACT_KINDS = [
  "create",
  "rename",
  "move",
  "merge",
  "split",
  "close",
  "classify",
  "relabel-level",
  "place-in-area",
  "create-area",
  "change-area",
  "merge-areas",
] as const satisfies readonly Act["act"][];
export type ActKind = (typeof ACT_KINDS)[number];

/** Acts that concern all units there are: only who may reorganise everything is offered them. */
export const ACTS_FOR_ALL: readonly ActKind[] = [
  "relabel-level",
  "place-in-area",
  "create-area",
  "change-area",
  "merge-areas",
];

export const ACT_TEXTS = [
  "unit",
  "parent",
  "level",
  "nameVi",
  "nameEn",
  "shortVi",
  "shortEn",
  "vssCode",
  "area",
  "areaKind",
  "code",
  "type",
] as const;

/** `intoVi`, `intoEn`: names of the new units that follow one which is split, line by line. */
export const ACT_LISTS = ["units", "successors", "areas", "intoVi", "intoEn"] as const;

/** What stands in the form of an act; what its kind does not ask for is empty. */
export type ActValues = Record<(typeof ACT_TEXTS)[number], string> &
  Record<(typeof ACT_LISTS)[number], string[]> & {
    /** key of a unit below one that is split -> key of the heir it goes to, "new:0" for the new one of the first line */
    children: Record<string, string>;
  };

export type ActField = keyof ActValues;

export const NO_VALUES: ActValues = {
  ...(Object.fromEntries(ACT_TEXTS.map((field) => [field, ""])) as Record<(typeof ACT_TEXTS)[number], string>),
  units: [],
  successors: [],
  areas: [],
  intoVi: [],
  intoEn: [],
  children: {},
};
