import { defineConfig } from "@playwright/test";

const TESTS_WITHOUT_JAVASCRIPT = /\/journeys\/.*\.spec\.ts$/;

/** Browser tests on the built site: `npm test` runs them, `npx playwright test` after a build does too. */
export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results/browser",
  globalSetup: "./tests/e2e/house/make-template.ts",
  // each test file has a server and a database of its own; tests of one file follow one another on it
  workers: 2,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // the json reporter honours PLAYWRIGHT_JSON_OUTPUT_FILE
  reporter: [["list"], ["json", { outputFile: "test-results/playwright.json" }]],
  use: {
    locale: "vi-VN",
    // far from Asia/Ho_Chi_Minh, in which all dates and times must be shown nevertheless
    timezoneId: "America/Los_Angeles",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "chromium" },
    { name: "without JavaScript", testMatch: TESTS_WITHOUT_JAVASCRIPT, use: { javaScriptEnabled: false } },
  ],
});
