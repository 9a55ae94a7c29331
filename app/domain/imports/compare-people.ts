import { applyPersonnelActs, type PersonnelContext } from "~/domain/people/apply-personnel-acts";
import type { PersonnelAct, PersonnelProblemCode } from "~/domain/people/personnel-acts";
import type { PersonnelFacts } from "~/domain/people/personnel-facts";
import { foldForSearch } from "~/domain/text/fold-for-search";
import { countOutcomes, type ImportCounts, type RowResult } from "./outcome";
import type { PeopleRow } from "./people-row";
import { type PeopleView, viewOf } from "./people-view";
import { type FullList, type Plan, planPeople } from "./plan-people";
import { type ResolvedRow, type Resolver, resolveRows } from "./resolve-rows";
import type { RowProblem } from "./row-problem";

/** Against what a file of people is compared. */
export interface PeopleComparison extends Resolver {
  facts: PersonnelFacts;
  personnel: PersonnelContext;
  /** null: the file tells changes only */
  full: FullList | null;
  /** told how far it has come */
  onStep?: (done: number, total: number) => void;
}

export interface ComparedPeople {
  /** in the order of the file; what the file does not name comes last */
  rows: RowResult[];
  /** what is carried out when all rows that are not refused are */
  acts: PersonnelAct[];
  counts: ImportCounts;
}

/** A place that was to be left, or an address that was to be given up, by a row that is refused itself. */
const CONSEQUENCES: ReadonlySet<PersonnelProblemCode> = new Set([
  "post-held",
  "acting-beside-holder",
  "second-focal-point",
  "duplicate-email",
  "unknown-person",
  "unknown-post",
]);

/**
 * Compares the rows of a file with what is on record. The rules of people are the judge: a row whose acts they refuse is
 * refused, and the rest is worked out anew without it until all that is left can be carried out.
 */
export function comparePeople(rows: readonly PeopleRow[], comparison: PeopleComparison): ComparedPeople {
  const { facts, personnel, effective, full, mayTouch } = comparison;
  const view = viewOf(facts);
  const { resolved, refused } = resolveRows(rows, comparison);
  for (const row of resolved) {
    const problem = foreignPerson(row, view, comparison) ?? otherPerson(row, view);
    if (problem) refused.set(row.number, [problem]);
  }
  const codeOf = new Map(rows.map((row) => [row.number, row.staffCode]));
  let plan: Plan;
  for (;;) {
    const left = resolved.filter(({ number }) => !refused.has(number));
    const spared = new Set([...refused.keys()].map((number) => codeOf.get(number) ?? ""));
    plan = planPeople(left, view, effective, full, spared);
    const going = plan.acts.filter(({ row }) => !refused.has(row));
    comparison.onStep?.(left.length, rows.length);
    const { problems } = applyPersonnelActs(
      facts,
      going.map(({ act }) => act),
      personnel,
    );
    if (problems.length === 0) break;
    // what may be wrong only because another row is: that one first
    const own = problems.filter(({ code }) => !CONSEQUENCES.has(code));
    for (const { act, code, params } of own.length > 0 ? own : problems) {
      const number = going[act]?.row ?? 0;
      // what follows from a refusal in the same row is said once
      if (!refused.has(number)) refused.set(number, [{ column: null, about: "people", code, params }]);
    }
  }
  const acts = plan.acts.filter(({ row }) => !refused.has(row)).map(({ act }) => act);
  const results = [...resultsOf(rows, plan, refused)];
  const area = full ? (unitId: number) => full.unitIds.has(unitId) : mayTouch;
  return {
    rows: results,
    acts,
    counts: {
      rows: countOutcomes(results),
      newPeople: acts.filter(({ act }) => act === "register").length,
      ends: acts.filter(({ act }) => act === "end-posting").length,
      postings: view.heldOn(effective).filter(({ post }) => area(post.unitId)).length,
    },
  };
}

function* resultsOf(
  rows: readonly PeopleRow[],
  plan: Plan,
  refused: ReadonlyMap<number, readonly RowProblem[]>,
): Iterable<RowResult> {
  const planned = new Map(plan.rows.map((row) => [row.number, row]));
  for (const { number, staffCode, fullName } of rows) {
    const problems = refused.get(number) ?? [];
    const { outcome = "unchanged", changes = [] } = planned.get(number) ?? {};
    planned.delete(number);
    if (problems.length > 0) {
      yield { number, outcome: "refused", code: staffCode, name: fullName, changes: [], problems };
    } else yield { number, outcome, code: staffCode, name: fullName, changes, problems };
  }
  for (const { number, outcome, code, name, changes } of planned.values()) {
    const problems = refused.get(number) ?? [];
    yield { number, outcome: problems.length > 0 ? "refused" : outcome, code, name, changes, problems };
  }
}

/** Someone whose place is outside the area of the importer. */
function foreignPerson(
  row: ResolvedRow,
  view: PeopleView,
  { effective, mayTouch }: PeopleComparison,
): RowProblem | null {
  const person = view.person(row.staffCode);
  if (!person) return null;
  const lasting = view
    .postings(person.id)
    .filter(({ posting }) => posting.validTo === null || posting.validTo > effective);
  const home = lasting.find(({ posting }) => posting.kind === "primary") ?? lasting[0];
  if (!home || mayTouch(home.post.unitId)) return null;
  const column = row.columnOf.get("staffCode") ?? null;
  return { column, about: "row", code: "outside-area", params: { value: row.staffCode } };
}

/** A record under a name that shares no word with the file's: a slip of the code, not another name. */
function otherPerson(row: ResolvedRow, view: PeopleView): RowProblem | null {
  const person = view.person(row.staffCode);
  const name = person && view.name(person.id)?.fullName;
  if (!name) return null;
  const words = new Set(foldForSearch(name).split(" "));
  if (
    foldForSearch(row.fullName)
      .split(" ")
      .some((word) => words.has(word))
  )
    return null;
  return { column: row.columnOf.get("fullName") ?? null, about: "row", code: "other-person", params: { value: name } };
}
