import type { OrganisationAsOf } from "~/domain/organisation/organisation-as-of";
import { findPeople, foundBy } from "~/domain/people/find-people";
import type { Power } from "~/domain/permissions/role";
import type { Viewer } from "~/domain/permissions/viewer";
import { hasPower } from "~/domain/permissions/viewer";
import { nameOfUnit, standInsOn, subtreesOf } from "~/domain/reporting/unit-selection";
import { foldForSearch } from "~/domain/text/fold-for-search";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { frameworksAsOf } from "../course/frameworks.server";
import { organisationAsOf, organisationFacts } from "../organisation/organisation-facts.server";
import { scopeOf } from "../reporting/scope-units.server";
import { peoplePresentOn } from "./people-directory.server";

export interface PeopleQuery {
  search: string;
  position: string | null;
  /** public id: it and all below it */
  unit: string | null;
  page: number;
  asOf: CivilDate;
  today: CivilDate;
}

export interface PeopleView {
  unitName: string | null;
  total: number;
  people: FoundPerson[];
  positions: { value: string; label: string }[];
  /** the viewer may open records; else only slips for new passwords */
  records: boolean;
}

export interface FoundPerson {
  person: string;
  name: string;
  staffCode: string;
  post: string;
  unit: string;
  /** an earlier name or code by which they were found */
  formerly: string | null;
}

export const PEOPLE_PAGE = 50;
const MOST_WORDS = 8;

/**
 * People with a post in the viewer's scope on a date, in the order of Vietnamese names: every word searched for begins a word of the
 * name (an earlier one too), the staff code, the address or the unit's name, with or without marks. Who may only print slips finds names and posts, no
 * records. Null when the unit asked for is unknown or out of scope.
 */
export async function searchPeople(viewer: Viewer, query: PeopleQuery, language: Language): Promise<PeopleView | null> {
  const records = hasPower(viewer, "see-people");
  const view = await everyoneFound(viewer, records ? "see-people" : "reset-password", query, language);
  if (!view) return null;
  const first = (query.page - 1) * PEOPLE_PAGE;
  const { slice, ...found } = view;
  return { ...found, people: slice(first, first + PEOPLE_PAGE), records };
}

/** The same by one power, all of them or a slice. Null when the unit asked for is unknown or out of scope. */
export async function everyoneFound(
  viewer: Viewer,
  power: Power,
  query: Omit<PeopleQuery, "page">,
  language: Language,
): Promise<
  | (Pick<PeopleView, "unitName" | "total" | "positions"> & { slice: (from?: number, to?: number) => FoundPerson[] })
  | null
> {
  const scope = await scopeOf(viewer, power, query.today);
  const [facts, organisation, frameworks] = await Promise.all([
    organisationFacts(),
    organisationAsOf(query.asOf),
    frameworksAsOf(query.asOf),
  ]);
  const unit = query.unit === null ? null : facts.units.find((each) => each.publicId === query.unit);
  if (unit === undefined || (unit && !scope.has(unit.id))) return null;
  const below = unit ? subtreesOf(organisation, standInsOn(facts, organisation, unit.id)) : null;
  const words = foldForSearch(query.search.slice(0, 200)).split(" ").filter(Boolean).slice(0, MOST_WORDS);
  const found = findPeople(await peoplePresentOn(query.asOf), {
    words,
    asOf: query.asOf,
    unitsOf: words.map((word) => unitsNamed(organisation, word)),
    wanted: ({ unitId, position }) =>
      scope.has(unitId) &&
      (below === null || below.has(unitId)) &&
      (query.position === null || position === query.position),
  });
  const positions = new Map(frameworks.positions.content.positions.map(({ key, short }) => [key, short[language]]));
  const standing = unit && organisation.byId.get(unit.id);
  return {
    unitName: standing ? nameOfUnit(organisation, standing)[language] : null,
    total: found.length,
    slice: (from, to) =>
      found.slice(from, to).map((each) => {
        const { person, name, posting } = each;
        const at = organisation.byId.get(posting.unitId);
        return {
          person: person.publicId,
          name: name.fullName,
          staffCode: person.staffCode,
          post: positions.get(posting.position) ?? posting.position,
          unit: at ? nameOfUnit(organisation, at)[language] : "",
          formerly: foundBy(each, words, query.asOf),
        };
      }),
    positions: [...positions].map(([value, label]) => ({ value, label })),
  };
}

const foldedNames = new WeakMap<OrganisationAsOf, Map<number, string>>();

/** The units of the date with a word in their names, in either language, that begins so. */
function unitsNamed(organisation: OrganisationAsOf, word: string): Set<number> {
  let names = foldedNames.get(organisation);
  if (!names) {
    names = new Map();
    for (const { id, name, short } of organisation.byId.values()) {
      names.set(id, ` ${foldForSearch(`${name.vi} ${name.en} ${short.vi}`)}`);
    }
    foldedNames.set(organisation, names);
  }
  return new Set([...names].flatMap(([id, text]) => (text.includes(` ${word}`) ? [id] : [])));
}
