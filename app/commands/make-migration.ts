import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { now } from "~/config/clock.server";

const MIGRATIONS = "prisma/migrations";
/** What `migrate diff --exit-code` ends with. */
const EMPTY = 0;
const DIFFERENT = 2;

/**
 * `npm run migration -- name`: writes what prisma/schema.prisma says beyond the migrations as a new one. It needs no network
 * and touches no database: the migrations run in one in memory (see prisma.config.ts).
 */
function makeMigration(name: string | undefined): string {
  if (!name || !/^[a-z0-9]+([_-][a-z0-9]+)*$/.test(name)) {
    throw new Error(
      "The migration needs a name of small letters, digits and hyphens: npm run migration -- person-photo",
    );
  }
  const stamp = now().replace(/\D/g, "").slice(0, 14);
  const newest = namesOfMigrations().at(-1) ?? "";
  if (newest.slice(0, 14) >= stamp) {
    throw new Error(`The clock says ${stamp}, but ${newest} is later: migrations run in the order of their names.`);
  }
  const sql = difference();
  if (sql === null) throw new Error("prisma/schema.prisma says nothing that the migrations do not say.");
  const directory = path.join(MIGRATIONS, `${stamp}_${name.replaceAll("-", "_")}`);
  mkdirSync(directory);
  const file = path.join(directory, "migration.sql");
  writeFileSync(file, sql);
  return file;
}

function namesOfMigrations(): string[] {
  const entries = readdirSync(MIGRATIONS, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** The SQL from the migrations to the schema; null when there is none. */
function difference(): string | null {
  const from = ["--from-migrations", MIGRATIONS, "--to-schema-datamodel", "prisma/schema.prisma"];
  const { status, stdout, stderr } = spawnSync(
    path.resolve("node_modules/.bin/prisma"),
    ["migrate", "diff", ...from, "--script", "--exit-code"],
    // without an address Prisma asks for its native engine, which is a download
    { env: { ...process.env, DATABASE_URL: "file::memory:", PRISMA_HIDE_UPDATE_MESSAGE: "1" }, encoding: "utf8" },
  );
  if (status === EMPTY) return null;
  if (status === DIFFERENT) return stdout;
  throw new Error(`The difference could not be found:\n${stderr}${stdout}`);
}

try {
  const file = makeMigration(process.argv[2]);
  console.log(`${file}: read it before you commit it.`);
  console.log("A table that it redefines loses partial indexes, CHECKs and triggers: write them again at its end.");
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
