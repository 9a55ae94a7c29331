import type { Act } from "./acts";

/** What an act says it changes: units, by key, or "all" where it concerns every unit there is (what a level is called, areas). */
export type NamedUnits = readonly string[] | "all";

/** The units that an act names, by key; among them may be some that an earlier act of its batch begins. */
export function unitsNamedBy(act: Act): NamedUnits {
  switch (act.act) {
    case "create":
      return act.parent === undefined ? "all" : [act.parent];
    case "rename":
    case "classify":
    case "place-in-area":
      return [act.unit];
    case "move":
      return [act.unit, act.parent];
    case "merge":
      return act.units;
    case "split":
      return [act.unit, ...act.successors, ...Object.entries(act.children).flat()];
    case "close":
      return [act.unit, ...act.successors];
    case "relabel-level":
    case "create-area":
    case "change-area":
    case "merge-areas":
      return "all";
  }
}
