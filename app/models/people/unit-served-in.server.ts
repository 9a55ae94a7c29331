import type { CivilDate } from "~/domain/time/civil-date";
import type { Rows } from "../database.server";
import { recordsOf } from "./records-of.server";

/** The unit in which a person served on a date: of the primary posting, else of another, else of the last; null without any. */
export async function unitServedIn(rows: Rows, personId: number, date: CivilDate): Promise<number | null> {
  const [row] = await rows.$queryRaw<{ unit_id: bigint }[]>`
    SELECT s.unit_id FROM posting o JOIN post s ON s.id = o.post_id
    WHERE o.person_id IN ${recordsOf(personId)} AND o.retracted_change IS NULL AND o.valid_from <= ${date}
    ORDER BY (o.valid_to IS NULL OR o.valid_to > ${date}) DESC, (o.kind = 'primary') DESC, o.valid_from DESC, o.id DESC
    LIMIT 1`;
  return row ? Number(row.unit_id) : null;
}
