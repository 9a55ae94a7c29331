import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import type { PipeableStream } from "react-dom/server";

/**
 * A page as React renders it, whole. React 18 leaves zero bytes at the end of a piece where the next character is longer than what is
 * left of it, and a browser shows them as "�" in the middle of a Vietnamese word: no page has any of its own, so they are left out.
 */
export async function renderedHtml(pipe: PipeableStream["pipe"]): Promise<Buffer<ArrayBuffer>> {
  const body = new PassThrough();
  pipe(body);
  const page = await buffer(body);
  return page.includes(0) ? Buffer.from(page.filter((byte) => byte !== 0)) : page;
}
