// Plain JavaScript without dependencies: this runs before anything is installed.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const LEAST_NODE = [20, 19];

/** Ends with one clear line where this Node is too old. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1])) return;
  fail(`Node ${LEAST_NODE.join(".")} or newer is needed; this is ${process.versions.node}.`);
}

/** @returns {never} */
export function fail(message) {
  console.error(message);
  process.exit(1);
}

/** Makes the folder of all state, or ends with one clear line. */
export function requireDataDirectory() {
  const directory = path.resolve(process.env.DATA_DIR ?? "data");
  try {
    makeFolder(directory);
    accessSync(directory, constants.W_OK);
  } catch {
    fail(`DATA_DIR cannot be written: ${directory}`);
  }
  return directory;
}

/** One level at a time: Node's own recursive way never ends on some file systems that refuse it. */
function makeFolder(directory) {
  if (existsSync(directory)) return;
  makeFolder(path.dirname(directory));
  mkdirSync(directory);
}

/** Runs a command, shows what it prints where `quiet` is not set, and throws with its output where it fails. */
export function run(command, args, { env = {}, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      env: { ...process.env, ...env },
      stdio: quiet ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += chunk));
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0 ? resolve(output) : reject(new Error(`${command} ${args.join(" ")}\n${output}`)),
    );
  });
}

/**
 * Says what a slow step does and how long it took.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const began = Date.now();
  process.stdout.write(`${title} … `);
  const result = await work();
  console.log(`${((Date.now() - began) / 1000).toFixed(1)} s`);
  return result;
}

/** One hash over the files under the given paths. */
export function hashOf(paths) {
  const hash = createHash("sha256");
  const visit = (file) => {
    if (!existsSync(file)) return;
    let entries;
    try {
      entries = readdirSync(file, { withFileTypes: true });
    } catch {
      hash.update(file).update(readFileSync(file));
      return;
    }
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name !== "generated") visit(path.join(file, entry.name));
    }
  };
  for (const file of paths) visit(file);
  return hash.digest("hex");
}

/** Does the work only where the hash differs from the one that the last success left in the stamp file. */
export async function unlessStamped(stamp, hash, work) {
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return false;
  await work();
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
  return true;
}

export const bin = (name) => path.resolve("node_modules", ".bin", name);

/** Dependencies (development ones too, whatever NODE_ENV says), the Prisma client, and nothing where they are there. */
export async function install() {
  await unlessStamped("node_modules/.cau-noi-installed", hashOf(["package-lock.json"]) + process.versions.modules, () =>
    step("Installing dependencies (a minute or two the first time)", () =>
      run("npm", ["ci", "--include=dev", "--no-fund", "--no-audit"], { quiet: true }),
    ),
  );
  const client = "app/models/generated";
  const schema = hashOf(["prisma/schema.prisma", "package-lock.json"]) + existsSync(`${client}/client.ts`);
  await unlessStamped("node_modules/.cau-noi-client", schema.replace(/false$/, "true"), () => generate());
  if (!existsSync(`${client}/client.ts`)) await generate();
}

// with an address of its own: without one Prisma ignores prisma.config.ts and asks for a native engine
function generate() {
  return step("Generating the database client", () =>
    run(bin("prisma"), ["generate"], { quiet: true, env: { DATABASE_URL: "file::memory:" } }),
  );
}

export async function build() {
  const sources = hashOf(["app", "public", "vite.config.ts", "remix.config.js", "package-lock.json", "tsconfig.json"]);
  await unlessStamped("build/.cau-noi-built", sources, () =>
    step("Building the site", async () => {
      await run(bin("remix"), ["vite:build"], { quiet: true, env: { NODE_ENV: "production" } });
      await run(process.execPath, ["--import", "tsx", "app/commands/compress-assets.ts"], { quiet: true });
    }),
  );
}
