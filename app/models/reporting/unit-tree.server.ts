import { countProvincialUnits, levelLabelOn, type UnitAsOf } from "~/domain/organisation/organisation-as-of";
import { nameOfUnit } from "~/domain/reporting/unit-selection";
import { foldForSearch, matchesSearch } from "~/domain/text/fold-for-search";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { organisationAsOf, organisationFacts } from "../organisation/organisation-facts.server";

export interface TreeUnit {
  unit: string;
  name: string;
  /** code of its area */
  code: string | null;
  /** stands for units that are not loaded */
  sample: boolean;
  children: TreeUnit[];
}

export interface UnitTreeView {
  /** the roots themselves, their central units, then the provincial ones with theirs */
  roots: { unit: string; name: string; central: TreeUnit[]; provincial: TreeUnit[] }[];
  special: TreeUnit[];
  counts: { provincial: number; provinces: number; cities: number; grassroots: number; central: number };
  labels: { level: string; label: string }[];
  /** units whose names fit what was searched for; null: nothing was */
  matches: { unit: string; name: string }[] | null;
}

const LEVELS = ["CENTRAL", "PROVINCIAL", "GRASSROOTS"] as const;

/** The tree on a date, for everyone on the staff; it shows no people. */
export async function loadUnitTree(asOf: CivilDate, search: string, language: Language): Promise<UnitTreeView> {
  const [organisation, facts] = await Promise.all([organisationAsOf(asOf), organisationFacts()]);
  const view = (unit: UnitAsOf): TreeUnit => ({
    unit: unit.publicId,
    name: unit.name[language],
    code: unit.area?.code ?? null,
    sample: unit.sample,
    children: unit.children.map(view),
  });
  const all = [...organisation.byId.values()];
  const provincial = countProvincialUnits(organisation);
  return {
    roots: organisation.roots.map((root) => ({
      unit: root.publicId,
      name: root.name[language],
      central: root.children.filter((unit) => unit.level === "CENTRAL").map(view),
      provincial: root.children.filter((unit) => unit.level !== "CENTRAL").map(view),
    })),
    special: organisation.special.map(view),
    counts: {
      provincial: provincial.units,
      provinces: provincial.provinces,
      cities: provincial.cities,
      grassroots: all.filter((unit) => unit.level === "GRASSROOTS").length,
      central: all.filter((unit) => unit.level === "CENTRAL" && unit.parentId !== null).length,
    },
    labels: LEVELS.flatMap((level) => {
      const label = levelLabelOn(facts, level, asOf)?.[language];
      return label ? [{ level, label }] : [];
    }),
    matches:
      search.trim() === ""
        ? null
        : all
            .filter((unit) =>
              matchesSearch(foldForSearch(`${nameOfUnit(organisation, unit).vi} ${unit.name.en}`), search),
            )
            .map((unit) => ({ unit: unit.publicId, name: nameOfUnit(organisation, unit)[language] })),
  };
}
