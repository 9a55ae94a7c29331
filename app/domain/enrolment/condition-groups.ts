import type { Condition } from "./rule-condition";

/** A question that a form can ask: one that joins no others. */
export type PlainCondition = Exclude<Condition, { all: Condition[] } | { any: Condition[] }>;

/** "Any of" groups, within each of which all must fit, as one condition. */
export function conditionOfGroups(groups: readonly (readonly PlainCondition[])[]): Condition {
  const joined = groups.map((group) => ({ all: [...group] }));
  const [only] = joined;
  return joined.length === 1 && only ? only : { any: joined };
}

/** The same condition as groups, or null where it is nested more deeply than a form shows. */
export function groupsOfCondition(condition: Condition): PlainCondition[][] | null {
  const parts = "any" in condition ? condition.any : [condition];
  const groups = parts.map(plainParts);
  return groups.some((group) => group === null) ? null : (groups as PlainCondition[][]);
}

function plainParts(part: Condition): PlainCondition[] | null {
  if ("any" in part) return null;
  if (!("all" in part)) return [part];
  const inner = part.all.map(plainParts);
  return inner.some((each) => each === null) ? null : (inner as PlainCondition[][]).flat();
}
