import { type PersonnelFacts, personnelDifference } from "~/domain/people/personnel-facts";
import type { Rows } from "../database.server";
import { absenceRow, detailRow, nameRow, postingRow, postRow } from "./personnel-rows.server";

/** Rows of one INSERT: SQLite binds at most 32,766 values. */
const ROWS_AT_ONCE = 500;
const IDS_AT_ONCE = 5000;

interface Table<Data> {
  updateMany(args: { where: { id: { in: number[] } }; data: { retracted_change: number } }): Promise<unknown>;
  createMany(args: { data: (Data & { recorded_change: number })[] }): Promise<unknown>;
}

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

  const write = async <K extends keyof PersonnelFacts, Data>(
    kind: K,
    table: Table<Data>,
    toRow: (fact: PersonnelFacts[K][number]) => Data,
  ) => {
    const { retracted, added } = personnelDifference(before, after, kind);
    const data = { retracted_change: changeId };
    await inParts(retracted, IDS_AT_ONCE, (ids) => table.updateMany({ where: { id: { in: ids } }, data }));
    await inParts(added, ROWS_AT_ONCE, (facts) =>
      table.createMany({ data: facts.map((fact) => ({ ...toRow(fact), recorded_change: changeId })) }),
    );
    return added;
  };

  await write("names", rows.person_name, (fact) => ({ person_id: person_id(fact.personId), ...nameRow(fact) }));
  await write("details", rows.person_detail, (fact) => ({ person_id: person_id(fact.personId), ...detailRow(fact) }));
  await write("absences", rows.absence, (fact) => ({ person_id: person_id(fact.personId), ...absenceRow(fact) }));
  const posts = await write("posts", rows.post, postRow);
  const postIds = posts.length > 0 ? await postsOfChange(rows, changeId) : new Map<string, number>();
  const postIdOf = new Map(posts.map(({ id, publicId }) => [id, postIds.get(publicId) ?? id]));
  await write("postings", rows.posting, (fact) => ({
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
  const { added } = personnelDifference(before, after, "persons");
  if (added.length === 0) return new Map();
  await inParts(added, ROWS_AT_ONCE, (persons) =>
    rows.person.createMany({
      data: persons.map(({ publicId, staffCode }) => ({
        public_id: publicId,
        staff_code: staffCode,
        recorded_change: changeId,
      })),
    }),
  );
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
