import type { Instant } from "~/domain/time/civil-date";
import type { Rows } from "../database.server";

/** A later change in force that builds on the one that was to be undone. */
export interface Dependent {
  changeId: number;
  kind: string;
  at: Instant;
  /** what it said of itself: its note, else its document */
  title: string | null;
}

/** The changes of the ids, oldest first. */
export async function dependentsOf(rows: Rows, ids: Iterable<number>): Promise<Dependent[]> {
  const changes = await rows.change.findMany({ where: { id: { in: [...ids] } }, orderBy: { id: "asc" } });
  return changes.map(({ id, kind, at, note, document }) => ({ changeId: id, kind, at, title: note ?? document }));
}
