/** Why an act cannot be carried out. The screen and the file checker have a sentence for each; params fill it in. */
export const ACT_PROBLEMS = [
  "unknown-unit",
  "unknown-area",
  "unit-not-existing",
  "area-not-existing",
  "duplicate-key",
  "cycle",
  "overlapping-placement",
  "overlapping-name",
  "overlapping-label",
  "overlapping-area",
  "overlapping-type",
  "end-before-start",
  "later-facts",
  "has-children",
  "levels-differ",
  "parents-differ",
  "wrong-parent-level",
  "parent-ends",
  "code-in-use",
  "area-taken",
  "too-few-heirs",
  "not-an-heir",
  "heir-ends",
  "unknown-holder",
] as const;

export type ActProblemCode = (typeof ACT_PROBLEMS)[number];

export interface ActProblem {
  /** index of the act in its batch */
  act: number;
  code: ActProblemCode;
  params: Record<string, string>;
}
