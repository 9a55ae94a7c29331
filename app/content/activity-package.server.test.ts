import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildActivityPackage, packageDirectory, writeActivityPackage } from "./activity-package.server";
import { type H5pLibrary, readLibraries } from "./h5p-library.server";

let directory = "";
let libraries: Map<string, H5pLibrary>;
const dataDirectory = process.env.DATA_DIR;

beforeAll(() => {
  directory = mkdtempSync(path.join(os.tmpdir(), "cau-noi-packages-"));
  process.env.DATA_DIR = directory;
  libraries = readLibraries("courses/h5p-libraries");
});
afterAll(() => {
  process.env.DATA_DIR = dataDirectory;
  rmSync(directory, { recursive: true, force: true });
});

const content = { intro: "", items: ["một", "hai", "ba"], feedback: "" };
const ordering = { library: "CauNoi.Ordering", title: "Thứ tự", language: "vi", content } as const;

describe("buildActivityPackage", () => {
  it("holds the manifest, the content and every library that it needs", () => {
    const { files } = buildActivityPackage(
      { ...ordering, content: { ...content, items: [...content.items] } },
      libraries,
    );
    const manifest = JSON.parse(String(files.get("h5p.json")));
    expect(manifest).toMatchObject({ title: "Thứ tự", language: "vi", mainLibrary: "CauNoi.Ordering" });
    expect(manifest.preloadedDependencies).toEqual([
      { machineName: "CauNoi.Ordering", majorVersion: 1, minorVersion: 1 },
      { machineName: "CauNoi.Core", majorVersion: 1, minorVersion: 1 },
    ]);
    expect(JSON.parse(String(files.get("content/content.json")))).toEqual(content);
    expect([...files.keys()]).toEqual(
      expect.arrayContaining(["CauNoi.Ordering-1.1/library.json", "CauNoi.Core-1.1/library.json"]),
    );
    expect([...files.keys()].join()).not.toContain("CauNoi.TrueFalse");
  });

  it("has one hash for the same bytes and another for others", () => {
    const build = (first: string) =>
      buildActivityPackage({ ...ordering, content: { ...content, items: [first, "hai", "ba"] } }, libraries).hash;
    expect(build("một")).toBe(build("một"));
    expect(build("một")).not.toBe(build("bốn"));
  });

  it("refuses content of another shape, and a library that is not there", () => {
    const wrong = { ...ordering, content: { ...content, items: ["một"] } };
    expect(() => buildActivityPackage(wrong, libraries)).toThrow();
    const right = { ...ordering, content: { ...content, items: ["1", "2", "3"] } };
    expect(() => buildActivityPackage(right, new Map())).toThrow("CauNoi.Ordering is missing");
  });
});

describe("writeActivityPackage", () => {
  it("writes once, and keeps what lies there", () => {
    const built = buildActivityPackage({ ...ordering, content: { ...content, items: ["a", "b", "c"] } }, libraries);
    writeActivityPackage(built);
    const file = path.join(packageDirectory(built.hash), "content", "content.json");
    expect(JSON.parse(readFileSync(file, "utf8")).items).toEqual(["a", "b", "c"]);
    writeFileSync(file, "kept");
    writeActivityPackage(built);
    expect(readFileSync(file, "utf8")).toBe("kept");
  });

  it("leaves nothing behind when it fails", () => {
    const files = new Map([
      ["a", Buffer.from("1")],
      ["a/b", Buffer.from("2")],
    ]);
    const hash = "0".repeat(64);
    expect(() => writeActivityPackage({ hash, files })).toThrow();
    expect(existsSync(packageDirectory(hash))).toBe(false);
    expect(readdirSync(path.join(directory, "h5p")).filter((name) => name.startsWith(".new"))).toEqual([]);
  });

  it("names only hashes", () => {
    expect(() => packageDirectory("../../etc")).toThrow();
  });
});
