import type { UnitAsOf } from "~/domain/organisation/organisation-as-of";
import { foldForSearch } from "~/domain/text/fold-for-search";
import type { CivilDate } from "~/domain/time/civil-date";
import type { PeopleRow } from "./people-row";
import type { ReadingProblemCode, RowProblem } from "./row-problem";
import type { UnitIndex } from "./unit-index";

/** A row whose unit and position are known. */
export interface ResolvedRow extends PeopleRow {
  unitId: number;
  positionKey: string;
}

export interface Resolver {
  effective: CivilDate;
  /** the units as they are called on the day of the import, and those of a row's own day */
  unitsOn(date: CivilDate): UnitIndex;
  /** key of a position by what the file calls it */
  positionOf(text: string): string | null;
  /** whether the importer may act on the unit */
  mayTouch(unitId: number): boolean;
}

/** Finds units and positions, and rows that contradict one another. Rows with problems are in `refused`, by number. */
export function resolveRows(
  rows: readonly PeopleRow[],
  resolver: Resolver,
): { resolved: ResolvedRow[]; refused: Map<number, RowProblem[]> } {
  const refused = new Map<number, RowProblem[]>();
  const resolved = rows.flatMap((row) => {
    const problems = [...row.problems];
    const wrong = (
      field: "unit" | "position" | "fullName",
      code: ReadingProblemCode,
      params: Record<string, string>,
    ) => {
      problems.push({ column: row.columnOf.get(field) ?? null, about: "row", code, params });
    };
    const unit = row.unit === "" ? null : unitOf(row, resolver, (code, params) => wrong("unit", code, params));
    const positionKey = row.position === "" ? null : resolver.positionOf(row.position);
    if (row.position !== "" && positionKey === null) wrong("position", "no-such-position", { value: row.position });
    if (problems.length > 0) refused.set(row.number, problems);
    return problems.length === 0 && unit && positionKey ? [{ ...row, unitId: unit.id, positionKey }] : [];
  });
  for (const [number, problem] of contradictions(rows, resolved)) {
    refused.set(number, [...(refused.get(number) ?? []), problem]);
  }
  return { resolved: resolved.filter(({ number }) => !refused.has(number)), refused };
}

function unitOf(
  row: PeopleRow,
  resolver: Resolver,
  wrong: (code: ReadingProblemCode, params: Record<string, string>) => void,
): UnitAsOf | null {
  const today = resolver.unitsOn(resolver.effective).find(row.unit, row.parentUnit);
  // a place that has another name today may be called as it was on the row's own day
  const own = today.found === "none" && row.from !== null ? resolver.unitsOn(row.from) : null;
  const found = own ? own.find(row.unit, row.parentUnit) : today;
  if (found.found === "several") {
    wrong("several-units", { value: row.unit, total: String(found.units.length) });
    return null;
  }
  if (found.found === "none") {
    const near = today.found === "none" ? today.near : [];
    wrong("no-such-unit", { value: row.unit, near: near.join("; ") });
    return null;
  }
  if (resolver.mayTouch(found.unit.id)) return found.unit;
  wrong("outside-area", { value: row.unit });
  return null;
}

/** One staff code under two names, and the same posting twice. */
function contradictions(rows: readonly PeopleRow[], resolved: readonly ResolvedRow[]): [number, RowProblem][] {
  const found: [number, RowProblem][] = [];
  const named = new Map<string, PeopleRow>();
  const twoNames = new Set<string>();
  for (const row of rows) {
    if (row.staffCode === "") continue;
    const first = named.get(row.staffCode);
    if (!first) named.set(row.staffCode, row);
    else if (foldForSearch(first.fullName) !== foldForSearch(row.fullName)) {
      const naming = (other: PeopleRow) => ({ row: String(other.number), value: other.fullName });
      const column = row.columnOf.get("staffCode") ?? null;
      found.push([row.number, { column, about: "row", code: "other-name", params: naming(first) }]);
      // nobody knows which of the two is right
      if (!twoNames.has(row.staffCode)) {
        found.push([first.number, { column, about: "row", code: "other-name", params: naming(row) }]);
      }
      twoNames.add(row.staffCode);
    }
  }
  const seen = new Map<string, number>();
  for (const { number, staffCode, unitId, positionKey, kind, from, until } of resolved) {
    const key = [staffCode, unitId, positionKey, kind, from, until].join(" ");
    const first = seen.get(key);
    if (first === undefined) seen.set(key, number);
    else found.push([number, { column: null, about: "row", code: "same-row", params: { row: String(first) } }]);
  }
  return found;
}
