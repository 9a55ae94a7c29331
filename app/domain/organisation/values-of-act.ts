import type { Bilingual } from "~/domain/text/bilingual";
import { type ActValues, NO_VALUES } from "./act-values";
import type { Act, ActOf } from "./acts";

/** What the form of an act shows when it is opened again. */
export function valuesOfAct(act: Act): ActValues {
  switch (act.act) {
    case "create":
      return { ...NO_VALUES, level: act.level, parent: act.parent ?? "", ...newUnit(act) };
    case "rename":
      return { ...NO_VALUES, unit: act.unit, ...named(act.name), ...shortly(act.short) };
    case "move":
      return { ...NO_VALUES, unit: act.unit, parent: act.parent };
    case "merge":
      return { ...NO_VALUES, units: act.units, ...newUnit(act.into) };
    case "split":
      return {
        ...NO_VALUES,
        unit: act.unit,
        successors: act.successors,
        intoVi: act.into.map(({ name }) => name.vi),
        intoEn: act.into.map(({ name }) => name.en),
        children: childrenOf(act),
      };
    case "classify":
      return { ...NO_VALUES, unit: act.unit, type: act.type };
    case "close":
      return { ...NO_VALUES, unit: act.unit, successors: act.successors };
    case "relabel-level":
      return { ...NO_VALUES, level: act.level, ...named(act.label) };
    case "place-in-area":
      return { ...NO_VALUES, unit: act.unit, area: act.area };
    case "create-area":
      return { ...NO_VALUES, ...newArea(act) };
    case "change-area":
      return {
        ...NO_VALUES,
        area: act.area,
        ...(act.name && named(act.name)),
        code: act.code ?? "",
        areaKind: act.kind ?? "",
      };
    case "merge-areas":
      return { ...NO_VALUES, areas: act.areas, ...newArea(act.into) };
  }
}

function childrenOf({ into, children }: ActOf<"split">): Record<string, string> {
  const place = new Map(into.map(({ unit }, index) => [unit, `new:${index}`]));
  return Object.fromEntries(Object.entries(children).map(([child, heir]) => [child, place.get(heir) ?? heir]));
}

function named({ vi, en }: Bilingual) {
  return { nameVi: vi, nameEn: en };
}

function shortly(short: Bilingual | undefined) {
  return { shortVi: short?.vi ?? "", shortEn: short?.en ?? "" };
}

function newUnit(unit: { name: Bilingual; short?: Bilingual; area?: string; vss_code?: string }) {
  return { ...named(unit.name), ...shortly(unit.short), area: unit.area ?? "", vssCode: unit.vss_code ?? "" };
}

function newArea(area: { name: Bilingual; code: string; kind: string }) {
  return { ...named(area.name), code: area.code, areaKind: area.kind };
}
