import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { afterAll } from "vitest";

/**
 * Gives the test file that imports this module a database of its own, with all migrations applied, and a data directory, both
 * gone when the file is done. Import it before any model: they read the environment when they first connect.
 */
const directory = mkdtempSync(path.join(tmpdir(), "cau-noi-test-"));
const databaseFile = path.join(directory, "test.db");

process.env.DATABASE_URL = `file:${databaseFile}`;
process.env.DATA_DIR = path.join(directory, "data");
mkdirSync(process.env.DATA_DIR);
migrate();

function migrate(): void {
  const migrations = path.resolve("prisma/migrations");
  const database = new Database(databaseFile);
  for (const name of readdirSync(migrations, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()) {
    database.exec(readFileSync(path.join(migrations, name, "migration.sql"), "utf8"));
  }
  database.close();
}

/** All rows of all tables as text: two readings are equal when nothing was written in between. */
export function wholeDatabase(): string {
  const database = new Database(databaseFile, { readonly: true });
  const tables = database
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .pluck()
    .all() as string[];
  const contents = tables.map((table) => [table, database.prepare(`SELECT * FROM "${table}" ORDER BY rowid`).all()]);
  database.close();
  return JSON.stringify(contents);
}

afterAll(async () => {
  const { disconnect } = await import("~/models/database.server");
  await disconnect();
  rmSync(directory, { recursive: true, force: true });
});
