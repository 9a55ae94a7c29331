import path from "node:path";
import { Worker } from "node:worker_threads";
import { databaseUrl } from "~/config/environment.server";
import type { Prisma } from "../generated/client";

/** Rows taken over at once: a few milliseconds of the main thread. */
const ROWS_AT_ONCE = 1500;

interface Reply {
  id: number;
  answer?: unknown;
  failure?: string;
}

/** Reads one state of the database in a thread of its own; integers come as numbers, columns by their place. */
export interface FactsReader {
  read(sql: Prisma.Sql, take: (row: never) => void): Promise<void>;
}

/** A thread that reads; it keeps no process alive. */
export class FactsThread {
  private readonly thread: Worker;
  private readonly waiting = new Map<number, { resolve(answer: unknown): void; reject(error: Error): void }>();
  private lastId = 0;
  private ended: Error | null = null;
  private lastTurn: Promise<unknown> = Promise.resolve();

  constructor(readonly url = databaseUrl()) {
    this.thread = new Worker(path.resolve("app/models/reporting/facts-thread.mjs"), {
      workerData: { file: url.slice("file:".length) },
      execArgv: [],
    });
    this.thread.on("message", ({ id, answer, failure }: Reply) => {
      const asked = this.waiting.get(id);
      this.waiting.delete(id);
      if (this.waiting.size === 0) this.thread.unref();
      if (failure === undefined) asked?.resolve(answer);
      else asked?.reject(new Error(failure));
    });
    this.thread.on("error", (error) => this.end(error));
    this.thread.on("exit", () => this.end(new Error("the thread that reads for reports has ended")));
    this.thread.unref();
  }

  get usable(): boolean {
    return this.ended === null;
  }

  /** Everything that `work` reads is of one moment; who comes meanwhile waits. */
  inOneState<T>(work: (reader: FactsReader) => Promise<T>): Promise<T> {
    const mine = this.lastTurn.then(() => this.takeTurn(work));
    this.lastTurn = mine.catch(() => undefined);
    return mine;
  }

  private async takeTurn<T>(work: (reader: FactsReader) => Promise<T>): Promise<T> {
    await this.ask("begin", {});
    try {
      return await work({ read: (sql, take) => this.read(sql, take) });
    } finally {
      await this.ask("end", {}).catch(() => undefined);
    }
  }

  private async read({ sql, values }: Prisma.Sql, take: (row: never) => void): Promise<void> {
    await this.ask("read", { sql, values });
    for (;;) {
      const { taken, more } = (await this.ask("next", { count: ROWS_AT_ONCE })) as { taken: never[]; more: boolean };
      for (const row of taken) take(row);
      if (!more) return;
    }
  }

  private ask(act: string, order: object): Promise<unknown> {
    if (this.ended) return Promise.reject(this.ended);
    const id = ++this.lastId;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.thread.ref();
      this.thread.postMessage({ id, act, ...order });
    });
  }

  private end(error: Error): void {
    this.ended ??= error;
    for (const { reject } of this.waiting.values()) reject(this.ended);
    this.waiting.clear();
  }

  async close(): Promise<void> {
    this.ended ??= new Error("closed");
    await this.thread.terminate();
  }
}
