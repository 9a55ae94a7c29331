import type { ConfirmedEntry } from "~/domain/competency/practice-evidence";
import type { CivilDate } from "~/domain/time/civil-date";
import { reader } from "../database.server";
import { Prisma } from "../generated/client";
import { recordsOf } from "../people/records-of.server";
import { entriesWhere } from "./log-rows.server";

/** Someone's confirmed entries up to a date, by competency. The caller has established the scope. */
export async function confirmedEntriesOf(
  personId: number,
  asOf: CivilDate,
): Promise<ReadonlyMap<string, ConfirmedEntry[]>> {
  const about = Prisma.sql`r.person_id IN ${recordsOf(personId)} AND r.on_date <= ${asOf}`;
  const byCompetency = new Map<string, ConfirmedEntry[]>();
  for (const entry of await entriesWhere(await reader(), about)) {
    if (entry.state !== "confirmed") continue;
    byCompetency.set(entry.competency, [...(byCompetency.get(entry.competency) ?? []), entry]);
  }
  return byCompetency;
}
