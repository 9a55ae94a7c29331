import type { Act, Batch } from "~/domain/organisation/acts";
import { applyBatch } from "~/domain/organisation/apply-batch";
import { ancestorsOf, type OrganisationAsOf, type UnitAsOf } from "~/domain/organisation/organisation-as-of";
import type { OrganisationFacts } from "~/domain/organisation/organisation-facts";
import { holdsOn } from "~/domain/time/civil-date";
import { type Changed, countOutcomes, type ImportCounts, type Outcome, type RowResult } from "./outcome";
import type { ReadingProblemCode, RowProblem } from "./row-problem";
import type { UnitIndex } from "./unit-index";
import type { UnitRow } from "./unit-row";

/** Against what a file of units is compared, and what the batch is called that carries it out. */
export interface UnitsComparison {
  facts: OrganisationFacts;
  organisation: OrganisationAsOf;
  units: UnitIndex;
  mayTouch(unitId: number): boolean;
  batch: Omit<Batch, "acts">;
  /** postings on the day in units, by unit */
  postingsIn: ReadonlyMap<number, number>;
}

export interface ComparedUnits {
  rows: RowResult[];
  /** null: nothing would be done */
  batch: Batch | null;
  counts: ImportCounts;
}

type Draft = { outcome: Outcome; changes: Changed[]; acts: Act[]; ends: number };
const UNCHANGED: Draft = { outcome: "unchanged", changes: [], acts: [], ends: 0 };

/** Compares rows about units with the organisation on the day of the import. Its rules judge, row by row, in the file's order. */
export function compareUnits(rows: readonly UnitRow[], comparison: UnitsComparison): ComparedUnits {
  const { facts, batch } = comparison;
  const acts: Act[] = [];
  let current = facts;
  let ends = 0;
  const created = new Map<string, string>();
  const results = rows.map((row): RowResult => {
    const told = { number: row.number, code: row.unitCode, name: row.unitName };
    const refuse = (problems: readonly RowProblem[]): RowResult => ({
      ...told,
      outcome: "refused",
      changes: [],
      problems,
    });
    if (row.problems.length > 0) return refuse(row.problems);
    const drafted = draftOf(row, comparison, created);
    if ("about" in drafted) return refuse([drafted]);
    // judged together with what the rows before do
    const applied = applyBatch(current, { ...batch, acts: drafted.acts });
    const [problem] = applied.problems;
    if (problem) return refuse([{ column: null, about: "units", code: problem.code, params: problem.params }]);
    current = applied.facts;
    acts.push(...drafted.acts);
    ends += drafted.ends;
    for (const act of drafted.acts) if (act.act === "create") created.set(row.unitName.toLowerCase(), act.unit);
    return { ...told, outcome: drafted.outcome, changes: drafted.changes, problems: [] };
  });
  const postings = [...comparison.postingsIn].reduce((sum, [unit, n]) => sum + (comparison.mayTouch(unit) ? n : 0), 0);
  return {
    rows: results,
    batch: acts.length > 0 ? { ...batch, acts } : null,
    counts: { rows: countOutcomes(results), newPeople: 0, ends, postings },
  };
}

function draftOf(row: UnitRow, comparison: UnitsComparison, created: ReadonlyMap<string, string>): Draft | RowProblem {
  const { units, mayTouch, organisation } = comparison;
  const problem = (
    field: "unitName" | "parent",
    code: ReadingProblemCode,
    params: Record<string, string>,
  ): RowProblem => ({
    column: row.columnOf.get(field) ?? null,
    about: "row",
    code,
    params,
  });
  const named = (field: "unitName" | "parent", text: string, above: string): UnitAsOf | RowProblem => {
    const found = units.find(text, above);
    if (found.found === "none") return problem(field, "no-such-unit", { value: text, near: found.near.join("; ") });
    if (found.found === "several") {
      return problem(field, "several-units", { value: text, total: String(found.units.length) });
    }
    return mayTouch(found.unit.id) ? found.unit : problem(field, "outside-area", { value: text });
  };
  if (row.act === "create") {
    const parentKey = created.get(row.parent.toLowerCase());
    const parent = parentKey || row.parent === "" ? null : named("parent", row.parent, "");
    if (parent && "about" in parent) return parent;
    const known = units.find(row.unitName, row.parent);
    if (known.found === "one" && known.unit.level === row.level && known.unit.parentId === (parent?.id ?? null)) {
      return UNCHANGED;
    }
    const key = `${comparison.batch.key}-${row.number}`;
    const act: Act = {
      act: "create",
      unit: key,
      name: { vi: row.unitName, en: row.unitNameEn || row.unitName },
      level: row.level ?? "GRASSROOTS",
      sample: false,
      ...(row.unitCode && { vss_code: row.unitCode }),
      ...((parentKey ?? parent?.key) && { parent: parentKey ?? parent?.key }),
    };
    const changes: Changed[] = [
      { field: "exists", before: null, after: comparison.batch.date },
      { field: "parent", before: null, after: parent ? String(parent.id) : row.parent || null },
    ];
    return { outcome: "new", changes, acts: [act], ends: 0 };
  }
  const unit = ofUnit(row, named, comparison);
  if (unit === "unchanged") return UNCHANGED;
  if ("about" in unit) return unit;
  if (row.act === "rename") {
    const name = { vi: row.newName, en: row.newNameEn || (row.newName === unit.name.vi ? unit.name.en : row.newName) };
    if (name.vi === unit.name.vi && name.en === unit.name.en) return UNCHANGED;
    const changes: Changed[] = [{ field: "unitName", before: unit.name.vi, after: name.vi }];
    return { outcome: "changed", changes, acts: [{ act: "rename", unit: unit.key, name }], ends: 0 };
  }
  if (row.act === "move") {
    const parent = named("parent", row.parent, "");
    if ("about" in parent) return parent;
    if (unit.parentId === parent.id) return UNCHANGED;
    const before = ancestorsOf(organisation, unit.id).at(-1);
    const changes: Changed[] = [
      { field: "parent", before: before ? String(before.id) : null, after: String(parent.id) },
    ];
    return { outcome: "moved", changes, acts: [{ act: "move", unit: unit.key, parent: parent.key }], ends: 0 };
  }
  const changes: Changed[] = [{ field: "exists", before: null, after: comparison.batch.date }];
  const acts: Act[] = [{ act: "close", unit: unit.key, successors: [] }];
  return { outcome: "ended", changes, acts, ends: comparison.postingsIn.get(unit.id) ?? 0 };
}

/** The unit that a row speaks of; "unchanged" where what the row says has come to pass. */
function ofUnit(
  row: UnitRow,
  named: (field: "unitName", text: string, above: string) => UnitAsOf | RowProblem,
  { units, facts, batch }: UnitsComparison,
): UnitAsOf | RowProblem | "unchanged" {
  const unit = named("unitName", row.unitCode || row.unitName, "");
  const byName =
    "about" in unit && row.unitCode ? named("unitName", row.unitName, row.act === "move" ? "" : row.parent) : unit;
  if (!("about" in byName) || byName.code !== "no-such-unit") return byName;
  if (row.act === "rename") {
    const after = units.find(row.newName);
    const was =
      after.found === "one" &&
      facts.names.some((name) => name.unitId === after.unit.id && name.name.vi === row.unitName);
    if (was) return "unchanged";
  }
  if (row.act === "close") {
    const closed = facts.names.filter(({ name }) => name.vi === row.unitName);
    const gone = closed.some(
      ({ unitId }) => !facts.existences.some((each) => each.unitId === unitId && holdsOn(each, batch.date)),
    );
    if (gone) return "unchanged";
  }
  return byName;
}
