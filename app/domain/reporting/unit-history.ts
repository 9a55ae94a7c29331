import type { OrganisationFacts } from "~/domain/organisation/organisation-facts";
import type { Bilingual } from "~/domain/text/bilingual";
import type { CivilDate } from "~/domain/time/civil-date";
import { nameAround } from "./unit-selection";

/** One dated thing that happened to a unit. */
export type UnitEvent =
  | { kind: "created"; date: CivilDate; name: Bilingual; from: UnitMention[] }
  | { kind: "renamed"; date: CivilDate; name: Bilingual }
  | { kind: "moved"; date: CivilDate; parent: UnitMention }
  | { kind: "area"; date: CivilDate; code: string; area: Bilingual; city: boolean }
  | { kind: "ended"; date: CivilDate; into: UnitMention[] };

export interface UnitMention {
  publicId: string;
  name: Bilingual;
}

/** What happened to a unit up to a date, newest first. */
export function unitHistory(facts: OrganisationFacts, unitId: number, asOf: CivilDate): UnitEvent[] {
  const mention = (id: number, date: CivilDate): UnitMention => ({
    publicId: facts.units.find((unit) => unit.id === id)?.publicId ?? "",
    name: nameAround(facts, id, date),
  });
  const existence = facts.existences.filter((row) => row.unitId === unitId);
  const began = existence.map((row) => row.validFrom).sort()[0] ?? asOf;
  const events: UnitEvent[] = existence.flatMap((row) => {
    const from = facts.successions.filter((each) => each.newUnitId === unitId && each.date === row.validFrom);
    const into = facts.successions.filter((each) => each.oldUnitId === unitId && each.date === row.validTo);
    const created: UnitEvent = {
      kind: "created",
      date: row.validFrom,
      name: nameAround(facts, unitId, row.validFrom),
      from: from.map((each) => mention(each.oldUnitId, row.validFrom)),
    };
    if (row.validTo === null) return [created];
    const ended = {
      kind: "ended" as const,
      date: row.validTo,
      into: into.map((each) => mention(each.newUnitId, each.date)),
    };
    return [created, ended];
  });
  for (const row of facts.names) {
    if (row.unitId === unitId && row.validFrom > began)
      events.push({ kind: "renamed", date: row.validFrom, name: row.name });
  }
  for (const row of facts.placements) {
    if (row.unitId !== unitId || row.validFrom <= began) continue;
    events.push({ kind: "moved", date: row.validFrom, parent: mention(row.parentId, row.validFrom) });
  }
  return [...events, ...areaEvents(facts, unitId)]
    .filter((event) => event.date <= asOf)
    .sort((a, b) => b.date.localeCompare(a.date));
}

/** Each code, name and kind that the unit's area has had while the unit answered for it. */
function areaEvents(facts: OrganisationFacts, unitId: number): UnitEvent[] {
  return facts.unitAreas
    .filter((row) => row.unitId === unitId)
    .flatMap((row) =>
      facts.areaVersions
        .filter(
          (version) =>
            version.areaId === row.areaId &&
            (row.validTo === null || version.validFrom < row.validTo) &&
            (version.validTo === null || version.validTo > row.validFrom),
        )
        .map((version) => ({
          kind: "area" as const,
          // both dates are text: the later one
          date: [version.validFrom, row.validFrom].sort().at(-1) ?? row.validFrom,
          code: version.code,
          area: version.name,
          city: version.kind === "city",
        })),
    );
}
