import type { PersonnelFacts } from "~/domain/people/personnel-facts";
import type { Rows } from "../database.server";
import {
  absenceFact,
  detailFact,
  mergeFact,
  nameFact,
  personFact,
  postFact,
  postingFact,
} from "./personnel-rows.server";

/** Which part of the facts is asked for: what is named, and what stands beside it. */
export interface WhichPersonnel {
  staffCodes?: readonly string[];
  personIds?: readonly number[];
  /** work addresses: who has one of them */
  emails?: readonly string[];
  /** public ids */
  posts?: readonly string[];
  /** public ids */
  postings?: readonly string[];
  /** ids of units: all their posts */
  units?: readonly number[];
}

/** Between two pages others get their turn. */
const AT_ONCE = 4000;
/** Prisma binds no more than 999 values to a statement of its own. */
const NAMED_AT_ONCE = 900;

/** What counts, in the order it was recorded. */
const inForce = { retracted_change: null } as const;
const inOrder = { orderBy: { id: "asc" } } as const;

/**
 * Reads what counts of people, posts and postings through the given client: inside a transaction, pass its rows. With a post
 * come all posts of its unit and all their postings; with a person all postings, and the records merged with theirs; with
 * every posting that comes along, its person and its post.
 */
export function loadPersonnelFacts(client: Rows, which: "all" | WhichPersonnel): Promise<PersonnelFacts> {
  return which === "all" ? loadAll(client) : loadPart(client, which);
}

async function loadAll(client: Rows): Promise<PersonnelFacts> {
  const page = { ...inOrder, take: AT_ONCE } as const;
  return {
    persons: (await pages((where) => client.person.findMany({ where, ...page }))).map(personFact),
    names: (await pages((id) => client.person_name.findMany({ where: { ...id, ...inForce }, ...page }))).map(nameFact),
    details: (await pages((id) => client.person_detail.findMany({ where: { ...id, ...inForce }, ...page }))).map(
      detailFact,
    ),
    posts: (await pages((id) => client.post.findMany({ where: { ...id, ...inForce }, ...page }))).map(postFact),
    postings: (await pages((id) => client.posting.findMany({ where: { ...id, ...inForce }, ...page }))).map(
      postingFact,
    ),
    absences: (await pages((id) => client.absence.findMany({ where: { ...id, ...inForce }, ...page }))).map(
      absenceFact,
    ),
    merges: (await client.person_merge.findMany({ where: inForce, ...inOrder })).map(mergeFact),
  };
}

async function loadPart(client: Rows, which: WhichPersonnel): Promise<PersonnelFacts> {
  const named = await among(which.postings ?? [], (ids) =>
    client.posting.findMany({ where: { public_id: { in: ids }, ...inForce }, ...inOrder }),
  );
  const persons = await personsOf(client, which, named);
  const theirs = await among(persons.ids, (ids) =>
    client.posting.findMany({ where: { person_id: { in: ids }, ...inForce }, ...inOrder }),
  );
  const posts = await postsOf(client, which, named);
  const heldThere = await among([...posts.keys()], (ids) =>
    client.posting.findMany({ where: { post_id: { in: ids }, ...inForce }, ...inOrder }),
  );
  const postings = new Map([...theirs, ...heldThere].map((row) => [row.id, row]));
  const elsewhere = [...postings.values()].map((row) => row.post_id).filter((id) => !posts.has(id));
  for (const row of await among(elsewhere, (ids) => client.post.findMany({ where: { id: { in: ids } }, ...inOrder }))) {
    posts.set(row.id, row);
  }
  const ids = [...persons.ids, ...[...postings.values()].map((row) => row.person_id)];
  const ofPersons = (part: number[]) => ({ where: { person_id: { in: part }, ...inForce }, ...inOrder });
  return {
    persons: (await among(ids, (part) => client.person.findMany({ where: { id: { in: part } }, ...inOrder }))).map(
      personFact,
    ),
    names: (await among(ids, (part) => client.person_name.findMany(ofPersons(part)))).map(nameFact),
    details: (await among(ids, (part) => client.person_detail.findMany(ofPersons(part)))).map(detailFact),
    posts: [...posts.values()].map(postFact),
    postings: [...postings.values()].map(postingFact),
    absences: (await among(ids, (part) => client.absence.findMany(ofPersons(part)))).map(absenceFact),
    merges: persons.merges.map(mergeFact),
  };
}

/** Those who are named, by code, address or posting, and the records merged with theirs. */
async function personsOf(client: Rows, which: WhichPersonnel, named: readonly { person_id: number }[]) {
  const byCode = await among(which.staffCodes ?? [], (codes) =>
    client.person.findMany({ where: { staff_code: { in: codes } }, select: { id: true } }),
  );
  const byEmail = await among(which.emails ?? [], (emails) =>
    client.person_detail.findMany({ where: { work_email: { in: emails }, ...inForce }, select: { person_id: true } }),
  );
  const ids = new Set([
    ...(which.personIds ?? []),
    ...byCode.map((row) => row.id),
    ...byEmail.map((row) => row.person_id),
    ...named.map((row) => row.person_id),
  ]);
  // merges are few, and one may lead to the next
  const merges = await client.person_merge.findMany({ where: inForce, ...inOrder });
  for (const id of ids) {
    for (const { kept_person_id: kept, merged_person_id: merged } of merges) {
      if (id === kept) ids.add(merged);
      if (id === merged) ids.add(kept);
    }
  }
  return { ids: [...ids], merges };
}

/** All posts of the units that are named, or of which a post is. */
async function postsOf(client: Rows, which: WhichPersonnel, named: readonly { post_id: number }[]) {
  const byPublicId = await among(which.posts ?? [], (ids) =>
    client.post.findMany({ where: { public_id: { in: ids }, ...inForce }, select: { unit_id: true } }),
  );
  const byPosting = await among(
    named.map((row) => row.post_id),
    (ids) => client.post.findMany({ where: { id: { in: ids } }, select: { unit_id: true } }),
  );
  const units = [...(which.units ?? []), ...[...byPublicId, ...byPosting].map((row) => row.unit_id)];
  const rows = await among(units, (ids) =>
    client.post.findMany({ where: { unit_id: { in: ids }, ...inForce }, ...inOrder }),
  );
  return new Map(rows.map((row) => [row.id, row]));
}

async function pages<T extends { id: number }>(read: (where: { id: { gt: number } }) => Promise<T[]>): Promise<T[]> {
  const found: T[] = [];
  for (;;) {
    const page = await read({ id: { gt: found.at(-1)?.id ?? 0 } });
    for (const row of page) found.push(row);
    if (page.length < AT_ONCE) return found;
  }
}

/** Asks for each value once, in parts; for nothing not at all. */
async function among<V, T>(values: readonly V[], read: (part: V[]) => Promise<T[]>): Promise<T[]> {
  const each = [...new Set(values)];
  const found: T[] = [];
  for (let from = 0; from < each.length; from += NAMED_AT_ONCE) {
    for (const row of await read(each.slice(from, from + NAMED_AT_ONCE))) found.push(row);
  }
  return found;
}
