import type { Gap } from "~/domain/competency/standing";
import { isMet, type Place } from "./heat-map";
import { isCollaborator, type Selection, type StaffMember, type StaffPosting, selects } from "./workforce";

/** Figures of people, each with its list: staff, collaborators, staff who lack a competency; and what they lack, one by one. */
export const PEOPLE_LISTS = ["staff", "collaborators", "short", "gaps"] as const;
export type PeopleList = (typeof PEOPLE_LISTS)[number];

export interface ListedPerson {
  member: StaffMember;
  /** those selected; never empty */
  postings: StaffPosting[];
  /** what is required and not proven: all of it, one of it in the list of gaps, nothing in the lists of everyone */
  missing: Gap[];
}

/**
 * The people behind a figure, in the given order, as many lines as it counts. Someone with posts at two levels is one person; what is
 * required at both is a gap at each.
 * @param places of the staff selected
 */
export function listPeople(
  list: PeopleList,
  members: readonly StaffMember[],
  places: readonly Place[],
  selection: Selection,
): ListedPerson[] {
  if (list === "collaborators") {
    return members.filter(isCollaborator).flatMap((member) => {
      const postings = member.postings.filter((posting) => selects(selection, posting));
      return postings.length > 0 ? [{ member, postings, missing: [] }] : [];
    });
  }
  if (list === "gaps") {
    return places.flatMap(({ member, postings, gaps }) =>
      gaps.filter((gap) => !isMet(gap)).map((gap) => ({ member, postings, missing: [gap] })),
    );
  }
  const people = new Map<StaffMember, ListedPerson>();
  for (const { member, postings, gaps } of places) {
    const person = people.get(member) ?? { member, postings: [], missing: [] };
    people.set(member, person);
    person.postings.push(...postings);
    if (list === "short") person.missing.push(...gaps.filter((gap) => !isMet(gap)));
  }
  const all = [...people.values()];
  return list === "staff" ? all : all.filter(({ missing }) => missing.length > 0);
}
