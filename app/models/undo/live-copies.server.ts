import type { Rows } from "../database.server";
import type { FactTable } from "../fact-tables.server";

/**
 * Undoing says again by copies what was retracted. Which copy stands for which row follows from their order: the undo wrote the
 * copies of what its change had retracted in the order of their ids, then those of postings that it led to a revived post.
 */
async function copiesMadeBy(rows: Rows, table: Pick<FactTable, "name">, changeId: number, undoId: number) {
  const ids = async (sql: string) => {
    const found = await rows.$queryRawUnsafe<{ id: bigint }[]>(`SELECT id FROM ${table.name} WHERE ${sql} ORDER BY id`);
    return found.map(({ id }) => Number(id));
  };
  const revived = await ids(`retracted_change = ${changeId} AND recorded_change <> ${changeId}`);
  const led = table.name === "posting" ? await ids(ledSql(changeId, undoId)) : [];
  const copies = await ids(`recorded_change = ${undoId}`);
  return new Map([...revived, ...led].map((id, index) => [id, copies[index] ?? id]));
}

function ledSql(changeId: number, undoId: number): string {
  return `retracted_change = ${undoId} AND recorded_change <> ${undoId}
    AND post_id IN (SELECT p.id FROM post p WHERE p.retracted_change = ${changeId})`;
}

interface Live {
  /** ids of rows that stand, by undone changes, for rows of the change */
  copies: number[];
  /** later changes in force that took back or replaced a row of it */
  replacedBy: Set<number>;
}

/** What became of the rows that a change recorded and that others have retracted since. */
export async function liveCopies(rows: Rows, table: FactTable, changeId: number): Promise<Live> {
  const live: Live = { copies: [], replacedBy: new Set() };
  const retracted = (sql: string) =>
    rows.$queryRawUnsafe<{ id: bigint; retracted_change: bigint | null }[]>(
      `SELECT id, retracted_change FROM ${table.name} WHERE ${sql}`,
    );
  let gone = await retracted(`recorded_change = ${changeId} AND retracted_change <> ${changeId}`);
  while (gone.length > 0) {
    const next: number[] = [];
    for (const by of new Set(gone.map((row) => Number(row.retracted_change)))) {
      const ids = gone.filter((row) => Number(row.retracted_change) === by).map((row) => Number(row.id));
      const copyOf = await undoneCopies(rows, table, by);
      for (const id of ids) {
        const copy = copyOf?.get(id);
        if (copy === undefined) live.replacedBy.add(by);
        else next.push(copy);
      }
    }
    const found = next.length === 0 ? [] : await retracted(`id IN (${next.join(",")})`);
    live.copies.push(...found.filter((row) => row.retracted_change === null).map((row) => Number(row.id)));
    gone = found.filter((row) => row.retracted_change !== null);
  }
  return live;
}

/** The copies that stand for what `by` retracted: where it was undone, or is an undo that led postings to a revived post. */
async function undoneCopies(rows: Rows, table: FactTable, by: number): Promise<Map<number, number> | null> {
  const undo = await rows.change.findUnique({ where: { undoes: by }, select: { id: true } });
  if (undo) return copiesMadeBy(rows, table, by, undo.id);
  const itself = await rows.change.findUnique({ where: { id: by }, select: { undoes: true } });
  return itself?.undoes ? copiesMadeBy(rows, table, itself.undoes, by) : null;
}

/** The change that first said what a row says, where the row is a copy that an undo made. */
export async function originOf(rows: Rows, table: string, id: number, recordedBy: number): Promise<number> {
  let at = { id, recordedBy };
  for (;;) {
    const change = await rows.change.findUnique({ where: { id: at.recordedBy }, select: { undoes: true } });
    if (!change?.undoes) return at.recordedBy;
    const copies = await copiesMadeBy(rows, { name: table }, change.undoes, at.recordedBy);
    const original = [...copies].find(([, copy]) => copy === at.id)?.[0];
    if (original === undefined) return at.recordedBy;
    const [row] = await rows.$queryRawUnsafe<{ recorded_change: bigint }[]>(
      `SELECT recorded_change FROM ${table} WHERE id = ${original}`,
    );
    at = { id: original, recordedBy: Number(row?.recorded_change ?? 0) };
  }
}
