import { unitsInScope } from "~/domain/organisation/succession";
import type { ListedPerson } from "~/domain/people/find-people";
import { behalfOf } from "~/domain/permissions/behalf";
import type { Power } from "~/domain/permissions/role";
import type { Viewer } from "~/domain/permissions/viewer";
import { nameAround } from "~/domain/reporting/unit-selection";
import { type CivilDate, holdsOn } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { frameworksAsOf } from "../course/frameworks.server";
import { organisationFacts } from "../organisation/organisation-facts.server";
import { scopeOf } from "../reporting/scope-units.server";
import { peopleDirectory } from "./people-directory.server";

/**
 * The person of a public id, that of a merged record leading to the kept one, of whom the viewer may record things: every unit
 * where they have a post today or later is in reach of the power; of someone without one, the unit where they were last. Null for
 * everyone else.
 */
export async function changeablePerson(
  viewer: Viewer,
  publicId: string,
  power: Power,
  today: CivilDate,
): Promise<ListedPerson | null> {
  const [scope, { byPublicId }] = await Promise.all([scopeOf(viewer, power, today), peopleDirectory()]);
  const person = byPublicId.get(publicId);
  const units = person ? unitsOf(person, today) : [];
  return person && units.length > 0 && units.every(scope.has) ? person : null;
}

/** The units where someone has a post today or later; else the one where they were last. */
export function unitsOf(person: ListedPerson, today: CivilDate): number[] {
  const current = person.postings.filter(({ validTo }) => validTo === null || validTo > today);
  if (current.length > 0) return [...new Set(current.map(({ unitId }) => unitId))];
  const last = [...person.postings].sort((a, b) => ((a.validTo ?? "") < (b.validTo ?? "") ? 1 : -1))[0];
  return last ? [last.unitId] : [];
}

/** Whose lent power the viewer uses to act on these units; null: their own. */
export async function behalfOver(
  viewer: Viewer,
  power: Power,
  units: readonly number[],
  today: CivilDate,
): Promise<number | null> {
  if (viewer.delegations.length === 0) return null;
  const facts = await organisationFacts();
  return behalfOf(viewer, power, (top) => {
    const reach = unitsInScope(facts, [top], today);
    return units.every((unit) => reach.has(unit));
  });
}

export interface PersonInWords {
  person: string;
  name: string;
  staffCode: string;
  /** post and unit of today, else the last ones; null: never had any */
  place: string | null;
}

/** Who that is, for a form: name, code, and where they work or worked last. */
export async function inWords(person: ListedPerson, today: CivilDate, language: Language): Promise<PersonInWords> {
  const [facts, frameworks] = await Promise.all([organisationFacts(), frameworksAsOf(today)]);
  const posting =
    person.postings.find((each) => holdsOn(each, today)) ??
    [...person.postings].sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0];
  const title = frameworks.positions.content.positions.find(({ key }) => key === posting?.position)?.title[language];
  const name = person.names.find((each) => holdsOn(each, today)) ?? person.names.at(-1);
  return {
    person: person.publicId,
    name: name?.fullName ?? person.staffCode,
    staffCode: person.staffCode,
    place: posting ? [title, nameAround(facts, posting.unitId, today)[language]].filter(Boolean).join(", ") : null,
  };
}
