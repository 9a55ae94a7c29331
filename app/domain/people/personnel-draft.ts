import type { Fact } from "~/domain/organisation/organisation-facts";
import { type CivilDate, holdsOn, type Span } from "~/domain/time/civil-date";
import { IndexedRows } from "./indexed-rows";
import type { PersonnelProblem, PersonnelProblemCode } from "./personnel-acts";
import type {
  AbsenceFact,
  DetailFact,
  NameFact,
  PersonFact,
  PersonnelFacts,
  PostFact,
  PostingFact,
} from "./personnel-facts";

/** What the acts are judged against beside the facts of people. */
export interface PersonnelContext {
  /** every unit of all times, and the spans for which it exists */
  units: ReadonlyMap<number, readonly Span[]>;
  /** keys of the positions that there are */
  positions: ReadonlySet<string>;
  focalPositions: ReadonlySet<string>;
  /** units that have one focal point each */
  focalUnits: ReadonlySet<number>;
  /** a new address for a row; random outside of tests */
  newPublicId(): string;
}

/** The facts while a list of acts is worked through: each act sees what the acts before it did. */
export interface PersonnelDraft {
  readonly context: PersonnelContext;
  persons: IndexedRows<PersonFact, "code">;
  names: IndexedRows<NameFact, "person">;
  details: IndexedRows<DetailFact, "person" | "email">;
  posts: IndexedRows<PostFact, "publicId" | "unit">;
  postings: IndexedRows<PostingFact, "publicId" | "person" | "post">;
  absences: IndexedRows<AbsenceFact, "person">;
  /** the record that stands for a merged one */
  keptOf: ReadonlyMap<number, number>;
  mergedOf: ReadonlyMap<number, number[]>;
  /** posts made by acts, by the name they have in the list */
  refs: Map<string, string>;
  problems: PersonnelProblem[];
  /** index of the act in hand */
  act: number;
  /** id of the next new row: -1, -2, … */
  nextId: number;
}

export function draftOf(facts: PersonnelFacts, context: PersonnelContext): PersonnelDraft {
  const mergedOf = new Map<number, number[]>();
  for (const { keptPersonId, mergedPersonId } of facts.merges) {
    mergedOf.set(keptPersonId, [...(mergedOf.get(keptPersonId) ?? []), mergedPersonId]);
  }
  const byPerson = { person: (row: { personId: number }) => row.personId };
  return {
    context,
    persons: new IndexedRows(facts.persons, { code: (row) => row.staffCode }),
    names: new IndexedRows(facts.names, byPerson),
    // an address belongs to one person at a time: to whom it is given without an end
    details: new IndexedRows(facts.details, {
      ...byPerson,
      email: (row) => (row.validTo === null ? row.workEmail : null),
    }),
    posts: new IndexedRows(facts.posts, { publicId: (row) => row.publicId, unit: (row) => row.unitId }),
    postings: new IndexedRows(facts.postings, {
      ...byPerson,
      publicId: (row) => row.publicId,
      post: (row) => row.postId,
    }),
    absences: new IndexedRows(facts.absences, byPerson),
    keptOf: new Map(facts.merges.map((row) => [row.mergedPersonId, row.keptPersonId])),
    mergedOf,
    refs: new Map(),
    problems: [],
    act: 0,
    nextId: lowestId(facts) - 1,
  };
}

function lowestId(facts: PersonnelFacts): number {
  let lowest = 0;
  for (const rows of Object.values(facts) as (readonly { id: number }[])[]) {
    for (const { id } of rows) if (id < lowest) lowest = id;
  }
  return lowest;
}

export function newId(draft: PersonnelDraft): number {
  return draft.nextId--;
}

export function report(draft: PersonnelDraft, code: PersonnelProblemCode, params: Record<string, string>): undefined {
  draft.problems.push({ act: draft.act, code, params });
}

/** The person of a staff code who may be acted on; else the problem is noted. */
export function actedOn(draft: PersonnelDraft, code: string): PersonFact | undefined {
  const person = draft.persons.one("code", code);
  if (!person) return report(draft, "unknown-person", { code });
  const kept = draft.keptOf.get(person.id);
  if (kept === undefined) return person;
  return report(draft, "merged-person", { code, into: draft.persons.get(kept)?.staffCode ?? "" });
}

/** The post of a public id, or of the name it was given earlier in the list; else the problem is noted. */
export function namedPost(draft: PersonnelDraft, ref: string): PostFact | undefined {
  return draft.posts.one("publicId", draft.refs.get(ref) ?? ref) ?? report(draft, "unknown-post", { post: ref });
}

/** What was last said of the person by the date; what they are called first, where it is asked of earlier days. */
export function nameOn(draft: PersonnelDraft, personId: number, date: CivilDate): string {
  const names = draft.names.where("person", personId);
  const named = names.find((row) => holdsOn(row, date)) ?? latest(names);
  return named?.fullName ?? draft.persons.get(personId)?.staffCode ?? "";
}

/** All records of the person of a record: its own, and those merged into it. */
export function recordsOf(draft: PersonnelDraft, personId: number): number[] {
  const kept = draft.keptOf.get(personId) ?? personId;
  return [kept, ...(draft.mergedOf.get(kept) ?? [])];
}

export function postingsOf(draft: PersonnelDraft, personId: number): PostingFact[] {
  return recordsOf(draft, personId).flatMap((id) => draft.postings.where("person", id));
}

export function absencesOf(draft: PersonnelDraft, personId: number): AbsenceFact[] {
  return recordsOf(draft, personId).flatMap((id) => draft.absences.where("person", id));
}

/** The row that begins last. */
export function latest<T extends Fact>(rows: readonly T[]): T | undefined {
  return rows.reduce<T | undefined>((last, row) => (last && last.validFrom >= row.validFrom ? last : row), undefined);
}

export function isEmpty(span: Span): boolean {
  return span.validTo !== null && span.validTo <= span.validFrom;
}

export function contains(outer: Span, inner: Span): boolean {
  if (inner.validFrom < outer.validFrom) return false;
  return outer.validTo === null || (inner.validTo !== null && inner.validTo <= outer.validTo);
}
