import {
  byteOrder,
  type ListedPerson,
  type ListedPosting,
  type PresentPerson,
  peopleOn,
} from "~/domain/people/find-people";
import { foldForSearch } from "~/domain/text/fold-for-search";
import type { CivilDate } from "~/domain/time/civil-date";
import { latestChangeId, reader } from "../database.server";
import { Prisma, type PrismaClient } from "../generated/client";
import { keptRecords } from "./records-of.server";

/** Everyone, over all time: what searches go through. */
export interface PeopleDirectory {
  /** newest change that it has taken in */
  changeId: number;
  /** in the order of the names that they have last */
  people: readonly ListedPerson[];
  byId: ReadonlyMap<number, ListedPerson>;
  /** that of a merged record leads to the kept person */
  byPublicId: ReadonlyMap<string, ListedPerson>;
  /** the person that a merged record now is */
  keptOf: ReadonlyMap<number, number>;
}

/** People read at once; between two readings others have their turn. */
const AT_ONCE = 1000;
const EMPTY: PeopleDirectory = { changeId: 0, people: [], byId: new Map(), byPublicId: new Map(), keptOf: new Map() };

let held = EMPTY;
/** Those who come while it is being read wait for the same reading. */
let reading: { changeId: number; directory: Promise<PeopleDirectory> } | null = null;

/**
 * The directory as of the newest change, held in memory: the first reading goes through everyone, later ones only through those
 * of whom something was recorded or taken back since.
 */
export async function peopleDirectory(): Promise<PeopleDirectory> {
  const changeId = await latestChangeId();
  if (held.changeId >= changeId) return held;
  if (reading?.changeId !== changeId) {
    // a reading under way goes first: two at once would forget each other's
    const before = reading?.directory.catch(() => EMPTY) ?? Promise.resolve(held);
    const started = { changeId, directory: before.then(() => read(changeId)) };
    reading = started;
    const done = () => {
      if (reading === started) reading = null;
    };
    started.directory.then(done, done);
  }
  return reading.directory;
}

/** Dates kept at once: today, and a few that someone looks back to. */
const MOST_DATES = 6;
const present = new WeakMap<PeopleDirectory["people"], Map<CivilDate, PresentPerson[]>>();

/** Those with a post on a date, in order; worked out once for each date and state of the directory. */
export async function peoplePresentOn(date: CivilDate): Promise<readonly PresentPerson[]> {
  const { people } = await peopleDirectory();
  const dates = present.get(people) ?? new Map<CivilDate, PresentPerson[]>();
  present.set(people, dates);
  const known = dates.get(date);
  if (known) return known;
  if (dates.size >= MOST_DATES) dates.clear();
  const found = peopleOn(people, date);
  dates.set(date, found);
  return found;
}

async function read(changeId: number): Promise<PeopleDirectory> {
  const client = await reader();
  const from = held;
  const touched = await touchedSince(client, from.changeId);
  if (touched.length === 0) {
    held = { ...from, changeId };
    return held;
  }
  const keptOf = await keptRecords(client);
  const gone = new Set(touched.flatMap((id) => [id, keptOf.get(id) ?? id, from.keptOf.get(id) ?? id]));
  const fresh: ListedPerson[] = [];
  for (const ids of inParts([...gone].filter((id) => !keptOf.has(id)))) {
    fresh.push(...(await readPeople(client, ids, keptOf)));
    await new Promise(setImmediate);
  }
  const people = [...from.people.filter(({ id }) => !gone.has(id)), ...fresh].sort(
    (a, b) => byteOrder(a.lastKey, b.lastKey) || a.id - b.id,
  );
  held = {
    changeId,
    people,
    byId: new Map(people.map((person) => [person.id, person])),
    byPublicId: new Map(people.flatMap((person) => person.publicIds.map((publicId) => [publicId, person]))),
    keptOf,
  };
  return held;
}

/** Of whom something was recorded or taken back after a change. */
async function touchedSince(client: PrismaClient, changeId: number): Promise<number[]> {
  const since = (column: string, table: string) =>
    Prisma.sql`SELECT ${Prisma.raw(`${column} AS id FROM ${table}`)}
      WHERE recorded_change > ${changeId} OR retracted_change > ${changeId}`;
  const rows = await client.$queryRaw<{ id: bigint }[]>`
    SELECT id FROM person WHERE recorded_change > ${changeId}
    UNION ${since("person_id", "person_name")}
    UNION ${since("person_id", "person_detail")}
    UNION ${since("person_id", "posting")}
    UNION ${since("kept_person_id", "person_merge")}
    UNION ${since("merged_person_id", "person_merge")}`;
  return rows.map(({ id }) => Number(id));
}

interface Row {
  person: number;
  valid_from: CivilDate;
  valid_to: CivilDate | null;
}

/** The people of these ids, who are all kept ones, with what is said of the records merged into them. */
async function readPeople(client: PrismaClient, kept: number[], keptOf: ReadonlyMap<number, number>) {
  const wanted = new Set(kept);
  const merged = [...keptOf].filter(([, id]) => wanted.has(id)).map(([id]) => id);
  const ids = Prisma.raw([...kept, ...merged].map(Number).join(","));
  const persons = await client.$queryRaw<{ id: bigint; public_id: string; staff_code: string }[]>`
    SELECT id, public_id, staff_code FROM person WHERE id IN (${ids})`;
  const names = await client.$queryRaw<(Row & { full_name: string; folded: string; sort_key: string })[]>`
    SELECT person_id AS person, full_name, folded, sort_key, valid_from, valid_to FROM person_name
    WHERE person_id IN (${ids}) AND retracted_change IS NULL ORDER BY valid_from, id`;
  const details = await client.$queryRaw<(Row & { work_email: string })[]>`
    SELECT person_id AS person, work_email, valid_from, valid_to FROM person_detail
    WHERE person_id IN (${ids}) AND retracted_change IS NULL AND work_email IS NOT NULL ORDER BY valid_from, id`;
  const postings = await client.$queryRaw<(Row & { unit_id: bigint; position: string; kind: string })[]>`
    SELECT o.person_id AS person, s.unit_id, s.position, o.kind, o.valid_from, o.valid_to
    FROM posting o JOIN post s ON s.id = o.post_id
    WHERE o.person_id IN (${ids}) AND o.retracted_change IS NULL
    ORDER BY CASE o.kind WHEN 'primary' THEN 0 ELSE 1 END, o.id`;
  const gathered = new Map(
    persons.map(({ id }) => [Number(id), { publicIds: [], names: [], words: [], postings: [] } as Gathered]),
  );
  const of = (record: number | bigint) => gathered.get(keptOf.get(Number(record)) ?? Number(record));
  for (const { id, public_id: publicId, staff_code: shown } of persons) {
    of(id)?.publicIds.push(publicId);
    // "VSS-00012" is found by "00012", too
    of(id)?.words.push({ text: foldForSearch(`${shown} ${shown.replace(/-/g, " ")}`), from: "", shown });
  }
  for (const row of names) {
    const { full_name: fullName, sort_key: sortKey, valid_from: validFrom, valid_to: validTo } = row;
    // "H'Liên" is found by "hlien" and by "lien"
    const parts = /['’ʼ`]/.test(fullName) ? ` ${foldForSearch(fullName.replace(/['’ʼ`]/g, " "))}` : "";
    of(row.person)?.words.push({ text: row.folded + parts, from: validFrom, shown: fullName });
    // what a merged record was called is a word to be found by, not a name
    if (!keptOf.has(Number(row.person))) of(row.person)?.names.push({ fullName, sortKey, validFrom, validTo });
  }
  const codes = new Map(persons.map((row) => [Number(row.id), row.staff_code]));
  for (const row of details) {
    const shown = keptOf.has(Number(row.person)) ? (codes.get(Number(row.person)) ?? null) : null;
    of(row.person)?.words.push({ text: row.work_email, from: row.valid_from, shown });
  }
  for (const row of postings) {
    const { position, kind, valid_from: validFrom, valid_to: validTo } = row;
    of(row.person)?.postings.push({ unitId: Number(row.unit_id), position, kind, validFrom, validTo });
  }
  return persons.flatMap((row): ListedPerson[] => {
    const id = Number(row.id);
    const all = gathered.get(id);
    if (!all || keptOf.has(id)) return [];
    const text = all.words.map((each) => ` ${each.text}`).join("");
    const complete = all.words.reduce((last, { from }) => (from > last ? from : last), "");
    const lastKey = all.names.at(-1)?.sortKey ?? "";
    return [{ id, publicId: row.public_id, staffCode: row.staff_code, ...all, lastKey, text, complete }];
  });
}

interface Gathered {
  publicIds: string[];
  names: ListedPerson["names"][number][];
  words: ListedPerson["words"][number][];
  postings: ListedPosting[];
}

function inParts(ids: number[]): number[][] {
  return Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, part) =>
    ids.slice(part * AT_ONCE, (part + 1) * AT_ONCE),
  );
}
