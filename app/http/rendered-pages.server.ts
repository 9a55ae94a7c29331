import type { EntryContext } from "@remix-run/node";
import { LRUCache } from "lru-cache";

interface RenderedPage {
  html: string;
  nonce: string;
}

/** Rendering a page takes five times as long as finding out what is to stand on it. */
const pages = new LRUCache<string, RenderedPage>({ max: 500 });

/**
 * Under what a page that says the same to all visitors is kept once it is rendered: everything that it is made of, but the nonce of
 * the answer. Null for any other page; its route says so by `handle.forAllAlike`.
 */
export function keyOfRendered(request: Request, context: EntryContext, language: string): string | null {
  const { matches, loaderData, actionData, errors, statusCode } = context.staticHandlerContext;
  const route = matches.at(-1)?.route.id;
  const handle = context.routeModules[route ?? ""]?.handle as { forAllAlike?: boolean } | undefined;
  if (!handle?.forAllAlike || request.method !== "GET" || statusCode !== 200 || actionData || errors) return null;
  const { pathname, search } = new URL(request.url);
  const made = JSON.stringify(loaderData, (name, value) => (name === "nonce" ? undefined : value));
  return `${language} ${pathname}${search} ${made}`;
}

/** The kept page with the nonce of this answer. */
export function renderedPage(key: string, nonce: string): string | null {
  const page = pages.get(key);
  return page ? page.html.replaceAll(page.nonce, nonce) : null;
}

export function keepRendered(key: string, page: RenderedPage): void {
  pages.set(key, page);
}
