import { isSignedIn } from "./viewer.server";

/** Proxies and browsers give up on a connection that says nothing; the end of the session is seen at the same step. */
const HEARTBEAT_MS = 15_000;

type Tell = (event: string, data: unknown) => void;

/**
 * A response that stays open and tells events (text/event-stream) until the browser goes or its session ends.
 * @param watch begins to tell; null: there is nothing to watch, and so no response
 */
export async function liveResponse(
  request: Request,
  sessionId: string,
  watch: (tell: Tell) => Promise<{ stop(): void } | null>,
): Promise<Response | null> {
  const encoder = new TextEncoder();
  const stream = new TransformStream<Uint8Array, Uint8Array>();
  const writer = stream.writable.getWriter();
  let closed = false;
  let watched: { stop(): void } | null = null;
  const write = (text: string) => {
    if (!closed) writer.write(encoder.encode(text)).catch(close);
  };
  const close = () => {
    if (closed) return;
    closed = true;
    clearInterval(heartbeat);
    watched?.stop();
    writer.close().catch(() => undefined);
  };
  const heartbeat = setInterval(() => {
    isSignedIn(sessionId).then((still) => (still ? write(": \n\n") : close()), close);
  }, HEARTBEAT_MS);
  heartbeat.unref();
  write("retry: 2000\n\n");
  watched = await watch((event, data) => write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`));
  if (!watched) {
    close();
    return null;
  }
  if (request.signal.aborted) close();
  request.signal.addEventListener("abort", close, { once: true });
  return new Response(stream.readable, {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      // no proxy and no compression may hold events back
      "Cache-Control": "private, no-store, no-transform",
      "X-Accel-Buffering": "no",
    },
  });
}
