import { mkdirSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { RateLimiterRes, RateLimiterSQLite } from "rate-limiter-flexible";
import { dataDirectory } from "~/config/environment.server";

/**
 * Counters of tries in a small database of their own, so that they survive a restart and never wait for a write of facts.
 */
let database: Database.Database | null = null;
const counters = new Map<string, Promise<RateLimiterSQLite>>();

function openDatabase(): Database.Database {
  if (database) return database;
  mkdirSync(dataDirectory(), { recursive: true });
  database = new Database(path.join(dataDirectory(), "throttle.db"), { timeout: 2000 });
  database.pragma("journal_mode = WAL");
  return database;
}

/** The counter of a table: `points` tries a key in `duration` seconds. */
export function openCounter(options: {
  tableName: string;
  points: number;
  duration: number;
}): Promise<RateLimiterSQLite> {
  const open = counters.get(options.tableName);
  if (open) return open;
  const opening = new Promise<RateLimiterSQLite>((resolve, reject) => {
    const made: RateLimiterSQLite = new RateLimiterSQLite(
      { storeClient: openDatabase(), storeType: "better-sqlite3", ...options },
      (error?: Error) => (error ? reject(error) : resolve(made)),
    );
  });
  counters.set(options.tableName, opening);
  // a failure is not kept
  opening.catch(() => counters.delete(options.tableName));
  return opening;
}

export interface Taken {
  /** 0: the try is taken; else seconds until the next one is */
  waitSeconds: number;
  triesLeft: number;
}

/** Counts one try. */
export async function takeFrom(counter: RateLimiterSQLite, key: string): Promise<Taken> {
  try {
    const { remainingPoints } = await counter.consume(key);
    return { waitSeconds: 0, triesLeft: remainingPoints };
  } catch (reason) {
    if (!(reason instanceof RateLimiterRes)) throw reason;
    return { waitSeconds: Math.max(1, Math.ceil(reason.msBeforeNext / 1000)), triesLeft: reason.remainingPoints };
  }
}

/** Gives one try back. */
export async function giveBack(counter: RateLimiterSQLite, key: string): Promise<void> {
  await counter.reward(key, 1);
}
