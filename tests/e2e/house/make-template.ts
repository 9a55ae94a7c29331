import { execFileSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { environmentOf } from "./environment";

/** Migrated and filled once a run; each test file's server works on a copy. */
export const TEMPLATE = path.resolve("test-results", "template-house");

export default function makeTemplate(): void {
  if (!existsSync("build/server/index.js")) throw new Error("The browser tests need a build: run `npm test`.");
  const began = Date.now();
  rmSync(TEMPLATE, { recursive: true, force: true });
  for (const command of ["migrate", "prepare"]) {
    execFileSync(process.execPath, ["--import", "tsx", `app/commands/${command}.ts`], {
      env: environmentOf(TEMPLATE),
      stdio: ["ignore", "pipe", "inherit"],
    });
  }
  console.log(`The demo house for the browser tests: ${((Date.now() - began) / 1000).toFixed(1)} s`);
}
