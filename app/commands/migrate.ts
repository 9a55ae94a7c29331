import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { databaseUrl } from "~/config/environment.server";

/** Brings the database to the newest schema; creates it where there is none. */
const url = databaseUrl();
mkdirSync(path.dirname(url.replace(/^file:/, "")), { recursive: true });
try {
  execFileSync(path.resolve("node_modules/.bin/prisma"), ["migrate", "deploy"], {
    env: { ...process.env, DATABASE_URL: url, PRISMA_HIDE_UPDATE_MESSAGE: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
} catch (error) {
  const { stdout, stderr } = error as { stdout?: Buffer; stderr?: Buffer };
  console.error(`The database could not be brought up to date: ${url}\n${stderr ?? ""}${stdout ?? ""}`);
  process.exit(1);
}
