import type { Power } from "~/domain/permissions/role";
import type { Viewer } from "~/domain/permissions/viewer";
import { placesOf } from "~/domain/reporting/heat-map";
import { type ListedPerson, listPeople, type PeopleList } from "~/domain/reporting/people-lists";
import type { ReportQuery } from "~/domain/reporting/report-query";
import type { Language } from "~/i18n/language";
import type { ReportBasis } from "./report-basis.server";
import { headOf, type Listed, pageOfLines, type ReportHead } from "./report-head.server";
import { positionName, unitName } from "./report-part.server";
import { askedRows } from "./report-rows.server";

export interface PeopleListQuery extends ReportQuery {
  list: PeopleList;
}

export interface PersonLine {
  person: string;
  name: string;
  position: string;
  unit: string;
  missing: { key: string; title: string; required: number; proven: number }[];
}

/** A page of the people behind a figure of people or of what they lack. */
export async function loadPeopleList(
  viewer: Viewer,
  query: PeopleListQuery & { page: number | null },
  language: Language,
) {
  const list = await figurePeople(viewer, query, language);
  return list && pageOfLines(list, query.page);
}

/** The people behind a figure of people or of what they lack, by unit and name. Null: as in `askedRows`. */
export async function figurePeople(
  viewer: Viewer,
  query: PeopleListQuery,
  language: Language,
  power: Power = "see-people",
): Promise<(ReportHead & Listed<ListedPerson, PersonLine>) | null> {
  const asked = await askedRows(viewer, query, language, power);
  if (!asked) return null;
  const { basis, part } = asked;
  const selection = { units: part.units, position: query.position };
  const { all } = basis.remember(`people ${query.list} ${query.unit} ${query.position}`, () => {
    const places = placesOf(basis.proven, basis.positions, selection);
    const placeOf = ({ postings: [first] }: ListedPerson) => basis.order.get(first?.unitId ?? 0) ?? basis.order.size;
    const people = listPeople(query.list, basis.workforce.members, places, selection);
    return { all: people.sort((a, b) => placeOf(a) - placeOf(b)) };
  });
  return { ...headOf(basis, part, language), rows: all, lineOf: (each) => lineOf(basis, each, language) };
}

function lineOf(basis: ReportBasis, { member, postings, missing }: ListedPerson, language: Language): PersonLine {
  const [first] = postings;
  const titleOf = (key: string) => basis.competencies.find((each) => each.key === key)?.title[language] ?? key;
  return {
    person: member.publicId,
    name: member.fullName,
    position: [...new Set(postings.map(({ position }) => positionName(basis, position, language)))].join(", "),
    unit: first ? unitName(basis, first.unitId, language) : "",
    missing: missing.map(({ competency, required, proven }) => ({
      key: competency,
      title: titleOf(competency),
      required,
      proven,
    })),
  };
}
