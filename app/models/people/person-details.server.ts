import type { Employment } from "~/domain/people/people-batch";
import type { CivilDate } from "~/domain/time/civil-date";
import { reader } from "../database.server";

export interface PersonDetails {
  employment: Employment;
  workEmail: string | null;
  workPhone: string | null;
  from: CivilDate;
}

/** What is said of a person beside the name, newest first. The caller has established that the viewer may change this person. */
export async function detailsOf(personId: number): Promise<PersonDetails[]> {
  const client = await reader();
  const rows = await client.person_detail.findMany({
    where: { person_id: personId, retracted_change: null },
    orderBy: { valid_from: "desc" },
  });
  return rows.map((row) => ({
    employment: row.employment as Employment,
    workEmail: row.work_email,
    workPhone: row.work_phone,
    from: row.valid_from,
  }));
}
