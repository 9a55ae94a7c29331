import { LRUCache } from "lru-cache";
import { databaseUrl } from "~/config/environment.server";
import type { PersonFacts, PostFacts } from "~/domain/reporting/person-facts";
import { addDays, type CivilDate, startOfDay } from "~/domain/time/civil-date";
import { latestChangeId } from "../database.server";
import { Prisma } from "../generated/client";
import { type FactsReader, FactsThread } from "./facts-reader.server";
import { type KnownAt, readMerged, readPersonFacts, readPostFacts } from "./read-facts.server";

/** The facts of everyone, over all time, as known at one change. It never changes. */
export interface WorkforceFacts {
  /** newest change that it has taken in */
  changeId: number;
  merged: ReadonlyMap<number, number>;
  /** nearly in the order of names */
  people: readonly PersonFacts[];
  posts: readonly PostFacts[];
}

interface Store {
  url: string;
  thread: FactsThread;
  held: WorkforceFacts | null;
  /** those who come while it is being read wait for the same reading */
  reading: { changeId: number; facts: Promise<WorkforceFacts> } | null;
  /** as known then: large, and seldom asked for */
  earlier: LRUCache<number, Promise<WorkforceFacts>>;
}

const THEN_KEPT_MS = 10 * 60_000;

// one per process, though the server's build and its commands each hold a copy of this module
const kept = globalThis as typeof globalThis & { cauNoiWorkforce?: Store };

function store(): Store {
  const url = databaseUrl();
  const known = kept.cauNoiWorkforce;
  if (known?.url === url && known.thread.usable) return known;
  void known?.thread.close();
  const held = known?.url === url ? known.held : null;
  kept.cauNoiWorkforce = {
    url,
    thread: new FactsThread(url),
    held,
    reading: null,
    earlier: new LRUCache({ max: 1, ttl: THEN_KEPT_MS, ttlAutopurge: true }),
  };
  return kept.cauNoiWorkforce;
}

/**
 * The facts as known now, held in memory: the first reading goes through everything, in a thread of its own; later ones only through
 * those of whom something was recorded or taken back since.
 */
export async function workforceFacts(): Promise<WorkforceFacts> {
  const changeId = await latestChangeId();
  const own = store();
  if (own.held && own.held.changeId >= changeId) return own.held;
  if (own.reading === null || own.reading.changeId < changeId) {
    const before = own.reading?.facts.catch(() => null) ?? Promise.resolve(null);
    const started = {
      changeId,
      facts: before.then(async () => {
        if (own.held && own.held.changeId >= changeId) return own.held;
        const { held } = own;
        own.held = await own.thread.inOneState((reader) => (held ? refresh(reader, held) : readAll(reader, null)));
        return own.held;
      }),
    };
    own.reading = started;
    const done = () => {
      if (own.reading === started) own.reading = null;
    };
    started.facts.then(done, done);
  }
  return own.reading.facts;
}

/** The facts as they were known when a change was the newest one. Read in a thread of its own; the last ones are kept a while. */
export function workforceFactsThen(knownAt: number): Promise<WorkforceFacts> {
  const { earlier } = store();
  const known = earlier.get(knownAt);
  if (known) return known;
  const thread = new FactsThread();
  const facts = thread.inOneState((reader) => readAll(reader, knownAt)).finally(() => thread.close());
  earlier.set(knownAt, facts);
  facts.catch(() => earlier.delete(knownAt));
  return facts;
}

/** The newest change recorded by the end of a day; 0 where there is none. */
export async function changeKnownOn(date: CivilDate): Promise<number> {
  const { thread } = store();
  let found = 0;
  await thread.inOneState((reader) =>
    reader.read(
      Prisma.sql`SELECT id FROM change WHERE at < ${startOfDay(addDays(date, 1))} ORDER BY id DESC LIMIT 1`,
      ([id]: [number]) => {
        found = id;
      },
    ),
  );
  return found;
}

/** All facts read anew, as known now. */
export function freshState(): Promise<WorkforceFacts> {
  return store().thread.inOneState((reader) => readAll(reader, null));
}

/** All facts as known at a change, as memory would have held them then. */
export function earlierState(knownAt: number): Promise<WorkforceFacts> {
  return store().thread.inOneState((reader) => readAll(reader, knownAt));
}

/** An earlier state brought up to now by what was recorded and taken back since. */
export function refreshedState(before: WorkforceFacts): Promise<WorkforceFacts> {
  return store().thread.inOneState((reader) => refresh(reader, before));
}

async function newestChange(reader: FactsReader): Promise<number> {
  let newest = 0;
  await reader.read(Prisma.sql`SELECT MAX(id) FROM change`, ([id]: [number | null]) => {
    newest = id ?? 0;
  });
  return newest;
}

async function readAll(reader: FactsReader, knownAt: KnownAt): Promise<WorkforceFacts> {
  const changeId = knownAt ?? (await newestChange(reader));
  const merged = await readMerged(reader, knownAt);
  const people = await readPersonFacts(reader, merged, null, knownAt);
  const posts = await readPostFacts(reader, null, knownAt);
  const sorted = [...people.values()].sort((a, b) => {
    const [left, right] = [a.names.at(-1)?.sortKey ?? "", b.names.at(-1)?.sortKey ?? ""];
    return left < right ? -1 : left > right ? 1 : a.id - b.id;
  });
  return { changeId, merged, people: sorted, posts: [...posts.values()] };
}

async function refresh(reader: FactsReader, before: WorkforceFacts): Promise<WorkforceFacts> {
  const changeId = await newestChange(reader);
  const touched = await touchedSince(reader, before.changeId);
  if (touched.people.size === 0 && touched.posts.size === 0) return { ...before, changeId };
  const merged = await readMerged(reader, null);
  const ids = new Set(touched.people);
  for (const id of touched.people) {
    for (const kept of [merged.get(id), before.merged.get(id)]) if (kept !== undefined) ids.add(kept);
  }
  // whoever is read is read with all records merged into them
  for (const [record, kept] of merged) if (ids.has(kept)) ids.add(record);
  const people = await readPersonFacts(reader, merged, [...ids], null);
  const posts = await readPostFacts(reader, [...touched.posts], null);
  return {
    changeId,
    merged,
    people: replaced(before.people, people, (id) => ids.has(id)),
    posts: replaced(before.posts, posts, (id) => touched.posts.has(id)),
  };
}

/** The list with the fresh ones where the old ones stood, new ones at the end. */
function replaced<T extends { id: number }>(
  before: readonly T[],
  fresh: Map<number, T>,
  isGone: (id: number) => boolean,
): T[] {
  const list: T[] = [];
  const left = new Map(fresh);
  for (const each of before) {
    if (!isGone(each.id)) {
      list.push(each);
      continue;
    }
    const now = left.get(each.id);
    if (now) list.push(now);
    left.delete(each.id);
  }
  return [...list, ...left.values()];
}

/** Columns of the rows `t` of a table that were recorded after a change: ids rise as changes do, so that they stand at its end. */
function recordedSince(table: string, columns: string, changeId: number): Prisma.Sql {
  const name = Prisma.raw(table);
  return Prisma.sql`SELECT ${Prisma.raw(columns)} FROM ${name} t
    WHERE t.id > COALESCE((SELECT b.id FROM ${name} b WHERE b.recorded_change <= ${changeId} ORDER BY b.id DESC LIMIT 1), 0)`;
}

/** The same with those taken back since, which an index finds. */
function touchedRows(table: string, columns: string, changeId: number): Prisma.Sql {
  return Prisma.sql`${recordedSince(table, columns, changeId)}
    UNION ALL SELECT ${Prisma.raw(columns)} FROM ${Prisma.raw(table)} t WHERE t.retracted_change > ${changeId}`;
}

/** Of whom, and of which posts, something was recorded or taken back after a change. */
async function touchedSince(
  reader: FactsReader,
  changeId: number,
): Promise<{ people: Set<number>; posts: Set<number> }> {
  const [people, posts] = [new Set<number>(), new Set<number>()];
  const person = ([id]: [number]) => people.add(id);
  await reader.read(recordedSince("person", "t.id", changeId), person);
  for (const table of PERSONAL) await reader.read(touchedRows(table, "t.person_id", changeId), person);
  await reader.read(
    touchedRows("person_merge", "t.kept_person_id, t.merged_person_id", changeId),
    ([kept, record]: [number, number]) => people.add(kept).add(record),
  );
  await reader.read(touchedRows("posting", "t.person_id, t.post_id", changeId), ([id, post]: [number, number]) => {
    people.add(id);
    posts.add(post);
  });
  await reader.read(recordedSince("certificate", "t.person_id", changeId), person);
  const holder = "(SELECT c.person_id FROM certificate c WHERE c.id = t.certificate_id)";
  await reader.read(touchedRows("certificate_event", holder, changeId), person);
  await reader.read(touchedRows("post", "t.id", changeId), ([id]: [number]) => posts.add(id));
  return { people, posts };
}

const PERSONAL = [
  "person_name",
  "person_detail",
  "absence",
  "evidence",
  "manual_assignment",
  "waiver",
  "due_extension",
  "eligibility",
] as const;
