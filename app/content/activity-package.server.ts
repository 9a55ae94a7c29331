import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { dataDirectory } from "~/config/environment.server";
import { ACTIVITY_CONTENT, type ActivityContent, type ActivityLibrary } from "~/domain/course/activity";
import type { Language } from "~/domain/text/language";
import { type H5pLibrary, libraryFolder } from "./h5p-library.server";

/** An H5P package of one activity in one language; `hash` names its bytes, `files` by path within the package. */
export interface ActivityPackage {
  hash: string;
  files: ReadonlyMap<string, Buffer>;
}

export interface ActivityInOneLanguage {
  library: ActivityLibrary;
  title: string;
  language: Language;
  content: ActivityContent;
}

/**
 * Builds a package: h5p.json, content/content.json, and the library with all that it depends on (libraries stay inside
 * their package, so that none can replace another's).
 * @throws Error when the content does not fit the library, or the library or one it needs is not there
 */
export function buildActivityPackage(
  activity: ActivityInOneLanguage,
  libraries: ReadonlyMap<string, H5pLibrary>,
): ActivityPackage {
  const content = ACTIVITY_CONTENT[activity.library].parse(activity.content);
  const main = newest(activity.library, libraries);
  const used = withDependencies(main, libraries);
  const manifest = {
    title: activity.title,
    language: activity.language,
    defaultLanguage: activity.language,
    mainLibrary: activity.library,
    embedTypes: ["div"],
    license: "U",
    preloadedDependencies: used.map(({ name }) => name),
  };
  const files = new Map<string, Buffer>([
    ["h5p.json", Buffer.from(JSON.stringify(manifest))],
    ["content/content.json", Buffer.from(JSON.stringify(content))],
  ]);
  for (const { name, files: libraryFiles } of used) {
    for (const [file, bytes] of libraryFiles) files.set(`${libraryFolder(name)}/${file}`, bytes);
  }
  return { hash: packageHash(files), files };
}

/** True when a library of that name can play activities. */
export function hasLibrary(name: string, libraries: ReadonlyMap<string, H5pLibrary>): boolean {
  return [...libraries.values()].some((library) => library.name.machineName === name && library.runnable);
}

/**
 * Writes a package to where the site serves it from. A package is immutable: one that lies there is kept. A half-written
 * one is never seen, for it gets its name last.
 */
export function writeActivityPackage({ hash, files }: ActivityPackage): void {
  const target = packageDirectory(hash);
  if (existsSync(target)) return;
  mkdirSync(path.dirname(target), { recursive: true });
  const fresh = mkdtempSync(path.join(path.dirname(target), ".new-"));
  try {
    for (const [file, bytes] of files) {
      mkdirSync(path.dirname(path.join(fresh, file)), { recursive: true });
      writeFileSync(path.join(fresh, file), bytes);
    }
    renameSync(fresh, target);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    // another process may have given the name to the same bytes meanwhile
    if (!existsSync(target)) throw error;
  }
}

/** Where a package lies. @throws Error for what is no hash */
export function packageDirectory(hash: string): string {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error("not the hash of a package");
  return path.join(dataDirectory(), "h5p", hash);
}

/** SHA-256 over the sorted paths, each with its length and bytes. */
function packageHash(files: ReadonlyMap<string, Buffer>): string {
  const hash = createHash("sha256");
  for (const [file, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest("hex");
}

function newest(name: string, libraries: ReadonlyMap<string, H5pLibrary>): H5pLibrary {
  const [library] = [...libraries.values()]
    .filter((each) => each.name.machineName === name && each.runnable)
    .sort((a, b) => b.name.majorVersion - a.name.majorVersion || b.name.minorVersion - a.name.minorVersion);
  if (!library) throw new Error(`the library ${name} is missing`);
  return library;
}

/** The library first, then everything it needs, each once. */
function withDependencies(main: H5pLibrary, libraries: ReadonlyMap<string, H5pLibrary>): H5pLibrary[] {
  const used = [main];
  for (const library of used) {
    for (const dependency of library.dependencies) {
      const needed = libraries.get(libraryFolder(dependency));
      if (!needed) throw new Error(`the library ${libraryFolder(dependency)} is missing`);
      if (!used.includes(needed)) used.push(needed);
    }
  }
  return used;
}
