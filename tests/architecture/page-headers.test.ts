import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const ROUTES = path.resolve("app/routes");

/**
 * Pages that set headers in the answer of a loader: with single fetch such headers reach the browser's own requests for data, but no
 * document. Redirects, files and other answers that are no page's keep theirs.
 */
function losesHeaders(source: string): boolean {
  const isPage = /^export default function/m.test(source);
  const given = /\bdata\([^;]*?\bheaders\s*[:,}]/s.test(source);
  return isPage && given && !/^export (const|function) headers\b/m.test(source);
}

describe("headers of pages", () => {
  it.each([
    ["data given with headers", `return data({ a }, { headers: UNLISTED });\nexport default function Page() {}`, true],
    ["over lines", `return data(\n  { a },\n  { status: 404, headers },\n);\nexport default function Page() {}`, true],
    [
      "a headers export beside it",
      `export const headers = () => X;\nreturn data(1, { headers: X });\nexport default function P() {}`,
      false,
    ],
    ["no page", `return data({ a }, { headers: UNLISTED });`, false],
    ["a redirect", `return redirect("/", { headers: { "Set-Cookie": c } });\nexport default function Page() {}`, false],
    ["data without", `return data({ a }, { status: 404 });\nexport default function Page() {}`, false],
  ])("%s", (_, source, loses) => expect(losesHeaders(source)).toBe(loses));

  it("are exported by every page that sets some", () => {
    const files = readdirSync(ROUTES, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".tsx"));
    expect(files.length).toBeGreaterThan(100);
    expect(files.filter((name) => losesHeaders(readFileSync(path.join(ROUTES, name), "utf8")))).toEqual([]);
  });
});
