import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { languageOf } from "./http/language.server";
import { renderedHtml } from "./http/rendered-html.server";
import { keepRendered, keyOfRendered, renderedPage } from "./http/rendered-pages.server";
import { resolveViewer } from "./http/viewer.server";
import { translators } from "./i18n/translators.server";

const RENDER_TIMEOUT_MS = 10_000;
export const streamTimeout = RENDER_TIMEOUT_MS;

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const { viewer, setCookie } = await resolveViewer(request, context).catch(() => ({ viewer: null, setCookie: null }));
  if (setCookie) headers.append("Set-Cookie", setCookie);
  const language = languageOf(request, viewer);
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.set("Content-Language", language);
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "private, no-store");
  const key = viewer ? null : keyOfRendered(request, remixContext, language);
  const rendered = key && renderedPage(key, context.nonce);
  if (rendered) {
    // nobody reads what it would have been rendered from
    void remixContext.serverHandoffStream?.cancel().catch(() => undefined);
    return new Response(rendered, { headers, status });
  }
  return new Promise((resolve, reject) => {
    let shellReady = false;
    const { pipe, abort } = renderToPipeableStream(
      <I18nextProvider i18n={translators[language]}>
        <RemixServer context={remixContext} url={request.url} abortDelay={RENDER_TIMEOUT_MS} nonce={context.nonce} />
      </I18nextProvider>,
      {
        nonce: context.nonce,
        onShellReady() {
          shellReady = true;
        },
        // pages are small and wait for nothing: sent whole, they are compressed in one piece, which takes a third less time
        onAllReady() {
          clearTimeout(giveUp);
          renderedHtml(pipe).then((page) => {
            if (key) keepRendered(key, { html: page.toString(), nonce: context.nonce });
            resolve(new Response(page, { headers, status }));
          }, reject);
        },
        onShellError: reject,
        onError(error) {
          status = 500;
          if (shellReady) console.error(error);
        },
      },
    );
    const giveUp = setTimeout(abort, RENDER_TIMEOUT_MS + 1000).unref();
  });
}

/** What a page fetches after its first load is as personal as the page: no cache keeps it. */
export function handleDataRequest(response: Response): Response {
  if (!response.headers.has("Cache-Control")) response.headers.set("Cache-Control", "private, no-store");
  return response;
}

/** What went wrong stays in the log; the page says only that it did. */
export function handleError(error: unknown, { request }: { request: Request }): void {
  if (request.signal.aborted) return;
  const { pathname } = new URL(request.url);
  console.error(`${request.method} ${pathname}:`, error);
}
