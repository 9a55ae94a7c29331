import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaBetterSQLite3 } from "@prisma/adapter-better-sqlite3";
import { databaseUrl } from "~/config/environment.server";
import { Prisma, PrismaClient } from "./generated/client";
import { type Outcome, QuickLane, type Step } from "./quick-lane.server";

/**
 * One process has one writing and one reading connection. Writes line up behind one another: the driver is synchronous and
 * holds one connection, so a statement sent beside an open transaction would join it and vanish on its rollback.
 */
interface Connections {
  reader: PrismaClient;
  writer: PrismaClient;
  ready: Promise<void>;
  /** for what thousands do at once; opened by the first who needs it */
  quick: QuickLane | null;
  /** jobs of the quick lane that wait for their turn */
  jobs: Job[];
  /** the end of the queue of writes */
  lastWrite: Promise<unknown>;
}

interface Job {
  steps: readonly Step[];
  done: (outcome: Outcome) => void;
}

export type Rows = Prisma.TransactionClient;

// One per process, though the server's build and its commands each hold a copy of this module.
const held = globalThis as typeof globalThis & { cauNoiConnections?: Connections };

function connections(): Connections {
  held.cauNoiConnections ??= connect();
  return held.cauNoiConnections;
}

function connect(): Connections {
  const url = databaseUrl();
  const open = () => new PrismaClient({ adapter: new PrismaBetterSQLite3({ url, timeout: 0 }) });
  const writer = open();
  const reader = new PrismaClient({ adapter: new PrismaBetterSQLite3({ url, timeout: 5000 }) });
  return { reader, writer, ready: prepare(writer, reader), quick: null, jobs: [], lastWrite: Promise.resolve() };
}

async function prepare(writer: PrismaClient, reader: PrismaClient): Promise<void> {
  await patiently(() => writer.$queryRawUnsafe("PRAGMA journal_mode=WAL"));
  // FULL: an answer that was shown as saved survives a power cut
  await writer.$queryRawUnsafe("PRAGMA synchronous=FULL");
  await writer.$queryRawUnsafe("PRAGMA foreign_keys=ON");
  await reader.$queryRawUnsafe("PRAGMA cache_size=-65536");
  await reader.$queryRawUnsafe("PRAGMA query_only=ON");
}

/** The reading client: it cannot write. */
export async function reader(): Promise<PrismaClient> {
  const { reader, ready } = connections();
  await ready;
  return reader;
}

export interface Act {
  kind: string;
  at: string;
  actorId?: number | null;
  document?: string | null;
  effective?: string | null;
  note?: string | null;
  /** A second act with the same key is refused by the database. */
  onceKey?: string | null;
  /** account whose delegated power is used ("thay mặt") */
  onBehalfOf?: number | null;
  /** the change that this one undoes */
  undoes?: number | null;
}

const insideWrite = new AsyncLocalStorage<boolean>();

/**
 * The only way to write facts: one transaction whose first statement inserts the change that all its rows name.
 * Inside `work` use only `rows`.
 */
export async function recordChange<T>(act: Act, work: (rows: Rows, changeId: number) => Promise<T>): Promise<T> {
  const result = await writeRows(async (rows) => {
    const change = await rows.change.create({
      data: {
        at: act.at,
        actor_id: act.actorId ?? null,
        kind: act.kind,
        document: act.document ?? null,
        effective: act.effective ?? null,
        note: act.note ?? null,
        once_key: act.onceKey ?? null,
        on_behalf_of: act.onBehalfOf ?? null,
        undoes: act.undoes ?? null,
      },
      select: { id: true },
    });
    return work(rows, change.id);
  });
  newest = null;
  return result;
}

/**
 * For rows that are a log of their own (sessions, answers, activity states): one transaction, and the FIRST statement of
 * `work` must be a write, or two processes can deadlock over the upgrade of a read lock.
 */
export function writeRows<T>(work: (rows: Rows) => Promise<T>): Promise<T> {
  return takeTurn(({ writer }) =>
    patiently(() => insideWrite.run(true, () => writer.$transaction(work, { maxWait: 5_000, timeout: 120_000 }))),
  );
}

/** Writes line up: each begins when the one before has ended, well or not. */
function takeTurn<T>(work: (held: Connections) => Promise<T>): Promise<T> {
  if (insideWrite.getStore()) throw new Error("A write inside a write would wait for itself: pass `rows` on instead.");
  const held = connections();
  const mine = held.lastWrite.then(async () => {
    await held.ready;
    return work(held);
  });
  held.lastWrite = mine.catch(() => undefined);
  return mine;
}

/** Rows by the quick lane, for what is asked by every request: integers come as numbers, truth values as 0 and 1. */
export async function readRows<T>(sql: Prisma.Sql): Promise<T[]> {
  const held = connections();
  await held.ready;
  return quickLane(held).rows<T>(sql);
}

/**
 * Writes by the quick lane: all steps or none; resolves when they are on the disk. What waits for its turn shares one transaction,
 * in which a job that fails is taken back alone. Rows of each step that returns any. @throws as the database refuses it
 */
export function writeSteps<T = unknown>(steps: readonly Step[]): Promise<T[][]> {
  const held = connections();
  return new Promise((resolve, reject) => {
    held.jobs.push({
      steps,
      done: (outcome) => (outcome.ok ? resolve(outcome.rows as T[][]) : reject(outcome.error)),
    });
    // whoever is first asks for the turn; who comes before it has begun goes along
    if (held.jobs.length === 1) void takeTurn(writeJobs).catch(() => undefined);
  });
}

async function writeJobs(held: Connections): Promise<void> {
  const jobs = held.jobs;
  held.jobs = [];
  try {
    const outcomes = await quickLane(held).write(jobs.map(({ steps }) => steps));
    for (const [index, { done }] of jobs.entries()) done(outcomes[index] as Outcome);
  } catch (error) {
    for (const { done } of jobs) done({ ok: false, error: error as Error });
  }
}

function quickLane(held: Connections): QuickLane {
  held.quick ??= new QuickLane(databaseUrl().slice("file:".length));
  return held.quick;
}

/** The change of an act that the steps of the same job name: as their last statement but their own wrote it. */
export const CHANGE_OF_JOB = Prisma.sql`(SELECT MAX(id) FROM change)`;

/** Facts by the quick lane: the change first, then the steps, which name it by CHANGE_OF_JOB. */
export async function recordSteps<T = unknown>(
  act: Pick<Act, "kind" | "at" | "actorId" | "effective">,
  steps: readonly Step[],
): Promise<T[][]> {
  const change = Prisma.sql`INSERT INTO change (at, actor_id, kind, effective)
    VALUES (${act.at}, ${act.actorId ?? null}, ${act.kind}, ${act.effective ?? null})`;
  const [, ...rows] = await writeSteps<T>([change, ...steps]);
  newest = null;
  return rows;
}

/** Another process may hold the write lock for a moment: try again without blocking this one, for up to ten seconds. */
async function patiently<T>(attempt: () => Promise<T>): Promise<T> {
  const giveUpAt = Date.now() + 10_000;
  for (let wait = 5; ; wait = Math.min(wait * 2, 100)) {
    try {
      return await attempt();
    } catch (error) {
      if (!isBusy(error) || Date.now() > giveUpAt) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait + Math.random() * wait));
    }
  }
}

function isBusy(error: unknown): boolean {
  const text = error instanceof Error ? `${error.message} ${JSON.stringify(error)}` : String(error);
  return /SQLITE_BUSY|database is locked|SocketTimeout|P1008/.test(text);
}

/** True for the error of a unique key that stands in the way: the row exists already. */
export function isDuplicate(error: unknown): boolean {
  return typeof error === "object" && error !== null && (error as { code?: string }).code === "P2002";
}

/** How long this process may overlook a change that another process (a command) has recorded. */
const OVERLOOK_MS = 250;
let newest: { id: Promise<number>; until: number } | null = null;

/**
 * The id of the newest change: what is computed from facts is a function of it, the date and the viewer, so it is the key
 * under which such results are kept. This process's own writes are seen at once.
 */
export function latestChangeId(): Promise<number> {
  if (newest === null || newest.until < Date.now()) {
    newest = { id: readLatestChangeId(), until: Date.now() + OVERLOOK_MS };
    newest.id.catch(() => {
      newest = null;
    });
  }
  return newest.id;
}

const NEWEST_CHANGE = Prisma.sql`SELECT MAX(id) AS id FROM change`;

async function readLatestChangeId(): Promise<number> {
  const rows = await readRows<{ id: number | null }>(NEWEST_CHANGE);
  return rows[0]?.id ?? 0;
}

/** Ends both connections, for commands and tests. */
export async function disconnect(): Promise<void> {
  const open = held.cauNoiConnections;
  held.cauNoiConnections = undefined;
  newest = null;
  if (open) {
    await open.ready.catch(() => undefined);
    await open.lastWrite;
    await Promise.all([open.reader.$disconnect(), open.writer.$disconnect(), open.quick?.close()]);
  }
}
