import { type SignatoryContent, signatoryContent } from "~/domain/certification/authority";
import { unitsInScope } from "~/domain/organisation/succession";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Rows } from "~/models/database.server";
import type { signatoryModel } from "~/models/generated/models";
import { organisationFacts } from "~/models/organisation/organisation-facts.server";

/** Who signs papers for the people of a unit, as of a span of dates. */
export interface Signatory {
  id: number;
  publicId: string;
  unitId: number;
  /** who approves as this signatory; null: whoever has the power over the unit */
  personId: number | null;
  content: SignatoryContent;
  from: CivilDate;
  /** exclusive */
  until: CivilDate | null;
}

export function readSignatory(row: signatoryModel): Signatory {
  return {
    id: row.id,
    publicId: row.public_id,
    unitId: row.unit_id,
    personId: row.person_id,
    content: signatoryContent.parse(JSON.parse(row.content)),
    from: row.valid_from,
    until: row.valid_to,
  };
}

/** Who may sign for the people of a unit on a date: those of the unit and of the units above it, the nearest last recorded first. */
export async function signatoriesOver(rows: Rows, unitId: number, date: CivilDate): Promise<Signatory[]> {
  const found = await rows.signatory.findMany({
    where: {
      retracted_change: null,
      valid_from: { lte: date },
      OR: [{ valid_to: null }, { valid_to: { gt: date } }],
    },
    orderBy: { id: "desc" },
  });
  const facts = await organisationFacts();
  return found.filter((row) => unitsInScope(facts, [row.unit_id], date).has(unitId)).map(readSignatory);
}
