import type { Request, RequestHandler, Response } from "express";
import { publicUrl } from "~/config/environment.server";
import { languageOfVisitor } from "./language.server";
import { refusalPage } from "./refusal-page.server";

/** No form of this site is larger, in bytes, but those that bring files. */
const LARGEST_BODY = 256 * 1024;
const MEGABYTE = 1024 * 1024;
const UPLOADS: readonly { path: RegExp; largest: number }[] = [
  // three files of proof and the form around them
  { path: /^\/(requests\/new|proofs\/new\/[a-z]+|proofs\/[0-9a-z]{16}\/mend)(\.data)?$/, largest: 16 * MEGABYTE },
  // up to five files of a task, its text and the form around them
  { path: /^\/tasks\/[0-9a-z]{16}(\.data)?$/, largest: 52 * MEGABYTE },
  // a file of people or units and the form around it
  { path: /^\/imports\/new(\.data)?$/, largest: 21 * MEGABYTE },
  // a paper to be compared, and the form around it
  { path: /^\/(verify|v\/[^/]+\/[^/]+)(\.data)?$/, largest: 6.1 * MEGABYTE },
  // a file of questions and the form around it
  { path: /^\/bank\/[^/]+\/import(\.data)?$/, largest: 6 * MEGABYTE },
  // a signed paper and the form around it
  { path: /^\/register\/[0-9a-z]{16}\/signed-copy(\.data)?$/, largest: 6 * MEGABYTE },
  // a picture and the question around it
  { path: /^\/bank\/([^/]+\/questions\/(new|[^/]+\/edit)|proposals\/[^/]+\/edit)(\.data)?$/, largest: 3 * MEGABYTE },
];

/**
 * Every write must come from a page of this site, and must say how large it is. Browsers send Origin with every POST; a
 * request without one is not a browser's form.
 */
export const requestGate: RequestHandler = (request, response, next) => {
  if (request.method === "GET" || request.method === "HEAD") return next();
  if (!["POST", "PUT", "PATCH", "DELETE"].includes(request.method)) return refuse(request, response, 405);
  const origin = request.get("Origin");
  const own = `${request.protocol}://${request.get("Host")}`;
  if (origin !== own && origin !== publicUrl()) return refuse(request, response, 403);
  const length = Number(request.get("Content-Length"));
  if (request.get("Content-Length") === undefined || Number.isNaN(length)) return refuse(request, response, 411);
  if (length > largestBody(request.path)) return refuse(request, response, 413);
  next();
};

function largestBody(path: string): number {
  return UPLOADS.find((upload) => upload.path.test(path))?.largest ?? LARGEST_BODY;
}

/** In words, and without waiting for a body that nobody will read. */
function refuse(request: Request, response: Response, status: number): void {
  const language = languageOfVisitor(request.get("Cookie") ?? null, request.get("Accept-Language") ?? null);
  response.status(status).set("Connection", "close").type("html").send(refusalPage(status, language));
}
