/** A line that says nothing for so long is as good as none. */
const PATIENCE_MS = 10_000;
/** Browsers let 64 KiB outlive the page. */
const OUTLIVES_PAGE = 60_000;

/** Sends what waited on this device; where the browser can, though its page is left meanwhile. @throws without a line */
export function postWaiting(address: string, content: object): Promise<Response> {
  const body = JSON.stringify(content);
  return fetch(address, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body,
    keepalive: body.length < OUTLIVES_PAGE,
    // a redirect leads to some page: followed, it would look like success
    redirect: "manual",
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
}
