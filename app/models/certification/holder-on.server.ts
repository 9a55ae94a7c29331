import type { Bilingual } from "~/domain/text/bilingual";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Rows } from "~/models/database.server";
import { recordsOf } from "~/models/people/records-of.server";

/** A person as a paper of that date names them. */
export interface Holder {
  personId: number;
  fullName: string;
  unitId: number;
  unit: Bilingual;
}

/**
 * Name and unit of a person on a date. The unit is that of the primary posting; where none holds, of another posting that does;
 * else of the last one. Null for a person without a name or without any posting by then.
 */
export async function holderOn(rows: Rows, personId: number, date: CivilDate): Promise<Holder | null> {
  const [name] = await rows.$queryRaw<{ full_name: string }[]>`
    SELECT full_name FROM person_name
    WHERE person_id = ${personId} AND retracted_change IS NULL AND valid_from <= ${date}
    ORDER BY valid_from DESC, id DESC LIMIT 1`;
  const [unit] = await rows.$queryRaw<{ unit_id: bigint; name_vi: string; name_en: string }[]>`
    SELECT s.unit_id, n.name_vi, n.name_en
    FROM posting o
    JOIN post s ON s.id = o.post_id
    JOIN unit_name n ON n.unit_id = s.unit_id AND n.retracted_change IS NULL AND n.valid_from <= ${date}
    WHERE o.person_id IN ${recordsOf(personId)} AND o.retracted_change IS NULL AND o.valid_from <= ${date}
    ORDER BY (o.valid_to IS NULL OR o.valid_to > ${date}) DESC, (o.kind = 'primary') DESC, o.valid_from DESC, o.id DESC,
      n.valid_from DESC, n.id DESC
    LIMIT 1`;
  if (!name || !unit) return null;
  return {
    personId,
    fullName: name.full_name,
    unitId: Number(unit.unit_id),
    unit: { vi: unit.name_vi, en: unit.name_en },
  };
}
