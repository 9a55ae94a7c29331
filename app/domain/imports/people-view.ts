import type {
  DetailFact,
  NameFact,
  PersonFact,
  PersonnelFacts,
  PostFact,
  PostingFact,
} from "~/domain/people/personnel-facts";
import { type CivilDate, holdsOn, type Span } from "~/domain/time/civil-date";

/** A posting with the post it is in. */
export interface Held {
  posting: PostingFact;
  post: PostFact;
  /** since when the place is held */
  since: CivilDate;
}

/** What is on record, by the keys under which a file asks for it. Built once; a list of rows is compared against it. */
export interface PeopleView {
  person(staffCode: string): PersonFact | undefined;
  /** what was said last */
  name(personId: number): NameFact | undefined;
  details(personId: number): DetailFact | undefined;
  postings(personId: number): readonly Held[];
  /** postings that hold on the day, without those that have an end already */
  openOn(date: CivilDate): Held[];
  heldOn(date: CivilDate): Held[];
  posts(unitId: number, position: string): readonly PostFact[];
  holders(postId: number): readonly PostingFact[];
  staffCode(personId: number): string;
}

export function viewOf(facts: PersonnelFacts): PeopleView {
  const posts = new Map(facts.posts.map((post) => [post.id, post]));
  const persons = new Map(facts.persons.map((person) => [person.id, person]));
  const byCode = new Map(facts.persons.map((person) => [person.staffCode, person]));
  const names = latestOf(facts.names);
  const details = latestOf(facts.details);
  const held = facts.postings.flatMap((posting) => {
    const post = posts.get(posting.postId);
    return post ? [{ posting, post, since: posting.heldSince ?? posting.validFrom }] : [];
  });
  const postings = grouped(held, ({ posting }) => posting.personId);
  const holders = grouped(facts.postings, (posting) => posting.postId);
  const places = grouped(facts.posts, (post) => placeOf(post.unitId, post.position));
  const heldOn = (date: CivilDate) => held.filter(({ posting }) => holdsOn(posting, date));
  return {
    person: (code) => byCode.get(code),
    name: (id) => names.get(id),
    details: (id) => details.get(id),
    postings: (id) => postings.get(id) ?? [],
    heldOn,
    openOn: (date) => heldOn(date).filter(({ posting }) => posting.validTo === null),
    posts: (unitId, position) => places.get(placeOf(unitId, position)) ?? [],
    holders: (postId) => holders.get(postId) ?? [],
    staffCode: (id) => persons.get(id)?.staffCode ?? "",
  };
}

const placeOf = (unitId: number, position: string) => `${unitId} ${position}`;

function grouped<T, K>(rows: readonly T[], keyOf: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

function latestOf<T extends Span & { personId: number }>(rows: readonly T[]): Map<number, T> {
  const latest = new Map<number, T>();
  for (const row of rows) {
    const known = latest.get(row.personId);
    if (!known || known.validFrom < row.validFrom) latest.set(row.personId, row);
  }
  return latest;
}
