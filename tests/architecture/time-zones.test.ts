import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";

/** Far behind and far ahead of Asia/Ho_Chi_Minh, one with daylight saving: the rules about days give the same answers there. */
const zones = ["America/New_York", "Pacific/Kiritimati"] as const;

it.each(zones)(
  "the domain's tests pass where the machine's clock is in %s",
  async (zone) => {
    const args = ["run", "app/domain", "--reporter=json", "--pool=threads", "--no-isolate"];
    const env = { ...process.env, TZ: zone };
    const run = promisify(execFile)(path.resolve("node_modules/.bin/vitest"), args, { env, maxBuffer: 2 ** 26 });
    const { stdout } = await run.catch((error: { stdout: string }) => error);
    const report = JSON.parse(stdout.slice(stdout.indexOf("{"))) as {
      numPassedTests: number;
      testResults: { assertionResults: { status: string; fullName: string }[] }[];
    };
    const failed = report.testResults.flatMap(({ assertionResults }) =>
      assertionResults.filter(({ status }) => status === "failed").map(({ fullName }) => fullName),
    );
    expect(failed).toEqual([]);
    expect(report.numPassedTests).toBeGreaterThan(200);
  },
  180_000,
);
