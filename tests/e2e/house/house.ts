import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { environmentOf } from "./environment";
import { TEMPLATE } from "./make-template";

/** The instant at which each house opens, whatever the day on which the tests run: the demo's own date. */
const OPENING = Date.parse("2026-11-21T09:00:00+07:00");

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A server on a copy of the demo house: its address, its clock, and its database to look into. */
export class House {
  private constructor(
    readonly url: string,
    readonly database: Database.Database,
    private readonly directory: string,
    private server: ChildProcess,
  ) {}

  static async open(): Promise<House> {
    const directory = mkdtempSync(path.join(tmpdir(), "cau-noi-house-"));
    cpSync(TEMPLATE, directory, { recursive: true });
    const clock = path.join(directory, "clock");
    writeFileSync(clock, String(OPENING - Date.now()));
    const server = serve(directory, "0");
    const url = await listening(server);
    const database = new Database(path.join(directory, "cau-noi.db"), { fileMustExist: true, timeout: 5000 });
    return new House(url, database, directory, server);
  }

  /** Moves the server's clock on. */
  moveClock(milliseconds: number): void {
    const clock = path.join(this.directory, "clock");
    writeFileSync(clock, String(Number(readFileSync(clock, "utf8")) + milliseconds));
  }

  /** The instant by the server's clock. */
  now(): Date {
    return new Date(Date.now() + Number(readFileSync(path.join(this.directory, "clock"), "utf8")));
  }

  /** All rows of a query, in this house's own database file. */
  rows<T>(sql: string, ...values: unknown[]): T[] {
    return this.database.prepare(sql).all(...values) as T[];
  }

  /** The first row of a query. @throws when there is none: then the test asks for what is not in the demo */
  row<T>(sql: string, ...values: unknown[]): T {
    const row = this.rows<T>(sql, ...values)[0];
    if (row === undefined) throw new Error(`no row: ${sql} ${JSON.stringify(values)}`);
    return row;
  }

  count(table: string, where: string, ...values: unknown[]): number {
    return this.row<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table} WHERE ${where}`, ...values).n;
  }

  /** Ends the server as a power cut would: nothing is finished, nothing is said. */
  async kill(): Promise<void> {
    const { server } = this;
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGKILL");
    await ended;
  }

  /** Serves again after `kill`: the same data, at the same address. */
  async restart(): Promise<void> {
    this.server = serve(this.directory, new URL(this.url).port);
    await listening(this.server);
  }

  async close(): Promise<void> {
    this.database.close();
    await this.kill();
    rmSync(this.directory, { recursive: true, force: true });
  }
}

function serve(directory: string, port: string): ChildProcess {
  return spawn(process.execPath, ["--import", "tsx", "app/commands/serve-for-tests.ts"], {
    env: environmentOf(directory, { PORT: port, TEST_CLOCK_FILE: path.join(directory, "clock") }),
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** Waits for the line in which the server names its port. */
function listening(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const hear = (chunk: Buffer) => {
      said += chunk;
      const port = /^LISTENING (\d+)$/m.exec(said)?.[1];
      if (port) resolve(`http://localhost:${port}`);
    };
    server.stdout?.on("data", hear);
    server.stderr?.on("data", hear);
    server.once("exit", (code) => reject(new Error(`The server ended with ${code}:\n${said}`)));
  });
}
