import { existsSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { createRequestHandler } from "@remix-run/express";
import compression from "compression";
import express, { type Express, type RequestHandler } from "express";
import sirv from "sirv";
import type { ViteDevServer } from "vite";
import { dataDirectory, port, trustProxy } from "~/config/environment.server";
import { h5pCore, h5pPackages, h5pPlayer } from "~/http/h5p-files.server";
import { requestGate } from "~/http/request-gate.server";
import { securityHeaders } from "~/http/security-headers.server";
import { oneAtATime } from "./one-at-a-time";
import { sectionsOf } from "./site-sections";

const MONTH = 2_592_000;
const YEAR = 31_536_000;

/** The whole site: static files, H5P files, then Remix. `vite` is given in development only. */
export async function createSite(vite?: ViteDevServer): Promise<Express> {
  const site = express();
  site.disable("x-powered-by");
  // one proxy: the address that it adds last, which no client can choose
  site.set("trust proxy", trustProxy() ? 1 : false);
  site.get("/healthz", (_request, response) => void response.type("txt").send("ok"));
  site.use(compression());
  site.use("/fonts", sirv("public/fonts", { maxAge: MONTH, etag: true }));
  site.use("/h5p-player", h5pPlayer());
  site.use("/h5p-core", h5pCore());
  site.use("/h5p-files", h5pPackages(path.join(dataDirectory(), "h5p")));
  if (vite) site.use(vite.middlewares);
  else {
    site.use("/assets", sirv("build/client/assets", { brotli: true, maxAge: YEAR, immutable: true }));
    site.use(sirv("build/client", { brotli: true, maxAge: 3600 }));
  }
  site.use(oneAtATime(), securityHeaders, requestGate);
  site.all("*", remix(vite, await buildOf(vite)));
  return site;
}

type ServerBuild = Extract<Parameters<typeof createRequestHandler>[0]["build"], { entry: unknown }>;

async function buildOf(vite?: ViteDevServer): Promise<ServerBuild | (() => Promise<ServerBuild>)> {
  if (vite) return () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>;
  const file = path.resolve("build/server/index.js");
  if (!existsSync(file)) throw new Error("There is no build yet: run `npm start`, which makes one.");
  return (await import(pathToFileURL(file).href)) as ServerBuild;
}

function remix(vite: ViteDevServer | undefined, build: ServerBuild | (() => Promise<ServerBuild>)): RequestHandler {
  const handlerOf = (build: ServerBuild | (() => Promise<ServerBuild>)) =>
    createRequestHandler({
      build,
      mode: vite ? "development" : "production",
      getLoadContext: (request, response) => ({
        nonce: response.locals.nonce as string,
        clientAddress: request.ip ?? "",
        once: {},
      }),
    });
  if (typeof build === "function") return handlerOf(build);
  const sectionOf = sectionsOf(build);
  const handlers = new Map<ServerBuild, RequestHandler>();
  return (request, response, next) => {
    const section = sectionOf(request.path);
    const handler = handlers.get(section) ?? handlerOf(section);
    handlers.set(section, handler);
    return handler(request, response, next);
  };
}

/** When thousands start an exam at once, their connections wait here; one that finds no place is tried again seconds later. */
const WAITING_CONNECTIONS = 4096;

/** Listens, or says in one line why it cannot. */
export function listen(site: Express, host: string | undefined, onListening: (port: number) => void): void {
  const server = createServer(site).listen({ port: port(), host, backlog: WAITING_CONNECTIONS });
  server.on("listening", () => {
    const address = server.address();
    onListening(typeof address === "object" && address ? address.port : port());
  });
  server.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EADDRINUSE") console.error(`Port ${port()} is in use. Choose another one: PORT=3001 npm start`);
    else console.error(`The server could not start: ${error.message}`);
    process.exit(1);
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      server.close(() => process.exit(0));
      server.closeIdleConnections();
      setTimeout(() => process.exit(0), 3000).unref();
    });
  }
}
