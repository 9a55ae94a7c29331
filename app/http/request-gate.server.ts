import type { RequestHandler } from "express";
import { publicUrl } from "~/config/environment.server";

/** No form of this site is larger; uploads come with their own gate. */
const LARGEST_BODY = 256 * 1024;

/**
 * Every write must come from a page of this site, and must say how large it is. Browsers send Origin with every POST; a
 * request without one is not a browser's form.
 */
export const requestGate: RequestHandler = (request, response, next) => {
  if (request.method === "GET" || request.method === "HEAD") return next();
  if (!["POST", "PUT", "PATCH", "DELETE"].includes(request.method)) return void response.status(405).end();
  const origin = request.get("Origin");
  const own = `${request.protocol}://${request.get("Host")}`;
  if (origin !== own && origin !== publicUrl()) return void response.status(403).type("txt").send("Origin refused");
  const length = Number(request.get("Content-Length"));
  if (request.get("Content-Length") === undefined || Number.isNaN(length)) return void response.status(411).end();
  if (length > LARGEST_BODY) return void response.status(413).set("Connection", "close").end();
  next();
};
