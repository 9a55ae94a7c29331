import { rowsDifference } from "~/domain/facts/rows-difference";
import type { PersonnelFacts } from "~/domain/people/personnel-facts";
import type { Rows } from "../database.server";
import { Prisma } from "../generated/client";
import { insertRows } from "../insert-rows.server";
import { absenceRow, detailRow, nameRow, postingRow, postRow } from "./personnel-rows.server";

const IDS_AT_ONCE = 5000;

/**
 * Writes what differs between the facts, in few statements: ended rows are retracted and added anew, closed; nothing else is
 * updated. Returns the ids of the people it made, by staff code.
 */
export async function writePersonnelDifference(
  rows: Rows,
  changeId: number,
  before: PersonnelFacts,
  after: PersonnelFacts,
): Promise<ReadonlyMap<string, number>> {
  const people = await insertPersons(rows, changeId, before, after);
  const idOf = new Map(after.persons.map(({ id, staffCode }) => [id, people.get(staffCode) ?? id]));
  const person_id = (id: number) => idOf.get(id) ?? id;

  const write = async <K extends "names" | "details" | "absences" | "posts" | "postings">(
    kind: K,
    table: Prisma.ModelName,
    toRow: (fact: PersonnelFacts[K][number]) => Record<string, string | number | boolean | null>,
  ) => {
    const { retracted, added } = rowsDifference<PersonnelFacts[K][number]>(before[kind], after[kind]);
    // ids are integers of our own: written out, there can be more of them than a statement may bind
    await inParts(
      retracted,
      IDS_AT_ONCE,
      (ids) => rows.$executeRaw`UPDATE ${Prisma.raw(`"${table}"`)} SET retracted_change = ${changeId}
        WHERE id IN (${Prisma.raw(ids.map(Number).join(","))})`,
    );
    await insertRows(rows, table, added, (fact) => ({ ...toRow(fact), recorded_change: changeId }));
    return added;
  };

  await write("names", "person_name", (fact) => ({ person_id: person_id(fact.personId), ...nameRow(fact) }));
  await write("details", "person_detail", (fact) => ({ person_id: person_id(fact.personId), ...detailRow(fact) }));
  await write("absences", "absence", (fact) => ({ person_id: person_id(fact.personId), ...absenceRow(fact) }));
  const posts = await write("posts", "post", postRow);
  const postIds = posts.length > 0 ? await postsOfChange(rows, changeId) : new Map<string, number>();
  const postIdOf = new Map(posts.map(({ id, publicId }) => [id, postIds.get(publicId) ?? id]));
  await write("postings", "posting", (fact) => ({
    person_id: person_id(fact.personId),
    post_id: postIdOf.get(fact.postId) ?? fact.postId,
    ...postingRow(fact),
  }));
  return people;
}

async function insertPersons(
  rows: Rows,
  changeId: number,
  before: PersonnelFacts,
  after: PersonnelFacts,
): Promise<Map<string, number>> {
  const { added } = rowsDifference(before.persons, after.persons);
  if (added.length === 0) return new Map();
  await insertRows(rows, "person", added, ({ publicId, staffCode }) => ({
    public_id: publicId,
    staff_code: staffCode,
    recorded_change: changeId,
  }));
  const written = await rows.person.findMany({
    where: { recorded_change: changeId },
    select: { id: true, staff_code: true },
  });
  return new Map(written.map((row) => [row.staff_code, row.id]));
}

/** Ids of the posts that a change has recorded, by public id. */
async function postsOfChange(rows: Rows, changeId: number): Promise<Map<string, number>> {
  const written = await rows.post.findMany({
    where: { recorded_change: changeId },
    select: { id: true, public_id: true },
  });
  return new Map(written.map((row) => [row.public_id, row.id]));
}

async function inParts<T>(items: readonly T[], size: number, write: (part: T[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < items.length; from += size) await write(items.slice(from, from + size));
}
