import { type ChildProcess, fork } from "node:child_process";
import type { FileRow, ReportFile } from "~/domain/exports/report-file";
import { batchesOf } from "./row-batches";
import type { WrittenAs } from "./write-report.server";
import type { FromWriter, ToWriter } from "./writing-messages";

/** In megabytes; a writer that asks for more ends, and nothing else does. */
const MEMORY = ["--max-old-space-size=256", "--max-semi-space-size=32"];
/** A writer that had nothing to do for so long is let go, with what it holds. */
const IDLE_MS = 60_000;

interface Writing {
  sheets: Iterator<FileRow[]>[];
  written(): void;
  failed(error: Error): void;
}

/** A process that writes reports, and what it has under way. */
class Writer {
  private readonly underWay = new Map<number, Writing>();
  private lastId = 0;
  private idle: NodeJS.Timeout | undefined;
  private readonly child: ChildProcess;
  ended = false;

  constructor() {
    this.child = fork("app/commands/write-reports.ts", {
      execArgv: [...MEMORY, "--import", "tsx"],
    });
    this.child.on("message", (message: FromWriter) => this.hear(message));
    this.child.on("error", (error) => this.end(error));
    this.child.on("exit", () => this.end(new Error("the process that writes reports has ended")));
    this.rest();
  }

  async write(file: ReportFile, as: WrittenAs, to: string): Promise<void> {
    const { sheets, ...head } = file;
    const [first, ...others] = sheets.map((sheet) => ({ ...sheet, rows: { length: sheet.rows.length } }));
    if (!first) throw new Error("a report has at least one sheet");
    const id = ++this.lastId;
    clearTimeout(this.idle);
    this.child.ref();
    this.child.channel?.ref();
    try {
      await new Promise<void>((written, failed) => {
        this.underWay.set(id, { sheets: sheets.map(({ rows }) => batchesOf(rows)), written, failed });
        this.tell({ id, act: "write", file: { ...head, sheets: [first, ...others] }, as, to });
      });
    } finally {
      this.underWay.delete(id);
      if (this.underWay.size === 0) this.rest();
    }
  }

  private tell(message: ToWriter): void {
    if (!this.ended) this.child.send(message);
  }

  private hear(message: FromWriter): void {
    const writing = this.underWay.get(message.id);
    if (!writing) return;
    if ("written" in message) writing.written();
    else if ("failure" in message) writing.failed(new Error(message.failure));
    else this.giveRows(message.id, writing, message.wants);
  }

  private giveRows(id: number, writing: Writing, sheet: number): void {
    try {
      const next = writing.sheets[sheet]?.next();
      this.tell({ id, act: "rows", rows: next && !next.done ? next.value : null });
    } catch (error) {
      writing.failed(error as Error);
      this.tell({ id, act: "rows", rows: null });
    }
  }

  private end(error: Error): void {
    this.ended = true;
    clearTimeout(this.idle);
    for (const { failed } of this.underWay.values()) failed(error);
  }

  /** Keeps no process alive, and ends after a while. */
  private rest(): void {
    this.child.unref();
    this.child.channel?.unref();
    this.idle = setTimeout(() => {
      this.ended = true;
      this.child.disconnect();
    }, IDLE_MS).unref();
  }
}

let writer: Writer | null = null;

/**
 * Writes a report to a new file in a process of its own, which stays a while for the next one. Its rows are made here, some hundreds at
 * a time, when the writer is ready for them.
 */
export function writeApart(file: ReportFile, as: WrittenAs, to: string): Promise<void> {
  if (writer === null || writer.ended) writer = new Writer();
  return writer.write(file, as, to);
}
