// `npm test`: brings what the tests need, runs everything, and ends with "N passed, N failed".
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { bin, build, install, requireNode } from "../app/commands/steps.mjs";

requireNode();
await install();
mkdirSync("test-results", { recursive: true });

let passed = 0;
/** What failed, by name: said again at the end, where a long run is read first. */
const failures = [];

/** Runs one check; it counts as one test. */
function check(title, command, args, env) {
  count(run(title, command, args, env) ? { passed: 1, failed: [] } : { passed: 0, failed: [title] });
}

/** Runs a suite and counts its tests by the report it writes; a run that fails without a failed test counts as one. */
function suite(title, command, args, { report, counts, env }) {
  rmSync(report, { force: true });
  const fine = run(title, command, args, env);
  const { passed, failed } = existsSync(report)
    ? counts(JSON.parse(readFileSync(report, "utf8")))
    : { passed: 0, failed: [] };
  count({ passed, failed: fine || failed.length > 0 ? failed : [title] });
}

function count(tests) {
  passed += tests.passed;
  failures.push(...tests.failed);
}

function run(title, command, args, env = {}) {
  const began = Date.now();
  console.log(`\n── ${title}`);
  const { status } = spawnSync(command, args, { stdio: "inherit", env: { ...process.env, ...env } });
  console.log(`── ${title}: ${status === 0 ? "passed" : "FAILED"} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  return status === 0;
}

check("types", bin("tsc"), ["--noEmit"]);
check("lint and format", bin("biome"), ["check", "."]);
check("dependency rule", bin("depcruise"), ["--config", ".dependency-cruiser.cjs", "app", "prisma"]);
check("courses", process.execPath, ["--import", "tsx", "app/commands/courses-check.ts"]);

const vitestReport = "test-results/vitest.json";
suite(
  "unit and model tests",
  bin("vitest"),
  ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${vitestReport}`],
  {
    report: vitestReport,
    counts: ({ numPassedTests, testResults }) => ({ passed: numPassedTests, failed: testResults.flatMap(failedIn) }),
  },
);

const chromium = findChromium();
if (chromium) {
  await build();
  const browserReport = "test-results/playwright.json";
  suite("browser tests", bin("playwright"), ["test"], {
    report: browserReport,
    counts: ({ stats, suites }) => ({ passed: stats.expected, failed: notExpected(suites) }),
    env: { CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport },
  });
} else {
  count({ passed: 0, failed: ["browser tests"] });
}

for (const failure of failures) console.log(`\nFAILED: ${failure.slice(0, 2000)}`);
console.log(`\n${passed} passed, ${failures.length} failed`);
process.exit(failures.length === 0 ? 0 : 1);

/** The names of a file's unit and model tests that failed; the file's own where it failed before any. */
function failedIn({ name, status, message, assertionResults }) {
  const failed = assertionResults
    .filter((result) => result.status === "failed")
    .map(({ fullName, failureMessages }) => `${name} › ${fullName}\n${failureMessages.join("\n")}`);
  return failed.length === 0 && status === "failed" ? [`${name}\n${message}`] : failed;
}

/** The names of the browser tests, in whatever depth, that failed once or always. */
function notExpected(suites) {
  return suites.flatMap(({ file, specs = [], suites: inner = [] }) => [
    ...specs
      .flatMap(({ title, tests }) => tests.map((test) => ({ title, ...test })))
      .filter(({ status }) => status === "unexpected" || status === "flaky")
      .map(
        ({ title, projectName, results }) => `${file} [${projectName}] › ${title}\n${results[0]?.error?.message ?? ""}`,
      ),
    ...notExpected(inner),
  ]);
}

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
