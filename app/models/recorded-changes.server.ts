import { type CivilDate, civilDateOf, type Instant } from "~/domain/time/civil-date";
import { reader } from "./database.server";
import { Prisma } from "./generated/client";

/** An act on record, as a list of them shows it. */
export interface RecordedAct {
  id: number;
  kind: string;
  at: Instant;
  on: CivilDate;
  /** name of who did it; null: the house itself */
  by: string | null;
  /** name of who lent the power ("thay mặt") */
  onBehalfOf: string | null;
  document: string | null;
  note: string | null;
  /** it was taken back */
  undone: boolean;
}

const MOST = 20;

/** The last acts of some kinds, the newest first. */
export async function recentActs(kinds: readonly string[]): Promise<RecordedAct[]> {
  return readActs(Prisma.sql`c.kind IN (${Prisma.join([...kinds])})`);
}

/** One act of some kinds; null: there is none of this id. */
export async function actById(id: number, kinds: readonly string[]): Promise<RecordedAct | null> {
  const [act] = await readActs(Prisma.sql`c.id = ${id} AND c.kind IN (${Prisma.join([...kinds])})`);
  return act ?? null;
}

/** The acts that touched rows of one fact, the newest first; undoing is one of them. */
export async function actsByIds(ids: readonly number[]): Promise<RecordedAct[]> {
  return ids.length === 0 ? [] : readActs(Prisma.sql`c.id IN (${Prisma.join([...ids])})`);
}

async function readActs(condition: Prisma.Sql): Promise<RecordedAct[]> {
  const client = await reader();
  const nameOf = (account: string) => Prisma.sql`(SELECT n.full_name FROM account a JOIN person_name n
      ON n.person_id = a.person_id AND n.retracted_change IS NULL
    WHERE a.id = ${Prisma.raw(account)} ORDER BY n.valid_from DESC LIMIT 1)`;
  const rows = await client.$queryRaw<
    {
      id: bigint;
      kind: string;
      at: string;
      by: string | null;
      behalf: string | null;
      document: string | null;
      note: string | null;
      undone: bigint | null;
    }[]
  >`
    SELECT c.id, c.kind, c.at, c.document, c.note, ${nameOf("c.actor_id")} AS by, ${nameOf("c.on_behalf_of")} AS behalf,
      (SELECT u.id FROM change u WHERE u.undoes = c.id) AS undone
    FROM change c WHERE ${condition} ORDER BY c.id DESC LIMIT ${MOST}`;
  return rows.map((row) => ({
    id: Number(row.id),
    kind: row.kind,
    at: row.at,
    on: civilDateOf(row.at),
    by: row.by,
    onBehalfOf: row.behalf,
    document: row.document,
    note: row.note,
    undone: row.undone !== null,
  }));
}
