import { byteOrder, type ListedPerson } from "~/domain/people/find-people";
import { sortKey } from "~/domain/people/person-name";
import type { Viewer } from "~/domain/permissions/viewer";
import { type CivilDate, holdsOn } from "~/domain/time/civil-date";
import { scopeOf } from "../reporting/scope-units.server";
import { peopleDirectory } from "./people-directory.server";

export interface NamePlace {
  /** the names just before and just after, in the order of the list; empty at an end of it */
  before: string[];
  after: string[];
}

const NEIGHBOURS = 2;

/** Where a person stands in the viewer's list of people by a sort key: the names around it. */
export async function placeOfName(
  viewer: Viewer,
  person: ListedPerson,
  key: string,
  today: CivilDate,
): Promise<NamePlace> {
  const [{ people }, scope] = await Promise.all([peopleDirectory(), scopeOf(viewer, "change-people", today)]);
  const others = people.flatMap((other) => {
    const name = other.names.find((each) => holdsOn(each, today));
    const seen = other.postings.some((posting) => holdsOn(posting, today) && scope.has(posting.unitId));
    return name && seen && other.id !== person.id ? [name] : [];
  });
  others.sort((a, b) => byteOrder(a.sortKey, b.sortKey));
  const next = others.findIndex((name) => byteOrder(name.sortKey, key) > 0);
  const place = next < 0 ? others.length : next;
  return {
    before: others.slice(Math.max(0, place - NEIGHBOURS), place).map(({ fullName }) => fullName),
    after: others.slice(place, place + NEIGHBOURS).map(({ fullName }) => fullName),
  };
}

/**
 * The sort key that a form asks for: made of the spelling to sort by, else of the name; for a name that stays as it is, the key
 * that it has.
 */
export function askedKey(person: ListedPerson, fullName: string, sortAs: string | null): string {
  if (sortAs) return sortKey(sortAs);
  const last = person.names.at(-1);
  return last && last.fullName === fullName ? last.sortKey : sortKey(fullName);
}
