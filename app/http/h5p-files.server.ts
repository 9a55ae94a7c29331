import path from "node:path";
import express, { type RequestHandler } from "express";
import sirv from "sirv";

const HOUR = 3600;
const DAY = 24 * HOUR;

interface Headers {
  setHeader(name: string, value: string): void;
}

/**
 * The page that plays a package. `sandbox` isolates it even where it is opened by its own address; `unsafe-eval` and
 * `unsafe-inline` (styles) are what real packages need, and reach nothing outside of that page.
 */
const PLAYER_POLICY = [
  "sandbox allow-scripts",
  "default-src 'none'",
  "script-src 'self' 'unsafe-eval' blob:",
  "worker-src blob:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "media-src 'self' blob: data:",
  "connect-src 'self'",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join("; ");

/**
 * Files that run inside the sandboxed frame. That frame has no origin and sends no cookie, so they are open to any origin; a
 * package's address holds the hash of its content. Opened by themselves they are inert.
 */
function openToFrames(response: Headers): void {
  response.setHeader("Access-Control-Allow-Origin", "*");
  response.setHeader("Content-Security-Policy", "sandbox");
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
}

/** The frame's page with its script and style; it knows nothing of the learner, so every browser keeps the same bytes. */
export function h5pPlayer(): RequestHandler {
  return sirv("public/h5p-player", {
    maxAge: HOUR,
    etag: true,
    setHeaders(response) {
      openToFrames(response);
      response.setHeader("Content-Security-Policy", PLAYER_POLICY);
    },
  });
}

/** H5P's core: h5p-standalone's own files. */
export function h5pCore(): RequestHandler {
  return sirv("node_modules/h5p-standalone/dist", { maxAge: DAY, etag: true, setHeaders: openToFrames });
}

/** Packages under their hash; they appear while the server runs, so the folder is read at each request. */
export function h5pPackages(directory: string): RequestHandler {
  const files = express.static(path.resolve(directory), {
    maxAge: 365 * DAY * 1000,
    immutable: true,
    index: false,
    redirect: false,
    setHeaders: openToFrames,
  });
  const nothing: RequestHandler = (_request, response) => void response.status(404).type("txt").send("Not Found");
  // a package that is being written has another name
  return (request, response, next) =>
    /^\/[0-9a-f]{64}\//.test(request.path)
      ? files(request, response, () => nothing(request, response, next))
      : nothing(request, response, next);
}
