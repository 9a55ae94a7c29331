import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { build, run } from "../../app/commands/steps.mjs";

/**
 * A data directory of its own with the whole demo in it, or without, and a build of the site; gone when the process ends. This process, too,
 * reads and writes there: import models only afterwards.
 */
export async function prepareHouse(demo: "0" | "1" = "1"): Promise<void> {
  const directory = mkdtempSync(path.join(os.tmpdir(), "cau-noi-bench-"));
  process.on("exit", () => rmSync(directory, { recursive: true, force: true }));
  delete process.env.DATABASE_URL;
  Object.assign(process.env, { DATA_DIR: directory, NODE_ENV: "production", DEMO: demo });
  for (const command of ["migrate.ts", "prepare.ts"]) {
    await run(process.execPath, ["--import", "tsx", `app/commands/${command}`], { quiet: true });
  }
  // what the build says of itself is no figure
  const log = console.log;
  const write = process.stdout.write.bind(process.stdout);
  console.log = console.error;
  process.stdout.write = process.stderr.write.bind(process.stderr) as typeof process.stdout.write;
  await build();
  console.log = log;
  process.stdout.write = write;
}
