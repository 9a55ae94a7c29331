import type { Viewer } from "~/domain/permissions/viewer";
import { type CivilDate, civilDateOf, type Instant } from "~/domain/time/civil-date";
import { reader } from "../database.server";
import { type Undo, undoChange } from "../undo-change.server";
import { behalfOver, changeablePerson, unitsOf } from "./changeable-person.server";

/** A record that counts as merged into a person's. */
export interface MergedRecord {
  /** public id */
  record: string;
  staffCode: string;
  name: string;
  mergedOn: CivilDate;
  by: string | null;
  document: string | null;
}

/** The records that were merged into a person's. The caller has established that the viewer may see this person. */
export async function mergedRecordsOf(personId: number): Promise<MergedRecord[]> {
  const client = await reader();
  const rows = await client.$queryRaw<
    {
      public_id: string;
      staff_code: string;
      name: string | null;
      at: string;
      by_name: string | null;
      document: string | null;
    }[]
  >`
    SELECT p.public_id, p.staff_code, c.at, c.document,
      (SELECT n.full_name FROM person_name n WHERE n.person_id = p.id AND n.retracted_change IS NULL
        ORDER BY n.valid_from DESC LIMIT 1) AS name,
      (SELECT n.full_name FROM account a JOIN person_name n ON n.person_id = a.person_id AND n.retracted_change IS NULL
        WHERE a.id = c.actor_id ORDER BY n.valid_from DESC LIMIT 1) AS by_name
    FROM person_merge g JOIN person p ON p.id = g.merged_person_id JOIN change c ON c.id = g.recorded_change
    WHERE g.kept_person_id = ${personId} AND g.retracted_change IS NULL ORDER BY g.id`;
  return rows.map((row) => ({
    record: row.public_id,
    staffCode: row.staff_code,
    name: row.name ?? row.staff_code,
    mergedOn: civilDateOf(row.at),
    by: row.by_name,
    document: row.document,
  }));
}

/**
 * Parts a merged record from a person's again, by undoing the merge: what was said of it before is its own again, what was said
 * of the person meanwhile stays with the person. Null: the viewer may not, or there is no such merge.
 */
export async function unmerge(
  viewer: Viewer,
  { kept, record, at, note }: { kept: string; record: string; at: Instant; note: string },
): Promise<Undo | null> {
  const today = civilDateOf(at);
  const person = await changeablePerson(viewer, kept, "change-people", today);
  if (!person || person.id === viewer.personId) return null;
  const client = await reader();
  const [merge] = await client.$queryRaw<{ recorded_change: bigint }[]>`
    SELECT g.recorded_change FROM person_merge g JOIN person p ON p.id = g.merged_person_id
    WHERE g.kept_person_id = ${person.id} AND p.public_id = ${record} AND g.retracted_change IS NULL`;
  if (!merge) return null;
  const onBehalfOf = await behalfOver(viewer, "change-people", unitsOf(person, today), today);
  return undoChange(Number(merge.recorded_change), { actorId: viewer.accountId, onBehalfOf, at, note });
}
