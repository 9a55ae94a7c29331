import { type CivilDate, holdsOn, type Span } from "~/domain/time/civil-date";

/** What the directory holds of one person, over all time; the records that were merged into this one count with it. */
export interface ListedPerson {
  id: number;
  publicId: string;
  /** its own, and those of the records merged into it */
  publicIds: readonly string[];
  staffCode: string;
  names: readonly ListedName[];
  /** sort key of the name that holds last */
  lastKey: string;
  /** primary ones first */
  postings: readonly ListedPosting[];
  /** names, codes and addresses, folded, each from the day on which it was first so; `shown`: as people write it */
  words: readonly { text: string; from: CivilDate; shown: string | null }[];
  /** all these texts in one, each word preceded by a space */
  text: string;
  /** the day from which all of them hold */
  complete: CivilDate;
}

export interface ListedName extends Span {
  fullName: string;
  sortKey: string;
}

export interface ListedPosting extends Span {
  unitId: number;
  position: string;
  kind: string;
}

export interface PeopleSearch {
  /** folded words; each must begin a word of what is known of the person by the date, or of the posting's unit */
  words: readonly string[];
  asOf: CivilDate;
  /** for each word, the units whose name on the date has a word that begins so */
  unitsOf: readonly ReadonlySet<number>[];
  /** scope, subtree and position asked for */
  wanted(posting: ListedPosting): boolean;
}

export interface Listed {
  person: ListedPerson;
  name: ListedName;
  posting: ListedPosting;
}

/** Someone on a date: the name of that day, and the postings that hold on it. */
export interface PresentPerson {
  person: ListedPerson;
  name: ListedName;
  postings: readonly ListedPosting[];
}

/** The people with a posting on a date, in the order of their names' sort keys on it: what searches for that date go through. */
export function peopleOn(people: readonly ListedPerson[], date: CivilDate): PresentPerson[] {
  const present: PresentPerson[] = [];
  for (const person of people) {
    const postings = person.postings.filter((posting) => holdsOn(posting, date));
    const name = postings.length > 0 && person.names.find((each) => holdsOn(each, date));
    if (name) present.push({ person, name, postings });
  }
  return present.sort((a, b) => byteOrder(a.name.sortKey, b.name.sortKey) || a.person.id - b.person.id);
}

/** Those of a date who fit the search, with the first posting that is wanted; the order stays. */
export function findPeople(present: readonly PresentPerson[], search: PeopleSearch): Listed[] {
  const starts = search.words.map((word) => ` ${word}`);
  const found: Listed[] = [];
  for (const each of present) {
    const posting = fittingPosting(each, starts, search);
    if (posting) found.push({ person: each.person, name: each.name, posting });
  }
  return found;
}

/** The first posting that is wanted and whose unit has the words which the person has not; most have neither. */
function fittingPosting(
  { person, postings }: PresentPerson,
  starts: readonly string[],
  { asOf, unitsOf, wanted }: PeopleSearch,
): ListedPosting | undefined {
  const units: ReadonlySet<number>[] = [];
  for (let index = 0; index < starts.length; index += 1) {
    if (isCalled(person, starts[index] ?? "", asOf)) continue;
    const named = unitsOf[index];
    if (!named || named.size === 0) return undefined;
    units.push(named);
  }
  return postings.find((posting) => units.every((named) => named.has(posting.unitId)) && wanted(posting));
}

function isCalled(person: ListedPerson, start: string, asOf: CivilDate): boolean {
  if (!person.text.includes(start)) return false;
  return person.complete <= asOf || person.words.some(({ text, from }) => from <= asOf && ` ${text}`.includes(start));
}

/**
 * An earlier name, or the code of a merged record, by which someone was found whom their name and code of the date do not fit;
 * null where these fit.
 */
export function foundBy({ person, name }: Listed, words: readonly string[], asOf: CivilDate): string | null {
  const byNow = [name.fullName, person.staffCode, null];
  const known = person.words.filter(({ from }) => from <= asOf);
  for (const word of words) {
    const hits = known.filter(({ text }) => ` ${text}`.includes(` ${word}`));
    if (hits.length > 0 && !hits.some(({ shown }) => byNow.includes(shown))) return hits.at(-1)?.shown ?? null;
  }
  return null;
}

/** As SQL compares sort keys: byte by byte, for they are ASCII. */
export function byteOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
