import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

/** What the repository itself never holds: git's own files, and what .gitignore names. */
const ignored = new Set([
  ".git",
  ...readFileSync(".gitignore", "utf8")
    .split("\n")
    .map((line) => line.trim().replace(/\/$/, ""))
    .filter(Boolean),
]);

function* filesUnder(directory: string): Generator<string> {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const file = path.join(directory, entry.name);
    if (ignored.has(entry.name) || ignored.has(file)) continue;
    if (entry.isDirectory()) yield* filesUnder(file);
    else if (entry.isFile()) yield file;
  }
}

/** What no file may say. The patterns are written so that they do not find themselves. */
const forbidden: readonly { what: string; pattern: RegExp; example: string }[] = [
  {
    what: "an absolute path of somebody's machine",
    pattern:
      /(?<![\w.\-/~*}>])\/(?:h[o]me|r[o]ot|t[m]p|w[o]rk|w[o]rkspace|U[s]ers|m[n]t|v[a]r\/folders)(?=\/[\w.-]|["'`\s])/,
    example: ["", "work", "main"].join("/"),
  },
  {
    what: "a path out of the repository",
    pattern: /(?:\.\.\/|\/)sh[a]red\/|\bsh[a]red\/(?:look|design|domain)/,
    example: ["..", "shared", "design.md"].join("/"),
  },
  {
    what: "the address of a package registry",
    pattern: /https?:\/\/[\w.-]*(?:reg[i]stry\.|npm(?:js|mirror)\.|verd[a]ccio|artifact[o]ry|nex[u]s\.)/,
    example: ["https:", "", "registry.npmjs.org", "zod"].join("/"),
  },
  {
    what: "a private key",
    pattern: /-----BEGIN [A-Z ]*PRIVATE K[E]Y-----/,
    example: ["-----BEGIN", "PRIVATE", "KEY-----"].join(" "),
  },
];

const texts = [...filesUnder(".")]
  .map((file) => ({ file, bytes: readFileSync(file) }))
  .filter(({ bytes }) => !bytes.includes(0))
  .map(({ file, bytes }) => ({ file, text: bytes.toString("utf8") }));

describe.each(forbidden)("no file names $what", ({ pattern, example }) => {
  it("in any line", () => {
    const found = texts.flatMap(({ file, text }) =>
      pattern.test(text)
        ? text.split("\n").flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : []))
        : [],
    );
    expect(found).toEqual([]);
  });

  it("and would be noticed", () => expect(pattern.test(`import "${example}"`)).toBe(true));
});

it("reads the whole repository", () => {
  const read = new Set(texts.map(({ file }) => file.split(path.sep)[0]));
  expect([...read]).toEqual(
    expect.arrayContaining(["app", "courses", "prisma", "tests", "README.md", "package-lock.json"]),
  );
});

it("installs from whichever registry the machine names", () => {
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: Record<string, object> };
  expect(Object.entries(packages).flatMap(([name, entry]) => ("resolved" in entry ? [name] : []))).toEqual([]);
  expect(Object.values(packages).filter((entry) => "integrity" in entry).length).toBeGreaterThan(100);
});
