import { describe, expect, it } from "vitest";
import type { OrganisationAsOf, UnitAsOf } from "~/domain/organisation/organisation-as-of";
import type { Level, UnitTypeKey } from "~/domain/organisation/organisation-facts";
import { type FocalUnitsAsked, focalUnits } from "./focal-units";

const unit = (id: number, level: Level, parentId: number | null, children: UnitAsOf[] = []) =>
  ({ id, level, parentId, children }) as unknown as UnitAsOf;
const special = unit(9, "SPECIAL", null);
const root = unit(1, "CENTRAL", null, [
  unit(2, "CENTRAL", 1),
  unit(3, "PROVINCIAL", 1, [unit(4, "GRASSROOTS", 3)]),
  unit(5, "PROVINCIAL", 1),
]);
const all = [root, ...root.children, ...root.children.flatMap((each) => each.children), special];
const organisation: OrganisationAsOf = {
  date: "2026-11-21",
  roots: [root],
  special: [special],
  byId: new Map(all.map((each) => [each.id, each])),
};
const typed = (id: number, unitId: number, type: UnitTypeKey, validFrom: string, validTo: string | null = null) => ({
  id,
  unitId,
  type,
  validFrom,
  validTo,
});
const types = [
  typed(1, 2, "public-service", "2025-03-01"),
  typed(2, 4, "public-service", "2020-01-01", "2026-11-21"),
  typed(3, 9, "public-service", "2020-01-01"),
];

describe("the units that are asked for a focal point", () => {
  it.each<[string, FocalUnitsAsked, number[]]>([
    ["provinces", { levels: ["PROVINCIAL"], types: [] }, [3, 5]],
    ["central units too, the root left out", { levels: ["CENTRAL", "PROVINCIAL"], types: [] }, [2, 3, 5]],
    ["those of a type on the day, never special ones", { levels: [], types: ["public-service"] }, [2]],
    ["each once", { levels: ["CENTRAL"], types: ["public-service"] }, [2]],
    ["none", { levels: [], types: [] }, []],
  ])("%s", (_, asked, ids) => {
    expect(focalUnits({ types }, organisation, asked).map(({ id }) => id)).toEqual(ids);
  });
});
