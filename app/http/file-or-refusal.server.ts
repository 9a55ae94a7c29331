import type { AppLoadContext } from "@remix-run/node";
import { languageOf } from "./language.server";
import { refusalPage } from "./refusal-page.server";
import { resolveViewer } from "./viewer.server";

/** Does the work of an address that gives a file; what it refuses becomes a page in the reader's language. */
export async function fileOrRefusal(
  { request, context }: { request: Request; context: AppLoadContext },
  work: () => Promise<Response>,
): Promise<Response> {
  try {
    return await work();
  } catch (refusal) {
    if (!(refusal instanceof Response) || refusal.status < 400) throw refusal;
    const { viewer } = await resolveViewer(request, context);
    return new Response(refusalPage(refusal.status, languageOf(request, viewer)), {
      status: refusal.status,
      headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "private, no-store" },
    });
  }
}
