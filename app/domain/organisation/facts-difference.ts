import type { OrganisationFacts } from "./organisation-facts";

type Row<K extends keyof OrganisationFacts> = OrganisationFacts[K][number];

/** What has to be written so that the rows of one kind become those after: an ended row is retracted and added anew, closed. */
export interface RowsDifference<T> {
  retracted: number[];
  added: T[];
}

/** Compares by identity: applyBatch keeps the rows that it does not touch. */
export function rowsDifference<K extends keyof OrganisationFacts>(
  before: OrganisationFacts,
  after: OrganisationFacts,
  kind: K,
): RowsDifference<Row<K>> {
  const kept = new Set<Row<K>>(after[kind]);
  const known = new Set<Row<K>>(before[kind]);
  return {
    retracted: before[kind].filter((row) => !kept.has(row)).map((row) => row.id),
    added: after[kind].filter((row) => !known.has(row)),
  };
}
