import { unitsInScope } from "~/domain/organisation/succession";
import type { Viewer } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { unitWords } from "~/models/access/unit-words.server";
import { type Rows, reader } from "~/models/database.server";
import { Prisma } from "~/models/generated/client";
import { organisationFacts } from "~/models/organisation/organisation-facts.server";
import { keptRecord, recordsOf } from "~/models/people/records-of.server";
import { holding, type Scope, scopeOf } from "~/models/reporting/scope-units.server";
import { holderInScope } from "./holder-in-scope.server";

/** Someone who has met what a programme asks for and waits for a signatory. */
export interface WaitingPerson {
  eligibilityId: number;
  /** public id of the person */
  person: string;
  name: string;
  staffCode: string;
  unit: string;
  programme: string;
  /** the day on which the requirements were met */
  on: CivilDate;
}

/** Met, not issued yet, and on no list. */
const WAITS = Prisma.sql`r.retracted_change IS NULL
  AND NOT EXISTS (SELECT 1 FROM certificate i WHERE i.programme = r.programme AND i.basis = r.basis)
  AND NOT EXISTS (SELECT 1 FROM issue_list_entry l WHERE l.eligibility_id = r.id AND l.retracted_change IS NULL)`;

/** How many wait, by programme, in the viewer's reach. */
export async function countWaiting(viewer: Viewer, today: CivilDate): Promise<Map<string, number>> {
  const client = await reader();
  const scope = await scopeOf(viewer, "prepare-certificates", today);
  const rows = await client.$queryRaw<{ programme: string; people: bigint }[]>`
    SELECT r.programme, COUNT(*) AS people FROM eligibility r
    WHERE ${WAITS} AND ${holderInScope(scope, "r.person_id", today)} GROUP BY r.programme`;
  return new Map(rows.map(({ programme, people }) => [programme, Number(people)]));
}

/** Whom the one list may name: the people of a unit in the viewer's reach and of the units below it; null: no such unit. */
export async function waitingIn(
  viewer: Viewer,
  { programme, unit }: { programme: string; unit: string },
  today: CivilDate,
  language: Language,
): Promise<{ unitId: number; people: WaitingPerson[] } | null> {
  const top = await preparedUnit(viewer, unit, today);
  if (top === null) return null;
  const client = await reader();
  const rows = await waitingRows(client, top, programme, today);
  const words = await unitWords(today, language);
  const people = rows.map((row) => ({
    eligibilityId: Number(row.id),
    person: row.public_id,
    name: row.full_name ?? row.staff_code,
    staffCode: row.staff_code,
    unit: row.unit_id === null ? "" : words.nameOf(Number(row.unit_id)),
    programme,
    on: row.on_date,
  }));
  return { unitId: top, people };
}

/** A unit over which the viewer may prepare lists, by its public id. */
export async function preparedUnit(viewer: Viewer, publicId: string, today: CivilDate): Promise<number | null> {
  const [facts, scope] = await Promise.all([organisationFacts(), scopeOf(viewer, "prepare-certificates", today)]);
  return facts.units.find((unit) => unit.publicId === publicId && scope.has(unit.id))?.id ?? null;
}

/** Those waiting under a unit, by name; inside a write pass its rows. */
export async function waitingRows(rows: Rows, unitId: number, programme: string, today: CivilDate) {
  const units: Scope["units"] = [...unitsInScope(await organisationFacts(), [unitId], today)];
  const records = recordsOf(keptRecord("r.person_id"));
  return rows.$queryRaw<
    {
      id: bigint;
      on_date: string;
      public_id: string;
      staff_code: string;
      full_name: string | null;
      unit_id: bigint | null;
    }[]
  >`
    SELECT r.id, r.on_date, p.public_id, p.staff_code, n.full_name,
      (SELECT s.unit_id FROM posting o JOIN post s ON s.id = o.post_id
        WHERE o.person_id IN ${records} AND ${holding("o", today)}
        ORDER BY o.kind = 'primary' DESC, o.id LIMIT 1) AS unit_id
    FROM eligibility r
    JOIN person p ON p.id = ${keptRecord("r.person_id")}
    LEFT JOIN person_name n ON n.person_id = p.id AND ${holding("n", today)}
    WHERE r.programme = ${programme} AND ${WAITS} AND ${holderInScope({ units }, "r.person_id", today)}
    ORDER BY n.sort_key, r.id LIMIT 500`;
}
