import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { ProblemList } from "./problem-list.server";
import { readYamlFile } from "./yaml-file.server";

const dependencySchema = z.object({
  machineName: z.string().regex(/^[\w.-]+$/),
  majorVersion: z.int().min(0),
  minorVersion: z.int().min(0),
});
export type H5pDependency = z.infer<typeof dependencySchema>;

const assetSchema = z.object({ path: z.string().regex(/^[\w-]+([./][\w-]+)*$/, "a path within the library") });

const librarySchema = dependencySchema.extend({
  runnable: z.union([z.literal(0), z.literal(1)]),
  preloadedJs: z.array(assetSchema).default([]),
  preloadedCss: z.array(assetSchema).default([]),
  preloadedDependencies: z.array(dependencySchema).default([]),
});

/** One H5P content type or the code that several share; `files` by path within the library. */
export interface H5pLibrary {
  name: H5pDependency;
  runnable: boolean;
  dependencies: H5pDependency[];
  files: ReadonlyMap<string, Buffer>;
}

/** What H5P itself lets a library hold, without HTML. */
const ALLOWED = /\.(json|js|css|svg|png|jpe?g|gif|woff2?|ttf)$/;

/** The folder of a library inside a package: "CauNoi.Core-1.1". */
export function libraryFolder({ machineName, majorVersion, minorVersion }: H5pDependency): string {
  return `${machineName}-${majorVersion}.${minorVersion}`;
}

/**
 * Reads every library under a folder.
 * @returns libraries by folder name
 * @throws ContentProblems when a library.json is broken, a folder is misnamed, or a preloaded file or dependency is missing
 */
export function readLibraries(directory: string): Map<string, H5pLibrary> {
  const problems = new ProblemList();
  const libraries = new Map<string, H5pLibrary>();
  for (const folder of existsSync(directory) ? readdirSync(directory).sort() : []) {
    const library = problems.attempt(() => readLibrary(path.join(directory, folder), folder));
    if (library) libraries.set(folder, library);
  }
  for (const [folder, { dependencies }] of libraries) {
    for (const dependency of dependencies) {
      const needed = libraryFolder(dependency);
      if (!libraries.has(needed)) {
        problems.add(path.join(directory, folder, "library.json"), 1, `the library ${needed} is missing`);
      }
    }
  }
  problems.throwIfAny();
  return libraries;
}

function readLibrary(directory: string, folder: string): H5pLibrary {
  const problems = new ProblemList();
  const manifest = readYamlFile(path.join(directory, "library.json"), librarySchema);
  const { machineName, majorVersion, minorVersion, runnable, preloadedJs, preloadedCss, preloadedDependencies } =
    manifest.value;
  const name = { machineName, majorVersion, minorVersion };
  if (libraryFolder(name) !== folder) {
    problems.add(manifest.file, manifest.lineOf(["machineName"]), `the folder must be named ${libraryFolder(name)}`);
  }
  const files = new Map<string, Buffer>();
  for (const entry of readdirSync(directory, { withFileTypes: true, recursive: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isSymbolicLink()) problems.add(file, 1, "a library holds no links");
    else if (entry.isFile() && ALLOWED.test(entry.name)) {
      files.set(path.relative(directory, file).split(path.sep).join("/"), readFileSync(file));
    }
  }
  for (const asset of [...preloadedJs, ...preloadedCss]) {
    if (!files.has(asset.path)) problems.add(manifest.file, 1, `the preloaded file ${asset.path} is missing`);
  }
  problems.throwIfAny();
  return { name, runnable: runnable === 1, dependencies: preloadedDependencies, files };
}
