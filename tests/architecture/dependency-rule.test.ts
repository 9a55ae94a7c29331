import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";

const CONFIG = ".dependency-cruiser.cjs";
const { forbidden } = createRequire(import.meta.url)(path.resolve(CONFIG)) as { forbidden: { name: string }[] };

/** A house in which nothing is wrong; `import type` of a route is allowed. */
const house: Record<string, string> = {
  "app/domain/rule.ts": `import "zod"; import "temporal-polyfill"; export const rule = 1;`,
  "app/models/generated/client.ts": "export class PrismaClient {}",
  "app/models/rows.server.ts": `import "./generated/client"; import "../content/file.server"; import "../domain/rule"; export type Rows = 1;`,
  "app/content/file.server.ts": `import "../config/clock.server"; export {};`,
  "app/documents/paper.server.ts": `import "../i18n/words"; export {};`,
  "app/jobs/night.server.ts": `import "../models/rows.server"; export {};`,
  "app/http/door.server.ts": `import "../models/rows.server"; import "@remix-run/node"; export {};`,
  "app/config/clock.server.ts": "export {};",
  "app/i18n/words.ts": "export {};",
  "app/components/button.tsx": `import "react"; import "../domain/rule"; export {};`,
  "app/commands/serve.ts": `import "../jobs/night.server"; import type { Page } from "../routes/page"; export type Served = Page;`,
  "app/routes/page.tsx": `import "../components/button"; import "../http/door.server"; export type Page = 1;`,
  "app/routes/other.tsx": `import type { Page } from "./page"; export type Other = Page;`,
};

/** What is planted: a file, what it imports, and the rules that it breaks. */
const plants: readonly { file: string; imports: string; breaks: readonly string[] }[] = [
  { file: "app/domain/round.ts", imports: `import "./trip";`, breaks: ["no-cycles"] },
  // a cycle is reported once, where it is met first
  { file: "app/domain/trip.ts", imports: `import "./round";`, breaks: [] },
  { file: "app/domain/node.ts", imports: `import "node:fs";`, breaks: ["domain-imports-domain"] },
  { file: "app/domain/library.ts", imports: `import "react";`, breaks: ["domain-imports-domain"] },
  {
    file: "app/domain/type.ts",
    imports: `import type { Rows } from "../models/rows.server"; export type Own = Rows;`,
    breaks: ["domain-imports-domain"],
  },
  {
    file: "app/routes/query.tsx",
    imports: `import "../models/generated/client";`,
    breaks: ["only-models-import-prisma"],
  },
  { file: "app/commands/query.ts", imports: `import "@prisma/client";`, breaks: ["only-models-import-prisma"] },
  {
    file: "app/models/door.server.ts",
    imports: `import "../http/door.server";`,
    breaks: ["inner-rooms-know-no-outer-ones"],
  },
  { file: "app/jobs/face.server.ts", imports: `import "react-dom";`, breaks: ["inner-rooms-know-no-outer-ones"] },
  {
    file: "app/content/rows.server.ts",
    imports: `import "../jobs/night.server";`,
    breaks: ["content-and-documents-import-no-models"],
  },
  {
    file: "app/documents/rows.server.ts",
    imports: `import type { Rows } from "../models/rows.server"; export type Own = Rows;`,
    breaks: ["content-and-documents-import-no-models"],
  },
  { file: "app/http/face.server.ts", imports: `import "../components/button";`, breaks: ["http-imports-no-pages"] },
  {
    file: "app/components/clock.tsx",
    imports: `import "../config/clock.server";`,
    breaks: ["components-are-presentational"],
  },
  {
    file: "app/config/rows.server.ts",
    imports: `import "../models/rows.server";`,
    breaks: ["config-and-i18n-stand-below"],
  },
  { file: "app/i18n/react.ts", imports: `import "react-i18next";`, breaks: ["i18n-without-react"] },
  { file: "app/commands/page.ts", imports: `import "../routes/page";`, breaks: ["nothing-imports-a-route"] },
  { file: "app/routes/two.tsx", imports: `import "./page";`, breaks: ["routes-import-no-route"] },
];

const libraries = [
  "zod",
  "temporal-polyfill",
  "react",
  "react-dom",
  "react-i18next",
  "@remix-run/node",
  "@prisma/client",
];

const directory = mkdtempSync(path.join(os.tmpdir(), "cau-noi-house-"));
const put = (file: string, text: string) => {
  mkdirSync(path.dirname(path.join(directory, file)), { recursive: true });
  writeFileSync(path.join(directory, file), text);
};

/** The violations as "rule: from", in order. */
function cruise(): string[] {
  const args = ["--config", CONFIG, "--output-type", "json", "app"];
  const output = execFileSync(path.resolve("node_modules/.bin/depcruise"), args, { cwd: directory, encoding: "utf8" });
  const { summary } = JSON.parse(output) as { summary: { violations: { from: string; rule: { name: string } }[] } };
  return summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`).sort();
}

beforeAll(() => {
  for (const name of libraries) {
    put(`node_modules/${name}/package.json`, JSON.stringify({ name, main: "index.js" }));
    put(`node_modules/${name}/index.js`, "");
  }
  copyFileSync(CONFIG, path.join(directory, CONFIG));
  copyFileSync("tsconfig.json", path.join(directory, "tsconfig.json"));
  for (const [file, text] of Object.entries(house)) put(file, text);
});

afterAll(() => rmSync(directory, { recursive: true, force: true }));

it("finds nothing wrong in a house that keeps the rule, and every planted violation", () => {
  expect(cruise()).toEqual([]);
  for (const { file, imports } of plants) put(file, `${imports}\nexport {};`);
  expect(cruise()).toEqual(plants.flatMap(({ file, breaks }) => breaks.map((rule) => `${rule}: ${file}`)).sort());
});

it("has a plant for each of its rules", () => {
  const planted = new Set(plants.flatMap(({ breaks }) => breaks));
  expect(forbidden.map(({ name }) => name).filter((name) => !planted.has(name))).toEqual([]);
});
