import type { PersonnelContext } from "~/domain/people/apply-personnel-acts";
import { type CivilDate, holdsOn } from "~/domain/time/civil-date";
import { frameworksAsOf } from "../course/frameworks.server";
import type { Rows } from "../database.server";
import { organisationFacts } from "../organisation/organisation-facts.server";
import { newPublicId } from "../public-id.server";
import { allSettingsOn } from "../settings/settings.server";

type Agreed = Omit<PersonnelContext, "units">;

/** What is agreed on a date and held in memory: the positions, and which units have a focal point. */
export async function agreedOn(today: CivilDate): Promise<Agreed> {
  const [{ positions }, settings, organisation] = await Promise.all([
    frameworksAsOf(today),
    allSettingsOn(today),
    organisationFacts(),
  ]);
  const { positions: all } = positions.content;
  const levels: readonly string[] = settings["focal-levels"];
  const types: readonly string[] = settings["focal-unit-types"];
  const typed = organisation.types.filter((row) => types.includes(row.type) && holdsOn(row, today));
  const levelled = organisation.units.filter((unit) => levels.includes(unit.level));
  return {
    positions: new Set(all.map(({ key }) => key)),
    focalPositions: new Set(all.filter(({ focal }) => focal).map(({ key }) => key)),
    focalUnits: new Set([...levelled.map((unit) => unit.id), ...typed.map((row) => row.unitId)]),
    newPublicId,
  };
}

/** With the units as they are known through the client: inside a transaction nobody can end one meanwhile. */
export async function personnelContext(client: Rows, agreed: Agreed): Promise<PersonnelContext> {
  const existences = await client.unit_existence.findMany({
    where: { retracted_change: null },
    select: { unit_id: true, valid_from: true, valid_to: true },
  });
  const units = new Map<number, { validFrom: CivilDate; validTo: CivilDate | null }[]>();
  for (const { unit_id, valid_from: validFrom, valid_to: validTo } of existences) {
    const span = { validFrom, validTo };
    const spans = units.get(unit_id);
    if (spans) spans.push(span);
    else units.set(unit_id, [span]);
  }
  return { ...agreed, units };
}
