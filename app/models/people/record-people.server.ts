import { checkPeopleBatch, type PeopleBatch, type PeopleProblem } from "~/domain/people/people-batch";
import { sortKey } from "~/domain/people/person-name";
import { foldForSearch } from "~/domain/text/fold-for-search";
import type { Span } from "~/domain/time/civil-date";
import { type Act, isDuplicate, type Rows, reader, recordChange } from "~/models/database.server";
import { loadOrganisationFacts } from "~/models/organisation/organisation-facts.server";
import { newPublicId } from "~/models/public-id.server";
import { wasRecorded } from "~/models/recorded-acts.server";

/** Thrown when a batch contradicts itself or the organisation; nothing was written. */
export class PeopleRefused extends Error {
  constructor(readonly problems: PeopleProblem[]) {
    super(problems.map(({ code, params }) => `${code} ${Object.values(params).join(" ")}`).join("; "));
    this.name = "PeopleRefused";
  }
}

export interface RecordedPerson {
  id: number;
  publicId: string;
}

/** Rows of one INSERT: SQLite binds at most 32,766 values. */
const ROWS_AT_ONCE = 500;

/**
 * Records people, their names, posts and postings in one transaction. An act whose once-key was used before changes nothing.
 * Returns the people of the batch by staff code.
 * @throws PeopleRefused when the batch contradicts itself or the units' dates; the database's error for a staff code or
 * address that is taken.
 */
export async function recordPeople(
  batch: PeopleBatch,
  act: Omit<Act, "kind">,
): Promise<ReadonlyMap<string, RecordedPerson>> {
  try {
    return await insertPeople(batch, act);
  } catch (error) {
    if (isDuplicate(error) && act.onceKey && (await wasRecorded(act.onceKey)))
      return recordedPeople(await reader(), batch);
    throw error;
  }
}

function insertPeople(batch: PeopleBatch, act: Omit<Act, "kind">): Promise<ReadonlyMap<string, RecordedPerson>> {
  return recordChange({ ...act, kind: "people-recorded" }, async (rows, changeId) => {
    const { existences } = await loadOrganisationFacts(rows);
    const problems = checkPeopleBatch(batch, existences);
    if (problems.length > 0) throw new PeopleRefused(problems);
    return writePeople(rows, changeId, batch);
  });
}

/**
 * Writes a batch that was checked, inside the transaction of a change. Returns its people by staff code.
 * @throws the database's error for a staff code or address that is taken
 */
export async function writePeople(
  rows: Rows,
  changeId: number,
  batch: PeopleBatch,
): Promise<ReadonlyMap<string, RecordedPerson>> {
  const people = await insertPersons(rows, changeId, batch);
  const postIds = await insertPosts(rows, changeId, batch);
  await inChunks(batch.postings, (postings) =>
    rows.posting.createMany({
      data: postings.map((posting) => ({
        public_id: newPublicId(),
        person_id: known(people.get(posting.staffCode)).id,
        post_id: known(postIds.get(posting.post)),
        kind: posting.kind,
        decision: posting.decision,
        end_reason: posting.endReason,
        ...columnsOf(posting, changeId),
      })),
    }),
  );
  return people;
}

async function recordedPeople(client: Rows, batch: PeopleBatch): Promise<Map<string, RecordedPerson>> {
  const people = new Map<string, RecordedPerson>();
  await inChunks(batch.persons, async (persons) => {
    const codes = persons.map((person) => person.staffCode);
    const found = await client.person.findMany({
      where: { staff_code: { in: codes } },
      select: { id: true, public_id: true, staff_code: true },
    });
    for (const row of found) people.set(row.staff_code, { id: row.id, publicId: row.public_id });
  });
  return people;
}

async function insertPersons(rows: Rows, changeId: number, batch: PeopleBatch): Promise<Map<string, RecordedPerson>> {
  await inChunks(batch.persons, (persons) =>
    rows.person.createMany({
      data: persons.map((person) => ({
        public_id: newPublicId(),
        staff_code: person.staffCode,
        recorded_change: changeId,
      })),
    }),
  );
  const people = await recordedPeople(rows, batch);
  await inChunks(batch.persons, (persons) =>
    rows.person_detail.createMany({
      data: persons.map((person) => ({
        person_id: known(people.get(person.staffCode)).id,
        employment: person.employment,
        work_email: person.workEmail?.toLowerCase() ?? null,
        work_phone: person.workPhone,
        valid_from: known(person.names[0]).validFrom,
        recorded_change: changeId,
      })),
    }),
  );
  const names = batch.persons.flatMap((person) => person.names.map((name) => ({ ...name, person })));
  await inChunks(names, (chunk) =>
    rows.person_name.createMany({
      data: chunk.map(({ person, fullName, ...span }) => ({
        person_id: known(people.get(person.staffCode)).id,
        full_name: fullName.normalize("NFC"),
        folded: foldForSearch(fullName),
        sort_key: sortKey(fullName),
        ...columnsOf(span, changeId),
      })),
    }),
  );
  return people;
}

async function insertPosts(rows: Rows, changeId: number, batch: PeopleBatch): Promise<Map<string, number>> {
  const refOf = new Map(batch.posts.map((post) => [newPublicId(), post]));
  await inChunks([...refOf], (posts) =>
    rows.post.createMany({
      data: posts.map(([publicId, post]) => ({
        public_id: publicId,
        unit_id: post.unitId,
        position: post.position,
        one_stop: post.oneStop,
        deputy: post.deputy,
        ...columnsOf(post, changeId),
      })),
    }),
  );
  const written = await rows.post.findMany({
    where: { recorded_change: changeId },
    select: { id: true, public_id: true },
  });
  return new Map(written.map((row) => [known(refOf.get(row.public_id)).ref, row.id]));
}

function columnsOf(span: Span, changeId: number) {
  return { valid_from: span.validFrom, valid_to: span.validTo, recorded_change: changeId };
}

async function inChunks<T>(items: readonly T[], write: (chunk: T[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < items.length; from += ROWS_AT_ONCE) await write(items.slice(from, from + ROWS_AT_ONCE));
}

/** What checkPeopleBatch and the insertions before have made sure of. */
function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("a row of this transaction is missing");
  return value;
}
