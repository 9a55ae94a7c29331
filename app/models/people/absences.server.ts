import { ABSENCE_KINDS, type AbsenceKind } from "~/domain/people/personnel-acts";
import type { CivilDate } from "~/domain/time/civil-date";
import { reader } from "../database.server";
import { recordsOf } from "./records-of.server";

export interface AbsenceView {
  kind: AbsenceKind;
  from: CivilDate;
  /** first day back; null: not known yet */
  back: CivilDate | null;
}

/** When a person was or is away, newest first. For those who may know (see-absences), and for the person. */
export async function absencesOf(personId: number): Promise<AbsenceView[]> {
  const client = await reader();
  const rows = await client.$queryRaw<{ kind: string; valid_from: string; valid_to: string | null }[]>`
    SELECT kind, valid_from, valid_to FROM absence
    WHERE person_id IN ${recordsOf(personId)} AND retracted_change IS NULL ORDER BY valid_from DESC, id DESC`;
  return rows.flatMap((row) => {
    const kind = ABSENCE_KINDS.find((each) => each === row.kind);
    return kind ? [{ kind, from: row.valid_from, back: row.valid_to }] : [];
  });
}
