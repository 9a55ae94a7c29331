import type { CivilDate, Span } from "~/domain/time/civil-date";

/** What a change of a dated value does to its rows: those that no longer count, and those that take their place. */
export interface ValueChange<V> {
  ended: number[];
  added: (Span & { value: V })[];
}

/**
 * From a date on the value is another, until the next value that is already agreed on. Rows of one setting must not overlap, and
 * do not overlap afterwards.
 */
export function changeValue<V>(
  rows: readonly (Span & { id: number; value: V })[],
  value: V,
  from: CivilDate,
): ValueChange<V> {
  const ordered = [...rows].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  const next = ordered.find((row) => row.validFrom > from);
  const held = ordered.find((row) => row.validFrom <= from && (row.validTo === null || from < row.validTo));
  const added: ValueChange<V>["added"] = [];
  if (held && held.validFrom < from) added.push({ value: held.value, validFrom: held.validFrom, validTo: from });
  added.push({ value, validFrom: from, validTo: held ? held.validTo : (next?.validFrom ?? null) });
  return { ended: held ? [held.id] : [], added };
}
