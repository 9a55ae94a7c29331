/** What has to be written so that the rows of one kind become those after: an ended row is retracted and added anew, closed. */
export interface RowsDifference<T> {
  retracted: number[];
  added: T[];
}

/** Compares by identity: whoever applies acts keeps the rows that they do not touch. */
export function rowsDifference<T extends { id: number }>(before: readonly T[], after: readonly T[]): RowsDifference<T> {
  if (before === after) return { retracted: [], added: [] };
  const kept = new Set(after);
  const known = new Set(before);
  return {
    retracted: before.filter((row) => !kept.has(row)).map(({ id }) => id),
    added: after.filter((row) => !known.has(row)),
  };
}
