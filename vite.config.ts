import path from "node:path";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import remixOptions from "./remix.config.js";

export default defineConfig({
  plugins: [remix(remixOptions)],
  resolve: { alias: { "~": path.resolve("app") } },
  build: {
    target: "es2022",
    // fonts stay files, so that a page preloads them and the browser caches them apart
    assetsInlineLimit: 0,
  },
  ssr: {
    // native or large packages load from node_modules at run time
    external: ["better-sqlite3", "@node-rs/argon2", "pdfkit", "nodemailer"],
  },
});
