import path from "node:path";
import { Worker } from "node:worker_threads";
import Database from "better-sqlite3";
import type { Prisma } from "./generated/client";

/** One SQL statement of a job, with its values. */
export type Step = Prisma.Sql;
type Value = string | number | bigint | Buffer | null;

const MOST_STATEMENTS = 500;

/** A refusal by the database; `code` as Prisma names it where the row exists already. */
class RefusedByDatabase extends Error {
  readonly code: string;

  constructor({ code, message }: { code: string; message: string }) {
    super(message);
    this.code =
      code.startsWith("SQLITE_CONSTRAINT_UNIQUE") || code.startsWith("SQLITE_CONSTRAINT_PRIMARYKEY") ? "P2002" : code;
  }
}

interface Reply {
  id: number;
  outcomes?: ({ rows: unknown[][] } | { error: { code: string; message: string } })[];
  failure?: { code: string; message: string };
}

export type Outcome = { ok: true; rows: unknown[][] } | { ok: false; error: Error };

/**
 * SQLite without Prisma, for the few reads and writes that thousands do at once (decision 0024): a reading connection, and a thread
 * that writes. `database.server.ts` alone uses it, so that its writes keep their place in the one queue of writes.
 */
export class QuickLane {
  private readonly reading: Database.Database;
  private readonly statements = new Map<string, Database.Statement>();
  private thread: Worker | null = null;
  private readonly waiting = new Map<number, (reply: Reply) => void>();
  private lastId = 0;

  constructor(private readonly file: string) {
    this.reading = new Database(file, { timeout: 5_000 });
    this.reading.pragma("cache_size=-65536");
    this.reading.pragma("query_only=ON");
  }

  /** Integers come as numbers, truth values as 0 and 1. */
  rows<T>({ sql, values }: Prisma.Sql): T[] {
    let statement = this.statements.get(sql);
    if (!statement) {
      if (this.statements.size >= MOST_STATEMENTS) this.statements.clear();
      statement = this.reading.prepare(sql);
      this.statements.set(sql, statement);
    }
    return statement.all(values.map(asValue)) as T[];
  }

  /** All jobs in one transaction; a job that fails is taken back alone. Done when all that succeeded is on the disk. */
  async write(jobs: readonly (readonly Step[])[]): Promise<Outcome[]> {
    this.thread ??= this.startThread();
    const thread = this.thread;
    const id = ++this.lastId;
    thread.ref();
    const reply = await new Promise<Reply>((resolve) => {
      this.waiting.set(id, resolve);
      thread.postMessage({
        id,
        jobs: jobs.map((steps) => steps.map(({ sql, values }) => ({ sql, values: values.map(asValue) }))),
      });
    });
    if (this.waiting.size === 0) thread.unref();
    if (reply.failure) throw new RefusedByDatabase(reply.failure);
    return (reply.outcomes ?? []).map((outcome) =>
      "rows" in outcome ? { ok: true, rows: outcome.rows } : { ok: false, error: new RefusedByDatabase(outcome.error) },
    );
  }

  private startThread(): Worker {
    const thread = new Worker(path.resolve("app/models/writing-thread.mjs"), {
      workerData: { file: this.file },
      execArgv: [],
    });
    thread.on("message", (reply: Reply) => {
      const done = this.waiting.get(reply.id);
      this.waiting.delete(reply.id);
      done?.(reply);
    });
    // what was under way is not known to be saved: whoever waits is told, and sends it again
    thread.on("error", (error) => {
      this.thread = null;
      for (const [id, done] of this.waiting) done({ id, failure: { code: "THREAD", message: String(error) } });
      this.waiting.clear();
    });
    thread.unref();
    return thread;
  }

  async close(): Promise<void> {
    this.reading.close();
    await this.thread?.terminate();
  }
}

function asValue(value: unknown): Value {
  if (typeof value === "boolean") return value ? 1 : 0;
  return (value ?? null) as Value;
}
