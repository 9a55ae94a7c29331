// `npm test`: brings what the tests need, runs everything, and ends with "N passed, N failed".
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { bin, build, install, requireNode } from "../app/commands/steps.mjs";

requireNode();
await install();
mkdirSync("test-results", { recursive: true });

let passed = 0;
let failed = 0;

function check(title, command, args, env = {}) {
  const began = Date.now();
  console.log(`\n── ${title}`);
  const { status } = spawnSync(command, args, { stdio: "inherit", env: { ...process.env, ...env } });
  if (status === 0) passed += 1;
  else failed += 1;
  console.log(`── ${title}: ${status === 0 ? "passed" : "FAILED"} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  return status === 0;
}

/** Adds the counts of a report; the run itself is not counted again where the report was written. */
function count(file, read) {
  if (!existsSync(file)) return;
  const counts = read(JSON.parse(readFileSync(file, "utf8")));
  passed += counts.passed;
  failed += counts.failed;
}

check("types", bin("tsc"), ["--noEmit"]);
check("lint and format", bin("biome"), ["check", "."]);
check("dependency rule", bin("depcruise"), ["--config", ".dependency-cruiser.cjs", "app", "prisma"]);
check("courses", process.execPath, ["--import", "tsx", "app/commands/courses-check.ts"]);

const vitestReport = "test-results/vitest.json";
check("unit and model tests", bin("vitest"), [
  "run",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${vitestReport}`,
]);
count(vitestReport, (report) => ({ passed: report.numPassedTests, failed: report.numFailedTests }));

const chromium = findChromium();
if (chromium) {
  await build();
  const browserReport = "test-results/playwright.json";
  check("browser tests", bin("playwright"), ["test"], {
    CHROMIUM: chromium,
    PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport,
  });
  count(browserReport, ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected }));
} else {
  failed += 1;
}

console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

/** The Chromium that is installed, else Debian's package, else Playwright's own download; else a clear message. */
function findChromium() {
  const installed = () =>
    [
      process.env.CHROMIUM,
      "/usr/bin/chromium",
      "/usr/bin/chromium-browser",
      "/usr/bin/google-chrome",
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ].find((file) => file && existsSync(file));
  if (installed()) return installed();
  if (existsSync("/etc/debian_version") && process.getuid?.() === 0) {
    console.log("Installing Chromium from Debian …");
    spawnSync("apt-get", ["update", "-qq"], { stdio: "ignore" });
    spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], { stdio: "ignore" });
    if (installed()) return installed();
  }
  console.log("Downloading Chromium by Playwright …");
  spawnSync(bin("playwright"), ["install", "chromium"], { stdio: "inherit" });
  try {
    const code = "import('@playwright/test').then(({ chromium }) => console.log(chromium.executablePath()))";
    const file = execFileSync(process.execPath, ["-e", code], { encoding: "utf8" }).trim();
    if (existsSync(file)) return file;
  } catch {
    // said below
  }
  console.error("No Chromium: install one (Debian: apt-get install chromium) or name it: CHROMIUM=/path npm test");
  return null;
}
