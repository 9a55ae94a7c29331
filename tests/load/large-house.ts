import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { build, hashOf, run } from "../../app/commands/steps.mjs";
import { type LargeHouse, peopleTheHouse } from "./large-house-people";

/**
 * A house of 20,000 staff in 34 provinces and 350 grassroots units, with ten years of history, and a build of the site. Made once for
 * the same code and kept beside the system's other temporary files; each run works on a copy, gone when the process ends. Import
 * models only afterwards.
 */
export async function prepareLargeHouse(): Promise<LargeHouse> {
  const sources = ["prisma", "courses/organisation", "tests/load/large-house-people.ts"];
  const hash = createHash("sha256").update(hashOf(sources)).digest("hex").slice(0, 16);
  const template = path.join(os.tmpdir(), `cau-noi-large-house-${hash}.db`);
  const directory = mkdtempSync(path.join(os.tmpdir(), "cau-noi-bench-"));
  process.on("exit", () => rmSync(directory, { recursive: true, force: true }));
  delete process.env.DATABASE_URL;
  Object.assign(process.env, { DATA_DIR: directory, NODE_ENV: "production", DEMO: "0" });
  const file = path.join(directory, "cau-noi.db");
  if (existsSync(template)) copyFileSync(template, file);
  for (const command of ["migrate.ts", "prepare.ts"]) {
    await run(process.execPath, ["--import", "tsx", `app/commands/${command}`], { quiet: true });
  }
  const database = new Database(file);
  const house = peopleTheHouse(database);
  database.pragma("wal_checkpoint(TRUNCATE)");
  database.close();
  if (!existsSync(template)) {
    mkdirSync(path.dirname(template), { recursive: true });
    copyFileSync(file, `${template}.draft`);
    renameSync(`${template}.draft`, template);
  }
  await buildQuietly();
  return house;
}

/** What the build says of itself is no figure. */
export async function buildQuietly(): Promise<void> {
  const log = console.log;
  const write = process.stdout.write.bind(process.stdout);
  console.log = console.error;
  process.stdout.write = process.stderr.write.bind(process.stderr) as typeof process.stdout.write;
  await build();
  console.log = log;
  process.stdout.write = write;
}
