import type { Viewer } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { unitWords } from "~/models/access/unit-words.server";
import { reader } from "~/models/database.server";
import { namesOfPeople } from "~/models/marking/names-of-people.server";
import { scopeOf } from "~/models/reporting/scope-units.server";
import { readSignatory, type Signatory } from "./signatories.server";

export interface SignatoryShown extends Omit<Signatory, "id" | "unitId" | "personId"> {
  unit: string;
  unitPublicId: string;
  /** who approves as this signatory; null: whoever has the power over the unit */
  person: { name: string; staffCode: string } | null;
  state: "upcoming" | "in-force" | "ended";
}

/** Every signatory of the units in the viewer's reach, of all times: those that sign now first, then the coming, then the former. */
export async function listSignatories(viewer: Viewer, today: CivilDate, language: Language): Promise<SignatoryShown[]> {
  const client = await reader();
  const scope = await scopeOf(viewer, "manage-programmes", today);
  const rows = await client.signatory.findMany({
    where: { retracted_change: null, ...(scope.units === "all" ? {} : { unit_id: { in: [...scope.units] } }) },
    orderBy: [{ valid_from: "desc" }, { id: "desc" }],
  });
  const people = rows.flatMap(({ person_id }) => (person_id === null ? [] : [person_id]));
  const [words, names, codes, units] = await Promise.all([
    unitWords(today, language),
    namesOfPeople(people, today),
    client.person.findMany({ where: { id: { in: people } }, select: { id: true, staff_code: true } }),
    client.unit.findMany({
      where: { id: { in: rows.map(({ unit_id }) => unit_id) } },
      select: { id: true, public_id: true },
    }),
  ]);
  const shown = rows.map(readSignatory).map(({ id: _, unitId, personId, ...signatory }): SignatoryShown => {
    const code = codes.find((each) => each.id === personId)?.staff_code ?? "";
    return {
      ...signatory,
      unit: words.nameOf(unitId),
      unitPublicId: units.find((unit) => unit.id === unitId)?.public_id ?? "",
      person: personId === null ? null : { name: names.get(personId) ?? code, staffCode: code },
      state: stateOf(signatory, today),
    };
  });
  const order = ["in-force", "upcoming", "ended"];
  return shown.sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
}

/** One of them. */
export async function findSignatoryFor(
  viewer: Viewer,
  publicId: string,
  today: CivilDate,
  language: Language,
): Promise<SignatoryShown | null> {
  return (await listSignatories(viewer, today, language)).find((each) => each.publicId === publicId) ?? null;
}

function stateOf({ from, until }: { from: CivilDate; until: CivilDate | null }, today: CivilDate) {
  if (from > today) return "upcoming" as const;
  return until === null || until > today ? ("in-force" as const) : ("ended" as const);
}
