import path from "node:path";
import { vitePlugin as remix } from "@remix-run/dev";
import type { Rollup } from "vite";
import { defineConfig } from "vite";
import remixOptions from "./remix.config.js";

const LIBRARIES = /\/node_modules\/(react|react-dom|scheduler|@remix-run|react-router|react-router-dom|turbo-stream)\//;
/** Vite's own way to load a part later: every page has it */
const PRELOAD = "vite/preload-helper";
/** a part of the frame is in so many pages, or in the root of all */
const SHARED_BY = 6;

/**
 * Parts that many pages have in common come as one file, libraries as another: thirty files of 200 bytes cost more in heads and
 * in poor compression than they save.
 */
function manualChunks(file: string, { getModuleInfo }: Rollup.ManualChunkMeta): string | undefined {
  if (LIBRARIES.test(file) || file.includes(PRELOAD)) return "libraries";
  // travels with the pages that show questions, however many they are
  if (file.includes("/app/components/questions/")) return "questions";
  // what lies in a folder belongs to one field of work, and comes with its pages
  if (/\/app\/components\/[^/]+$/.test(file) && isShared(pagesWith(file, getModuleInfo))) return "frame";
  return undefined;
}

const isShared = (pages: ReadonlySet<string>) => pages.size >= SHARED_BY || [...pages].some(isRoot);
const isRoot = (file: string) => file.includes("/app/root.tsx");

/** The pages that import a file, themselves or by another one. */
function pagesWith(file: string, getModuleInfo: Rollup.GetModuleInfo, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return new Set();
  seen.add(file);
  if (file.includes("/app/routes/") || isRoot(file)) return new Set([file]);
  const importers = getModuleInfo(file)?.importers ?? [];
  return new Set(importers.flatMap((importer) => [...pagesWith(importer, getModuleInfo, seen)]));
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [remix(remixOptions)],
  resolve: { alias: { "~": path.resolve("app") } },
  build: {
    target: "es2022",
    // fonts stay files, so that a page preloads them and the browser caches them apart
    assetsInlineLimit: 0,
    rollupOptions: isSsrBuild ? {} : { output: { manualChunks } },
  },
  // known from the start, or the first visit in development meets two copies of React
  optimizeDeps: { include: ["react-i18next", "i18next"] },
  ssr: {
    // native or large packages load from node_modules at run time
    external: ["better-sqlite3", "@node-rs/argon2", "pdfkit", "nodemailer"],
  },
}));
